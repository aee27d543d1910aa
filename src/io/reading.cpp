#include "reading.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "maintien/case/shape.hpp"
#include "one_line.hpp"

namespace maintien::io {

namespace {

constexpr std::size_t most_rows = (std::size_t{1} << 31) - 1, most_values = UINT32_MAX - 1;

constexpr std::uint64_t named_attributes() {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < count_of<Attribute>; ++i)
        if (attribute_shapes[i].kind == ValueKind::name) bits |= std::uint64_t{1} << i;
    return bits;
}

void rename(AttributeValue& said, const std::vector<NameIndex>& names) {
    if ((named_attributes() & bit_of(said.attribute)) != 0) said.value = names[said.value];
}

void rename(PackedEntry& entry, const std::vector<NameIndex>& names) {
    entry.id = names[entry.id];
    for (auto& said : entry.attributes) rename(said, names);
}

template <class Value>
void append(std::vector<Value>& into, const std::vector<Value>& from) {
    into.insert(into.end(), from.begin(), from.end());
}

}  // namespace

Reading::Reading(std::span<const Source> sources, const Rejections* rejections)
    : sources_(sources), rejections_(rejections), problems_(sources.size()), empty_by_source_(sources.size()) {}

void Reading::refuse(std::size_t source, Problems problems) {
    fatal_ = fatal_ || !problems.empty();
    problems_[source].add(std::move(problems));
}

void Reading::bad_row(std::size_t source, std::size_t line, CaseIndex case_index, Problem problem) {
    faulty_ = true;
    bad_.push_back({source, case_index, problem, line});
    problems_[source].add(std::move(problem));
}

void Reading::merge_table(const EventTable& from, std::vector<NameIndex>& names, std::vector<CaseIndex>& cases) {
    for (NameIndex i = 0; i < from.names.size(); ++i) names.push_back(table_.names.index_of(from.names.text_of(i)));
    for (CaseIndex i = 0; i < from.cases(); ++i)
        cases.push_back(case_of(table_, names[from.case_service[i]], names[from.case_number[i]]));
    const auto first_value = static_cast<std::uint32_t>(table_.values.size());
    const auto first_replacement = static_cast<std::uint32_t>(table_.replacements.size());
    append(table_.on, from.on);
    append(table_.recorded_on, from.recorded_on);
    append(table_.event, from.event);
    for (const auto index : from.case_index) table_.case_index.push_back(cases[index]);
    for (const auto id : from.id) table_.id.push_back(names[id]);
    for (std::size_t row = 1; row < from.first_value.size(); ++row) table_.first_value.push_back(first_value + from.first_value[row]);
    for (auto said : from.values) {
        rename(said, names);
        if (said.attribute == Attribute::entry) said.value += first_replacement;
        table_.values.push_back(said);
    }
    for (const auto& entry : from.replacements) rename(table_.replacements.emplace_back(entry), names);
    for (const auto index : from.amended_cases) table_.amended_cases.push_back(cases[index]);
}

void Reading::merge(Batch&& batch, const Frame& frame) {
    if (table_.size() + batch.table.size() > most_rows || table_.values.size() + batch.table.values.size() > most_values)
        throw DocumentError(Problem{frame.file, 0, 0, {}, "more events than one reading takes", "at most 2^31 in all"});
    std::vector<NameIndex> names;
    std::vector<CaseIndex> cases;
    merge_table(batch.table, names, cases);
    merge_uses(batch, frame, names, cases);
    fatal_ = fatal_ || batch.fatal;
    any_unclear_ = any_unclear_ || batch.stop;
    faulty_ = faulty_ || !batch.problems.empty();
    problems_[frame.source].add(std::move(batch.problems));
    std::move(batch.rejects.begin(), batch.rejects.end(), std::back_inserter(rejects_));
    empty_by_source_[frame.source] += batch.empty_rows;
}

void Reading::merge_uses(Batch& batch, const Frame& frame, const std::vector<NameIndex>& names, const std::vector<CaseIndex>& cases) {
    for (auto& bad : batch.bad) {
        if (bad.case_index != no_case) bad.case_index = cases[bad.case_index];
        bad_.push_back(std::move(bad));
    }
    for (auto use : batch.ids) {
        use.id = names[use.id];
        use.case_index = cases[use.case_index];
        use_id(use, frame);
    }
    for (const auto& entry : batch.unclear) {
        if (entry.case_index != no_case) unclear_cases_.insert(cases[entry.case_index]);
        else if (entry.id != 0) unclear_ids_.insert(names[entry.id]);
        else any_unclear_ = true;
    }
    for (auto use : batch.amends) {
        use.target = names[use.target];
        use.own = names[use.own];
        use.case_index = cases[use.case_index];
        amends_.push_back(use);
    }
}

std::string Reading::line_text(const IdPlace& place, std::size_t source) const {
    const auto line = "line " + std::to_string(place.place.line);
    return place.source == source ? line : line + " of " + sources_[place.source].name;
}

/// What is wrong with an id, at its cell or its key.
Problem Reading::id_problem(std::size_t source, FilePlace place, NameIndex id, std::string expected) const {
    return {sources_[source].name, place.line, place.column, place.column == 0 ? "/id" : "", in_quotes(table_.names.text_of(id)), std::move(expected)};
}

void Reading::use_id(const IdUse& use, const Frame& frame) {
    if (last_place_.size() <= use.id) last_place_.resize(std::max<std::size_t>(use.id + 1, table_.names.size()));
    auto& last = last_place_[use.id];
    for (auto at = last; at != 0; at = id_places_[at].earlier) {
        const auto& place = id_places_[at];
        if (place.source != frame.source && place.case_index != use.case_index) continue;
        bad_row(frame.source, use.row_line, use.case_index,
                id_problem(frame.source, use.place, use.id, "an id used once: it stands on " + line_text(place, frame.source)));
        // Which of the two came first is chance: with rejects both cases go.
        bad_.push_back({place.source, place.case_index, id_problem(place.source, place.place, use.id, "an id used once"), place.row_line});
        break;
    }
    id_places_.push_back({use.case_index, frame.source, use.row_line, use.place, use.amendment, last});
    last = static_cast<std::uint32_t>(id_places_.size() - 1);
}

const Reading::IdPlace* Reading::place_of_id(NameIndex id, CaseIndex case_index) const {
    if (id >= last_place_.size()) return nullptr;
    for (auto at = last_place_[id]; at != 0; at = id_places_[at].earlier)
        if (id_places_[at].case_index == case_index) return &id_places_[at];
    return nullptr;
}

/// Whether an id that stands nowhere may be that of an entry which could not be read.
bool Reading::may_be_unclear(NameIndex id, CaseIndex case_index) const {
    return any_unclear_ || unclear_cases_.contains(case_index) || unclear_ids_.contains(id);
}

void Reading::check_amendments() {
    for (const auto& use : amends_) {
        const auto* place = place_of_id(use.target, use.case_index);
        std::string expected;
        if (!place) expected = "the id of an entry of the same case";
        else if (use.own == use.target) expected = "the id of another entry";
        else if (place->amendment && use.replaces) expected = "the id of an entry that is no amendment: an amendment is only withdrawn";
        if (expected.empty()) continue;
        const std::string pointer = use.place.column == 0 ? "/amends" : "";
        Problem problem{sources_[use.source].name, use.place.line, use.place.column, pointer, in_quotes(table_.names.text_of(use.target)), expected};
        if (place || !may_be_unclear(use.target, use.case_index)) {
            bad_row(use.source, use.row_line, use.case_index, std::move(problem));
            continue;
        }
        // The fault is that other row's and said there. The case goes with rejects all the same: it would stay without its correction.
        problem.expected += ", which may stand where nothing could be read";
        bad_.push_back({use.source, use.case_index, std::move(problem), use.row_line});
    }
    amends_.clear();
}

Problems Reading::problems() {
    Problems all;
    for (auto& of_source : problems_) {
        std::stable_sort(of_source.first.begin(), of_source.first.end(), [](const Problem& a, const Problem& b) {
            return std::tie(a.line, a.column) < std::tie(b.line, b.column);
        });
        all.add(std::move(of_source));
    }
    return all;
}

Rejections Reading::rejections() {
    Rejections found;
    for (const auto& bad : bad_) {
        if (bad.case_index == no_case) continue;
        const auto key = key_of(table_, bad.case_index);
        found.cases.insert(rejection_key(key.service, key.case_id));
    }
    std::stable_sort(bad_.begin(), bad_.end(), [](const BadRow& a, const BadRow& b) {
        return std::tie(a.source, a.line) < std::tie(b.source, b.line);
    });
    for (auto& bad : bad_) {
        const bool again = !found.rows.empty() && found.rows.back().source == bad.source && found.rows.back().line == bad.line;
        if (!again) found.rows.push_back(std::move(bad));
    }
    table_ = {};
    return found;
}

ReadResult Reading::result() {
    ReadResult result{std::move(table_), 0, static_cast<std::int64_t>(rejects_.size()), 0, std::move(rejects_), {}};
    if (rejections_) result.rejected_cases = static_cast<std::int64_t>(rejections_->cases.size());
    for (std::size_t i = 0; i < sources_.size(); ++i) {
        result.skipped_empty_rows += empty_by_source_[i];
        if (empty_by_source_[i] == 0) continue;
        const bool one = empty_by_source_[i] == 1;
        result.remarks.push_back(on_one_line(sources_[i].name) + ": " + std::to_string(empty_by_source_[i]) + (one ? " empty row" : " empty rows") + " skipped");
    }
    return result;
}

}  // namespace maintien::io

#include "batch.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace maintien::io {

namespace {

/// The first of several faults, with what was found and expected of the others.
Problem together(const std::vector<Problem>& problems) {
    auto all = problems.front();
    for (std::size_t i = 1; i < problems.size(); ++i) {
        all.found += "; " + problems[i].found;
        all.expected += "; " + problems[i].expected;
    }
    return all;
}

std::string without_line_end(const RawRow& raw) {
    auto bytes = raw.bytes;
    while (!bytes.empty() && (bytes.back() == '\n' || bytes.back() == '\r')) bytes.remove_suffix(1);
    std::string text;
    append_utf_8(text, bytes, raw.encoding);
    return text;
}

}  // namespace

const BadRow* Rejections::row(std::size_t source, std::size_t line) const {
    const auto at = std::lower_bound(rows.begin(), rows.end(), std::pair{source, line}, [](const BadRow& row, const auto& place) {
        return std::tie(row.source, row.line) < std::tie(place.first, place.second);
    });
    return at != rows.end() && at->source == source && at->line == line ? &*at : nullptr;
}

BatchBuilder::BatchBuilder(const Frame& frame) : decoder(batch.table.names, batch.dates), frame_(frame) {
    batch.dates = frame.dates;
}

void BatchBuilder::fatal(Problem problem, bool stop) {
    batch.fatal = true;
    batch.stop = batch.stop || stop;
    batch.problems.add(std::move(problem));
}

void BatchBuilder::add(const DecodedRow& base, std::span<const DecodedRow> events) {
    if (events.empty()) return;
    const auto index = case_of(batch.table, base.service, base.number);
    for (const auto& event : events) add_row(batch.table, index, entry_of(event));
}

void BatchBuilder::reject(const RawRow& raw, Problem problem) {
    batch.rejects.push_back({std::move(problem), without_line_end(raw)});
}

void BatchBuilder::take_again(const RawRow& raw, const DecodedRow& base, std::span<const DecodedRow> events) {
    if (const auto* bad = frame_.rejections->row(frame_.source, raw.line)) return reject(raw, bad->problem);
    const auto& names = batch.table.names;
    if (frame_.rejections->cases.contains(rejection_key(names.text_of(base.service), names.text_of(base.number))))
        return reject(raw, {frame_.file, raw.line, 1, {}, "case rejected", "every row of its case right"});
    add(base, events);
}

CaseIndex BatchBuilder::take(const RawRow& raw, const DecodedRow& base, std::span<const DecodedRow> events,
                             std::vector<Problem>& problems) {
    if (frame_.rejections) {
        take_again(raw, base, events);
        return no_case;
    }
    const auto index = base.told ? case_of(batch.table, base.service, base.number) : no_case;
    if (problems.empty()) {
        add(base, events);
        return index;
    }
    if (frame_.keep_rejects) batch.bad.push_back({frame_.source, index, together(problems), raw.line});
    for (auto& problem : problems) batch.problems.add(std::move(problem));
    return index;
}

void BatchBuilder::note_ids(const RawRow& raw, CaseIndex case_index, const DecodedRow& event, FilePlace id, FilePlace amends) {
    if (event.id_unclear || (case_index == no_case && event.entry.id != 0)) note_unclear(case_index, event.entry.id);
    if (case_index == no_case) return;
    const bool amendment = event.event_known && event.entry.event == Event::amendment;
    if (event.entry.id != 0) batch.ids.push_back({event.entry.id, case_index, id, raw.line, amendment});
    if (!amendment || event.amends == 0) return;
    const bool replaces = (event.given & bit_of(Attribute::entry)) != 0;
    batch.amends.push_back({event.amends, event.entry.id, case_index, amends, raw.line, replaces, frame_.source});
}

}  // namespace maintien::io

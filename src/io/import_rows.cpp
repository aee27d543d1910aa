#include "import_rows.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "row_words.hpp"

namespace maintien::io {

namespace {

/// Reads rows one after the other.
class ImportRows {
public:
    ImportRows(const Block& block, const TablePlan& plan, char delimiter, const Frame& frame, ImportNotes& notes)
        : block_(block), plan_(plan), delimiter_(delimiter), frame_(frame), notes_(notes), builder_(frame), row_(block, plan, frame.file),
          words_(row_, plan) {}

    Batch read();

private:
    void row();
    const DecodedRow& decode(const EventPlan& event, bool decided);
    void take_event(const EventPlan& event);
    DecodedRow told_case();
    void check_repetition(const DecodedRow& base);
    void note_unused();
    void note_ids(const RawRow& raw, CaseIndex index);
    void finish();

    const Block& block_;
    const TablePlan& plan_;
    char delimiter_;
    const Frame& frame_;
    ImportNotes& notes_;
    BatchBuilder builder_;
    ImportedRow row_;
    RowWords words_;
    std::vector<DecodedRow> rows_;
    std::vector<const EventPlan*> yielded_;
};

/// Decodes an event of the row and notes what is wrong with its cells; what is not said counts only when it is decided that there is such an event.
const DecodedRow& ImportRows::decode(const EventPlan& event, bool decided) {
    words_.say_event(event, yielded_.empty());
    const auto& row = builder_.decoder.decode(words_.said, row_.record.line);
    for (auto& fault : builder_.decoder.faults) {
        if (fault.said == not_said && (!decided || fault.key == Key::case_number || words_.failed.contains(fault.key))) continue;
        auto column = fault.said == not_said ? no_column : words_.said[fault.said].at;
        for (const auto& value : event.values)
            if (column == no_column && value.key == fault.key) column = value.column;
        row_.fault_at(column == no_column ? event.on : column, std::move(fault.found), std::move(fault.expected));
    }
    return row;
}

void ImportRows::take_event(const EventPlan& event) {
    rows_.push_back(decode(event, true));
    yielded_.push_back(&event);
}

/// The case of the row, whatever else is wrong with it.
DecodedRow ImportRows::told_case() {
    DecodedRow base;
    words_.say_case();
    builder_.decoder.tell_case(words_.said, base);
    const bool broken = !row_.record.faults.empty() || row_.cells[plan_.case_column].find("\uFFFD") != std::string::npos;
    base.told = base.told && !broken && words_.failed.empty();
    return base;
}

void ImportRows::check_repetition(const DecodedRow& base) {
    if (!base.told || frame_.rejections) return;
    const auto& names = builder_.batch.table.names;
    const auto key = rejection_key(names.text_of(base.service), names.text_of(base.number));
    const auto [at, fresh] = notes_.line_of_case.emplace(key, row_.record.line);
    if (!fresh)
        row_.fault_at(plan_.case_column, in_quotes(row_.cells[plan_.case_column]), "each case once: it stands on line " + std::to_string(at->second));
}

/// What a row says and no event takes up: a result without its day.
void ImportRows::note_unused() {
    std::set<std::size_t> used;
    for (const auto* event : yielded_)
        for (const auto& value : event->values) used.insert(value.column);
    for (std::size_t i = 0; i < plan_.columns; ++i)
        if (plan_.only_said[i] && !row_.cells[i].empty() && !used.contains(i)) ++notes_.unused[plan_.names[i]];
    if (yielded_.empty()) ++notes_.without_event;
}

void ImportRows::note_ids(const RawRow& raw, CaseIndex index) {
    const auto undecided = [&](const EventPlan& event) { return row_.is_undecided(event); };
    if (!row_.problems.empty() && std::any_of(plan_.events.begin(), plan_.events.end(), undecided)) builder_.note_unclear(index);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        FilePlace id = row_.place_at(yielded_[i]->on), amends = id;
        for (const auto& value : yielded_[i]->values) {
            if (value.key == Key::id && value.column != no_column) id = row_.place_at(value.column);
            if (value.key == key_for(Attribute::amends) && value.column != no_column) amends = row_.place_at(value.column);
        }
        builder_.note_ids(raw, index, rows_[i], id, amends);
    }
}

void ImportRows::finish() {
    const auto base = told_case();
    if (row_.cells[plan_.case_column].empty() && row_.record.faults.empty()) row_.fault_at(plan_.case_column, "nothing", "the number of the case");
    check_repetition(base);
    if (row_.problems.empty()) note_unused();
    const auto raw = row_.raw();
    note_ids(raw, builder_.take(raw, base, rows_, row_.problems));
}

void ImportRows::row() {
    if (row_.is_blank()) {
        ++builder_.batch.empty_rows;
        return;
    }
    rows_.clear();
    yielded_.clear();
    row_.begin();
    if (!row_.problems.empty()) return finish();
    row_.check();
    for (const auto& event : plan_.events) {
        if (row_.cells[event.on].empty()) continue;
        if (row_.holds(event)) take_event(event);
        else if (row_.is_undecided(event)) decode(event, false);
    }
    finish();
}

Batch ImportRows::read() {
    if (block_.too_long) {
        builder_.fatal(too_long(block_, frame_.file), true);
        return std::move(builder_.batch);
    }
    CsvCursor cursor(block_.bytes, delimiter_, block_.first_line);
    while (cursor.next(row_.record)) row();
    return std::move(builder_.batch);
}

}  // namespace

Batch read_import_block(const Block& block, const TablePlan& plan, char delimiter, const Frame& frame, ImportNotes& notes) {
    return ImportRows(block, plan, delimiter, frame, notes).read();
}

}  // namespace maintien::io

#include <algorithm>
#include <utility>

#include "maintien/io/errors.hpp"
#include "rows.hpp"
#include "utf_8_text.hpp"

namespace maintien::io {

Problem too_long(const Block& block, const std::string& file) {
    return {file, block.first_line, 1, {}, "a record longer than " + std::to_string(longest_record >> 20) + " MiB", "a line end before"};
}

void refuse_utf_16(std::string_view beginning, const std::string& file) {
    if (beginning.starts_with("\xFF\xFE") || beginning.starts_with("\xFE\xFF"))
        throw DocumentError(Problem{file, 1, 1, {}, "UTF-16", "UTF-8 or Windows-1252"});
}

char comma_or_semicolon(std::string_view beginning, const std::string& file) {
    const char delimiter = detect_delimiter(beginning);
    if (delimiter != '\t') return delimiter;
    throw DocumentError(problem_at(beginning, beginning.find('\t'), file, "a tab between the columns", "a comma or a semicolon"));
}

void check_record(const Block& block, const CsvRecord& record, const std::string& file, std::vector<Problem>& problems) {
    const auto note = [&](std::size_t at, std::string_view found, std::string_view expected) {
        const auto place = place_of(block.bytes, record, at, block.encoding);
        problems.push_back({file, place.line, place.column, {}, std::string(found), std::string(expected)});
    };
    for (const auto& fault : record.faults) note(fault.at, fault.found, fault.expected);
    const auto bytes = std::string_view(block.bytes).substr(record.begin, record.end - record.begin);
    if (const auto at = bytes.find('\0'); at != std::string_view::npos) note(record.begin + at, "a NUL byte", "text");
    if (const auto at = first_broken_byte(bytes, block.encoding); at != std::string_view::npos) {
        const bool single = block.encoding == Encoding::windows_1252;
        note(record.begin + at, single ? "a byte that Windows-1252 does not define" : "a byte that is no UTF-8",
             single ? "Windows-1252" : "UTF-8");
    }
}

void check_length(const Block& block, const CsvRecord& record, std::size_t columns, const std::string& file,
                  std::vector<Problem>& problems) {
    const auto count = record.count;
    if (count == columns || !record.faults.empty()) return;
    const auto place = place_of(block.bytes, record, count < columns ? record.end : begin_of(record, columns), block.encoding);
    problems.push_back({file, place.line, place.column, {}, "a row of " + std::to_string(count) + (count == 1 ? " cell" : " cells"),
                        std::to_string(columns) + " as in the header"});
}

Header read_header(Block& block, char delimiter, const std::string& file) {
    Header header;
    CsvCursor cursor(block.bytes, delimiter, block.first_line);
    CsvRecord record;
    std::vector<Problem> problems;
    std::string scratch;
    bool filled = false;
    while (!filled && cursor.next(record)) {
        filled = !record.faults.empty() || !is_empty(block.bytes, record, block.encoding);
        header.empty_rows += filled ? 0 : 1;
    }
    header.place = {record.line, 1};
    if (filled) check_record(block, record, file, problems);
    for (std::size_t i = 0; filled && i < record.count; ++i) {
        const auto* cell = cell_at(record, i);
        header.names.emplace_back(cell ? cell_text(block.bytes, *cell, block.encoding, scratch) : "");
        header.places.push_back(place_of(block.bytes, record, begin_of(record, i), block.encoding));
    }
    for (auto& problem : problems) header.problems.add(std::move(problem));
    if (!filled) header.problems.add({file, 1, 1, {}, "no header", "the names of the columns"});
    block.first_line = cursor.line();
    block.bytes.erase(0, cursor.at());
    return header;
}

Columns read_columns(Block& block, char delimiter, const std::string& file) {
    auto header = read_header(block, delimiter, file);
    Columns columns{delimiter, {}, {}, header.problems.empty(), std::move(header.problems), header.empty_rows};
    columns.column_of.fill(no_column);
    for (std::size_t i = 0; i < header.names.size(); ++i) {
        auto key = key_called(header.names[i]);
        const auto note = [&](std::string found, std::string expected) {
            columns.problems.add({file, header.places[i].line, header.places[i].column, {}, std::move(found), std::move(expected)});
        };
        if (!key) note("an unknown column " + in_quotes(header.names[i]), expected_key(header.names[i]));
        if (key && columns.column_of[static_cast<std::size_t>(*key)] != no_column) {
            note("the column " + in_quotes(header.names[i]) + " again", "each column once");
            key.reset();
        }
        if (key) columns.column_of[static_cast<std::size_t>(*key)] = i;
        columns.keys.push_back(key);
    }
    for (const auto key : {Key::case_number, Key::event, Key::on})
        if (columns.readable && columns.column_of[static_cast<std::size_t>(key)] == no_column)
            columns.problems.add({file, header.place.line, 1, {}, "no column " + in_quotes(name_of(key)), "one in every table of events"});
    return columns;
}

namespace {

/// Reads records one after the other.
class TableRows {
public:
    TableRows(const Block& block, const Columns& columns, const Frame& frame)
        : block_(block), columns_(columns), frame_(frame), builder_(frame),
          doubtful_(has_high_byte(block.bytes) || block.bytes.find('\0') != std::string::npos) {}

    Batch read();

private:
    void record();
    void say_cells();
    void fault(const RowFault& fault);
    FilePlace cell_place(std::size_t cell) const;
    FilePlace key_place(Key key) const;
    bool counts(const RowFault& fault) const;
    bool whole(const Said& said) const;

    const Block& block_;
    const Columns& columns_;
    const Frame& frame_;
    BatchBuilder builder_;
    bool doubtful_;
    CsvRecord record_;
    std::vector<Said> said_;
    std::vector<Problem> problems_;
    std::vector<std::string> scratch_ = std::vector<std::string>(columns_.keys.size());
};

Batch TableRows::read() {
    if (block_.too_long) {
        builder_.fatal(too_long(block_, frame_.file), true);
        return std::move(builder_.batch);
    }
    CsvCursor cursor(block_.bytes, columns_.delimiter, block_.first_line);
    while (cursor.next(record_)) record();
    return std::move(builder_.batch);
}

void TableRows::say_cells() {
    said_.clear();
    for (const auto& cell : record_.cells) {
        const auto column = cell.number;
        if (column >= columns_.keys.size()) break;
        if (!columns_.keys[column]) continue;
        const auto text = cell_text(block_.bytes, cell, block_.encoding, scratch_[column]);
        if (!text.empty()) said_.push_back({*columns_.keys[column], Form::cell, text, column});
    }
}

FilePlace TableRows::cell_place(std::size_t cell) const {
    return place_of(block_.bytes, record_, begin_of(record_, cell), block_.encoding);
}

FilePlace TableRows::key_place(Key key) const {
    const auto column = columns_.column_of[static_cast<std::size_t>(key)];
    return column < record_.count ? cell_place(column) : FilePlace{record_.line, 1};
}

/// A column that the header lacks was named once and for all.
bool TableRows::counts(const RowFault& fault) const {
    const bool base = fault.key == Key::case_number || fault.key == Key::event || fault.key == Key::on;
    return fault.said != not_said || !base || columns_.column_of[static_cast<std::size_t>(fault.key)] != no_column;
}

void TableRows::fault(const RowFault& fault) {
    if (!counts(fault)) return;
    const auto place = fault.said != not_said ? cell_place(said_[fault.said].at) : key_place(fault.key);
    const auto outer = pointer_step(name_of(fault.key));
    const bool inside = fault.pointer.size() > outer.size() && fault.pointer.starts_with(outer + "/");
    problems_.push_back({frame_.file, place.line, place.column, inside ? fault.pointer : "", fault.found, fault.expected});
}

/// Whether a cell of a faulty record can be believed.
bool TableRows::whole(const Said& said) const {
    const auto& cell = *cell_at(record_, said.at);
    const auto inside = [&](const CsvFault& fault) { return fault.at >= cell.begin && fault.at <= cell.end; };
    const auto bytes = std::string_view(block_.bytes).substr(cell.begin, cell.end - cell.begin);
    return std::none_of(record_.faults.begin(), record_.faults.end(), inside) &&
           first_broken_byte(bytes, block_.encoding) == std::string_view::npos;
}

void TableRows::record() {
    problems_.clear();
    say_cells();
    if (said_.empty() && record_.faults.empty() && is_empty(block_.bytes, record_, block_.encoding)) {
        ++builder_.batch.empty_rows;
        return;
    }
    if (doubtful_ || !record_.faults.empty()) check_record(block_, record_, frame_.file, problems_);
    check_length(block_, record_, columns_.keys.size(), frame_.file, problems_);
    const RawRow raw{record_.line, std::string_view(block_.bytes).substr(record_.begin, record_.end - record_.begin), block_.encoding};
    if (!problems_.empty()) {
        DecodedRow base;
        builder_.decoder.tell_case(said_, base);
        base.told = base.told && std::all_of(said_.begin(), said_.end(), [&](const Said& said) {
            return (said.key != Key::case_number && said.key != Key::service) || whole(said);
        });
        const auto index = builder_.take(raw, base, {}, problems_);
        // With a cell too few or too many, what stands under each name is not sure, the case neither.
        const bool shifted = record_.faults.empty() && record_.count != columns_.keys.size();
        builder_.note_unclear(shifted ? no_case : index);
        return;
    }
    const auto& row = builder_.decoder.decode(said_, record_.line);
    for (const auto& found : builder_.decoder.faults) fault(found);
    const auto index = builder_.take(raw, row, {&row, 1}, problems_);
    const bool named = row.entry.id != 0 || row.amends != 0 || row.id_unclear;
    if (named && !frame_.rejections) builder_.note_ids(raw, index, row, key_place(Key::id), key_place(key_for(Attribute::amends)));
}

}  // namespace

Batch read_table_block(const Block& block, const Columns& columns, const Frame& frame) {
    return TableRows(block, columns, frame).read();
}

}  // namespace maintien::io

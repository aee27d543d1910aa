#include "maintien/io/arrow.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <functional>
#include <optional>

#include "arrow_cells.hpp"
#include "csv_cell.hpp"
#include "maintien/io/errors.hpp"
#include "maintien/register/parallel.hpp"
#include "sources.hpp"

namespace maintien::io {

ArrowTable read_stream(ArrowOwned<ArrowArrayStream> stream, std::string name) {
    ArrowTable table{.name = std::move(name)};
    auto& from = stream.held;
    const auto broken = [&] {
        const char* said = from.get_last_error(&from);
        throw DocumentError(Problem{table.name, 0, 0, {}, "a stream that breaks off" + (said ? ": " + std::string(said) : std::string()), "a table"});
    };
    if (from.get_schema(&from, &table.schema.held) != 0) broken();
    while (true) {
        ArrowOwned<ArrowArray> chunk;
        if (from.get_next(&from, &chunk.held) != 0) broken();
        if (!chunk.held.release) return table;
        table.chunks.push_back(std::move(chunk));
    }
}

namespace {

constexpr std::int64_t rows_a_part = 1 << 15, rows_at_a_time = 512;

/// A column that is read.
struct ReadColumn {
    std::size_t number = 0;  // among the columns of the table
    Key key{};
};

std::uint64_t rows_of(const ArrowTable& table) {
    std::uint64_t rows = 0;
    for (const auto& chunk : table.chunks) rows += static_cast<std::uint64_t>(chunk.held.length);
    return rows;
}

/// Rows of one chunk that are read together, and what they give.
struct TablePart {
    std::size_t chunk = 0;
    std::int64_t first = 0;     // in the chunk
    std::int64_t count = 0;
    std::size_t line = 1;       // of the first row in the table
    Batch batch{};
};

/// The columns of a table, by their keys.
struct TableColumns {
    std::vector<ReadColumn> columns{};
    std::array<bool, key_count> given{};
    bool readable = false;  // whether rows can be read by it
    Problems problems{};
};

/// The name pandas gives to the rows' own numbers when a frame was cut: they say nothing of any event.
bool is_row_number(std::string_view name) { return name.starts_with("__index_level_"); }

TableColumns columns_of(const ArrowTable& table) {
    TableColumns found;
    const auto& schema = table.schema.held;
    const auto wrong = [&](std::string_view pointer, std::string what, std::string expected) {
        found.problems.add({table.name, 0, 0, pointer.empty() ? std::string() : pointer_step(pointer), std::move(what), std::move(expected)});
    };
    found.readable = std::string_view(schema.format) == "+s";
    if (!found.readable) {
        wrong("", "an array of the Arrow type " + in_quotes(schema.format), "a table");
        return found;
    }
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
        const auto& column = *schema.children[i];
        const std::string_view name = column.name ? trimmed(column.name) : "";
        if (is_row_number(name)) continue;
        const auto key = key_called(name);
        if (!key) wrong("", "an unknown column " + in_quotes(name), expected_key(name));
        else if (std::exchange(found.given[static_cast<std::size_t>(*key)], true)) wrong("", "the column " + in_quotes(name) + " again", "each column once");
        else found.columns.push_back({static_cast<std::size_t>(i), *key});
    }
    for (const auto& column : found.columns) {
        auto expected = expected_type(column.key, *schema.children[column.number]);
        if (expected.empty()) continue;
        wrong(name_of(column.key), type_in_words(*schema.children[column.number]), std::move(expected));
        found.readable = false;
    }
    for (const auto key : {Key::case_number, Key::event, Key::on})
        if (!found.given[static_cast<std::size_t>(key)]) wrong("", "no column " + in_quotes(name_of(key)), "one in every table of events");
    return found;
}

/// Reads rows of a table one after the other.
class ArrowRows {
public:
    ArrowRows(const ArrowTable& table, const TableColumns& columns, const Frame& frame)
        : table_(table), columns_(columns), frame_(frame), builder_(frame) {}

    Batch read(const TablePart& part);

private:
    void row(const std::vector<Said>& said, std::size_t line);
    void note_faults(std::size_t line);
    std::string written(const std::vector<Said>& said) const;

    const ArrowTable& table_;
    const TableColumns& columns_;
    const Frame& frame_;
    BatchBuilder builder_;
    MadeTexts texts_;
    std::vector<Problem> problems_;
};

Batch ArrowRows::read(const TablePart& part) {
    const auto& chunk = table_.chunks[part.chunk].held;
    std::vector<std::vector<Said>> rows(static_cast<std::size_t>(rows_at_a_time));
    for (std::int64_t done = 0; done < part.count; done += rows_at_a_time) {
        const auto count = static_cast<std::size_t>(std::min(rows_at_a_time, part.count - done));
        for (auto& said : rows) said.clear();
        texts_.forget();
        for (const auto& column : columns_.columns)
            say_column(*table_.schema.held.children[column.number], *chunk.children[column.number], chunk.offset, part.first + done, {rows.data(), count}, column.key, column.number, texts_);
        for (std::size_t i = 0; i < count; ++i) {
            const auto at = done + static_cast<std::int64_t>(i);
            if (!is_filled(chunk, part.first + at)) rows[i].clear();
            row(rows[i], part.line + static_cast<std::size_t>(at));
        }
    }
    return std::move(builder_.batch);
}

/// A row as a line of CSV, for the file of rejected rows: the table itself has no such line.
std::string ArrowRows::written(const std::vector<Said>& said) const {
    std::string line;
    for (const auto& column : columns_.columns) {
        const auto cell = std::find_if(said.begin(), said.end(), [&](const Said& one) { return one.at == column.number; });
        if (column.number != columns_.columns.front().number) line += ',';
        if (cell != said.end()) detail::append_csv_cell(line, cell->text);
    }
    return line;
}

/// What the decoder found; a column that the table lacks was named once and for all.
void ArrowRows::note_faults(std::size_t line) {
    for (auto& fault : builder_.decoder.faults) {
        const bool base = fault.key == Key::case_number || fault.key == Key::event || fault.key == Key::on;
        if (fault.said == not_said && base && !columns_.given[static_cast<std::size_t>(fault.key)]) continue;
        problems_.push_back({frame_.file, line, 0, std::move(fault.pointer), std::move(fault.found), std::move(fault.expected)});
    }
}

void ArrowRows::row(const std::vector<Said>& said, std::size_t line) {
    if (said.empty()) {
        ++builder_.batch.empty_rows;
        return;
    }
    problems_.clear();
    const bool wanted = frame_.keep_rejects || frame_.rejections;
    const auto text = wanted ? written(said) : std::string();
    const RawRow raw{line, text};
    for (const auto& one : said)
        if (has_high_byte(one.text) && first_broken_byte(one.text, Encoding::utf_8) != std::string_view::npos)
            problems_.push_back({frame_.file, line, 0, pointer_step(name_of(one.key)), "a byte that is no UTF-8", "UTF-8"});
    if (!problems_.empty()) {
        builder_.note_unclear(builder_.take(raw, {}, {}, problems_));
        return;
    }
    const auto& row = builder_.decoder.decode(said, line);
    note_faults(line);
    const auto index = builder_.take(raw, row, {&row, 1}, problems_);
    builder_.note_ids(raw, index, row, {line, 0}, {line, 0});
}

/// One table being read: parts are read side by side, a round at a time, while the round before is put together.
class TableReading {
public:
    TableReading(Reading& reading, const ArrowTable& table, Frame frame, unsigned threads, std::function<void(std::uint64_t)> headway)
        : reading_(reading), table_(table), frame_(std::move(frame)), threads_(threads), headway_(std::move(headway)), columns_(columns_of(table)) {}

    void read();

private:
    std::vector<TablePart> next_round();
    Batch batch_of(const TablePart& part, const DateUse& dates) const;
    void put_together(std::vector<TablePart>& parts);

    Reading& reading_;
    const ArrowTable& table_;
    Frame frame_;
    unsigned threads_;
    std::function<void(std::uint64_t)> headway_;
    TableColumns columns_;
    std::size_t chunk_ = 0, line_ = 1;
    std::int64_t first_ = 0;
};

std::vector<TablePart> TableReading::next_round() {
    std::vector<TablePart> parts;
    const auto wanted = threads_ == 1 ? std::size_t{1} : std::size_t{2} * threads_;
    while (parts.size() < wanted && chunk_ < table_.chunks.size()) {
        const auto count = std::min(rows_a_part, table_.chunks[chunk_].held.length - first_);
        if (count > 0) parts.push_back({chunk_, first_, count, line_, {}});
        first_ += std::max<std::int64_t>(count, 0);
        line_ += static_cast<std::size_t>(std::max<std::int64_t>(count, 0));
        if (first_ < table_.chunks[chunk_].held.length) continue;
        ++chunk_;
        first_ = 0;
    }
    return parts;
}

Batch TableReading::batch_of(const TablePart& part, const DateUse& dates) const {
    auto frame = frame_;
    frame.dates = dates;
    return ArrowRows(table_, columns_, frame).read(part);
}

void TableReading::put_together(std::vector<TablePart>& parts) {
    for (auto& part : parts) {
        const auto known = reading_.dates;
        const auto& own = part.batch.dates;
        // A part is read on its own: that the parts before it write dates in another way is seen only now.
        const bool differs = own.style != known.style || (own.line != known.line && !part.batch.problems.empty());
        if (known.style != DateStyle::automatic && differs) part.batch = batch_of(part, known);
        if (known.style == DateStyle::automatic) reading_.dates = part.batch.dates;
        reading_.merge(std::move(part.batch), frame_);
    }
}

void TableReading::read() {
    reading_.dates = {};
    const bool has_ids = columns_.given[static_cast<std::size_t>(Key::id)];
    if (!columns_.readable || (!has_ids && !columns_.problems.empty())) reading_.ids_unknown();
    reading_.refuse(frame_.source, std::exchange(columns_.problems, {}));
    std::vector<TablePart> before;
    do {
        auto fresh = columns_.readable ? next_round() : std::vector<TablePart>();
        const auto dates = reading_.dates;
        in_parallel(fresh.size() + 1, threads_, [&](std::size_t i, unsigned) {
            if (i == 0) put_together(before);
            else fresh[i - 1].batch = batch_of(fresh[i - 1], dates);
        });
        before = std::move(fresh);
        headway_(line_ - 1);
    } while (!before.empty());
}

}  // namespace

ReadResult read_tables(std::span<const ArrowTable> tables, const ReadOptions& options) {
    const auto threads = thread_count(options.threads);
    std::vector<Source> sources;
    for (const auto& table : tables) sources.push_back({.name = table.name, .text = ""});
    ReadOptions quiet = options;
    quiet.headway = {};
    return read_sources(sources, quiet, [&](Reading& reading, ByteStream&, const Frame& frame) {
        std::uint64_t before = 0;
        for (std::size_t i = 0; i < frame.source; ++i) before += rows_of(tables[i]);
        const auto headway = [&](std::uint64_t rows) {
            if (options.headway) options.headway(before + rows);
        };
        TableReading(reading, tables[frame.source], frame, threads, headway).read();
    });
}

}  // namespace maintien::io

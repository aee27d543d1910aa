#include "maintien/io/event_file.hpp"

#include <array>
#include <ostream>
#include <vector>

#include "maintien/io/encoding.hpp"
#include "maintien/io/errors.hpp"
#include "maintien/io/event_rows.hpp"
#include "maintien/io/events_document.hpp"

namespace maintien::io {
namespace {

/// What is said anywhere in a register.
std::vector<Attribute> attributes_in(const EventTable& table) {
    std::array<bool, count_of<Attribute>> said{};
    for (const auto& value : table.values) said[index_of(value.attribute)] = true;
    std::vector<Attribute> columns;
    for (const auto& term : terms_of<Attribute>)
        if (said[index_of(term.value)]) columns.push_back(term.value);
    return columns;
}

/// A cell of CSV has no blanks at its ends: a name that has some would be read as another.
void refuse_blanks(const std::string& path, const NamePool& names) {
    for (NameIndex i = 0; i < names.size(); ++i)
        if (const auto name = names.text_of(i); trimmed(name) != name)
            throw DocumentError(Problem{path, 0, 0, {}, "the name " + in_quotes(name), "no blanks at its ends, for CSV keeps none, or a file name that ends in .jsonl"});
}

void write_rows(std::ostream& out, const EventTable& table) {
    const auto columns = attributes_in(table);
    out << event_header(columns);
    std::string text;
    for (std::size_t row = 0; row < table.size(); ++row) {
        text.clear();
        append_event_row(text, key_of(table, table.case_index[row]), entry_at(table, row), table.names, columns);
        out << text;
    }
}

}  // namespace

Dialect dialect_for(const std::string& path) { return dialect_of({.name = path}, events_heading); }

FileToWrite event_file(const std::string& path, const EventTable& table) {
    const bool csv = dialect_for(path) == Dialect::csv;
    if (csv) refuse_blanks(path, table.names);
    return {path, [csv, &table](std::ostream& out) { csv ? write_rows(out, table) : write_events(out, table); }};
}

void write_events(const std::string& path, const EventTable& table) {
    const auto file = event_file(path, table);
    write_whole(file.path, file.write);
}

}  // namespace maintien::io

#include "maintien/io/rejects.hpp"

#include <ostream>

#include "maintien/io/text_file.hpp"
#include "one_line.hpp"

namespace maintien::io {

namespace {

void append_cell(std::string& out, std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) out.append(c == '"' ? 2 : 1, c);
    out += '"';
}

}  // namespace

void write_rejects(std::ostream& out, std::span<const RejectedRow> rejects) {
    out << "line,column,found,expected,row\n";
    std::string line;
    for (const auto& [problem, row] : rejects) {
        line = std::to_string(problem.line) + ',';
        append_cell(line, problem.column != 0 ? std::to_string(problem.column) : on_one_line(problem.pointer));
        // The row alone keeps its line ends: it is mended and sent again.
        for (const auto& text : {on_one_line(problem.found), on_one_line(problem.expected), row}) {
            line += ',';
            append_cell(line, text);
        }
        out << line << '\n';
    }
}

void write_rejects(const std::string& path, std::span<const RejectedRow> rejects) {
    write_whole(path, [&](std::ostream& out) { write_rejects(out, rejects); });
}

}  // namespace maintien::io

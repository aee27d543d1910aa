#pragma once
// One cell of a CSV file we write.

#include <string>
#include <string_view>

namespace maintien::io::detail {

/// Adds a text as a cell, in quotes (RFC 4180) when either delimiter, a quote or a line end is in it.
inline void append_csv_cell(std::string& out, std::string_view text) {
    if (text.find_first_of(",;\"\r\n") == std::string_view::npos) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

}  // namespace maintien::io::detail

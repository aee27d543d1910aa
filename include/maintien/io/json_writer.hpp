#pragma once
/// @file
/// Writing JSON documents: the keys in the order they are said, the same bytes everywhere.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "maintien/vocabulary/day.hpp"

namespace maintien::io {

/// How the members of an object or array are laid out.
enum class JsonLayout : std::uint8_t {
    one_line,   ///< all on one line: `{"from": "2020-06-01", "to": null}`
    one_a_line  ///< each on its own line, two spaces further in
};

/// Appends `text` to `out` as a JSON string: UTF-8 as it is, quotes, backslashes and control characters escaped.
void append_json_string(std::string& out, std::string_view text);

/// Appends a number to `out`, the shortest text that reads back as the same number: 1.0 is `1`, -0.0 is `0`, whole
/// numbers below 1e15 have no exponent. What is not finite has no JSON and is written `null`.
void append_json_number(std::string& out, double value);

/// A JSON document while it is being written; `text` grows with every call and may be taken and emptied in between, so
/// that a long document never stands in memory whole. Calls must nest; an object takes a key before each value.
struct JsonWriter {
    std::string text{};  ///< what has been written and not been taken yet

    void begin_object(JsonLayout layout = JsonLayout::one_line);  ///< opens an object
    void begin_array(JsonLayout layout = JsonLayout::one_line);   ///< opens an array
    void end();                                                   ///< closes what was opened last
    void key(std::string_view name);                              ///< the next member's key
    void string(std::string_view content);                        ///< a string
    void number(double content);                                  ///< a number
    void count(std::int64_t content);                             ///< a whole number
    void boolean(bool content);                                   ///< true or false
    void null();                                                  ///< null
    void string_or_null(std::string_view content);                ///< a string, or null when it is empty
    void number_or_null(const std::optional<double>& content);    ///< a number, or null
    void day_or_null(Day content);                                ///< a day as `YYYY-MM-DD`, or null for no day

    void value(std::string_view json);                            ///< a value already written in JSON, on one line

    /// An object or array that is open.
    struct Level {
        char closing;         ///< the bracket that closes it
        JsonLayout layout;    ///< its layout
        bool empty = true;    ///< whether it has no member yet
    };
    std::vector<Level> open{};  ///< what is open, the innermost last
    bool after_key = false;     ///< whether a key waits for its value

    void separate();                                ///< comma, line end and indentation before a member
    void begin(char bracket, JsonLayout layout);    ///< opens with `{` or `[`
};

}  // namespace maintien::io

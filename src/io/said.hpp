#pragma once
// What a row says before anybody knows what it means: its keys and values as they are written, in either dialect.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "key.hpp"
#include "maintien/io/json_lines.hpp"
#include "maintien/io/mapping.hpp"

namespace maintien::io {

/// How a value is written: as a cell of a table, or as JSON.
enum class Form : std::uint8_t { cell, string, number, truth, array, object };

/// A key and its value; what is absent is not said.
struct Said {
    Key key = Key::case_number;
    Form form = Form::cell;
    std::string_view text{};  // decoded when a cell or a string, else as it stands
    std::size_t at = 0;       // number of the cell in its record
};

inline constexpr std::size_t not_said = static_cast<std::size_t>(-1);

/// What is wrong with something said, or that something is not said.
struct RowFault {
    Key key = Key::case_number;
    std::size_t said = not_said;  // which of the things said
    std::string pointer{};        // from the row
    std::string found{};
    std::string expected{};
};

/// How dates are written in a file, and where that was seen.
struct DateUse {
    DateStyle style = DateStyle::automatic;
    std::size_t line = 0;  // 0 when it was said beforehand
};

inline std::string_view spelling_of(DateStyle style) {
    return style == DateStyle::iso ? "YYYY-MM-DD" : style == DateStyle::french ? "dd/mm/yyyy" : "YYYY-MM-DD or dd/mm/yyyy";
}

/// How a JSON value is written.
Form form_of(JsonKind kind);

/// How a JSON value of a mapping is taken: a text may stand for a list, as in a cell.
Form mapped_form(Key key, JsonKind kind);

/// What a JSON object says, `null` left out; unknown and repeated keys are faults.
void say(std::span<const JsonMember> members, std::vector<Said>& said, std::vector<RowFault>& faults);

/// A value as a fault names it.
std::string found_text(const Said& said);

}  // namespace maintien::io

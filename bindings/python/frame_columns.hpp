#pragma once
// Columns of tables, told once for Python lists and for data frames.

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "values.hpp"

namespace maintien::python {

/// What a column holds.
enum class CellKind { text, code, day, time, truth, whole, real, texts };

/// A value of a column; nothing is null. A code is its position in its list, a time its minutes.
using CellValue = std::variant<std::monostate, std::string, std::int64_t, double, bool, Day, std::vector<std::string>>;

/// A column, and its value in a row. The function must not touch Python.
struct FrameColumn {
    std::string name{};
    CellKind kind = CellKind::text;
    std::function<CellValue(std::size_t)> value{};
    std::string list{};                        // of codes: the closed list
    std::vector<std::string_view> codes{};     // and its spellings
};

inline CellValue text_cell(std::string_view text) { return text.empty() ? CellValue{} : CellValue{std::string(text)}; }
inline CellValue day_cell(Day day) { return known(day) ? CellValue{day} : CellValue{}; }
inline CellValue code_cell(std::uint8_t position) { return position == no_code ? CellValue{} : CellValue{std::int64_t{position}}; }
inline CellValue real_cell(const std::optional<double>& number) { return number ? CellValue{*number} : CellValue{}; }

template <class Value>
FrameColumn text_column(std::string name, Value value) {
    return {std::move(name), CellKind::text, std::move(value)};
}
template <class Value>
FrameColumn day_column(std::string name, Value value) {
    return {std::move(name), CellKind::day, std::move(value)};
}
template <class Value>
FrameColumn whole_column(std::string name, Value value) {
    return {std::move(name), CellKind::whole, std::move(value)};
}
template <class Value>
FrameColumn truth_column(std::string name, Value value) {
    return {std::move(name), CellKind::truth, std::move(value)};
}
template <class Value>
FrameColumn real_column(std::string name, Value value) {
    return {std::move(name), CellKind::real, std::move(value)};
}

/// A column of codes of a closed list; `value` gives positions.
template <ClosedList Code, class Value>
FrameColumn code_column(std::string name, Value value) {
    FrameColumn column{std::move(name), CellKind::code, std::move(value), std::string(list_name_of<Code>), {}};
    for (const auto& term : terms_of<Code>) column.codes.push_back(term.code);
    return column;
}

/// A value as a Python object: codes are members, days `datetime.date`.
py::object to_python(const FrameColumn& column, const CellValue& value);

}  // namespace maintien::python

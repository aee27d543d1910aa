#pragma once
// Values on their way between C++ and Python: days, codes, numbers, documents.

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "maintien/case/case_key.hpp"
#include "maintien/case/packed_entry.hpp"
#include "maintien/case/time_of_day.hpp"
#include "maintien/io/source.hpp"
#include "maintien/pathway/mark.hpp"
#include "maintien/vocabulary/code_list.hpp"

namespace maintien::python {

namespace py = pybind11;

/// The members of each closed list as Python objects, in order, by the name of the list.
using CodeMembers = std::map<std::string, std::vector<py::object>, std::less<>>;

/// The one table of members, filled when the module is loaded.
CodeMembers& code_members();

/// The members of a closed list.
const std::vector<py::object>& members_of_list(std::string_view list);

/// A code as its Python member.
template <ClosedList Code>
py::object to_python(Code code) {
    return members_of_list(list_name_of<Code>)[index_of(code)];
}

/// A code as its Python member, None without one.
template <ClosedList Code>
py::object to_python(const std::optional<Code>& code) {
    return code ? to_python(*code) : py::none();
}

/// The code at a position as its Python member, None for `no_code`.
template <ClosedList Code>
py::object code_at(std::uint8_t position) {
    return position == no_code ? py::object(py::none()) : members_of_list(list_name_of<Code>)[position];
}

/// A day as `datetime.date`, None for no day.
py::object to_python(Day day);

/// A text, None when it is empty.
py::object text_or_none(std::string_view text);

/// A number, whole when it is whole; None when there is none.
py::object to_python(const std::optional<double>& number);

/// The day in a `datetime.date`. A day with a time of day is refused. @throws TypeError
Day to_day(py::handle value, const char* argument);

/// As `to_day`; None is no day.
Day to_day_or_none(py::handle value, const char* argument);

/// The code that a member or its text means. @throws TypeError, ValueError
template <ClosedList Code>
Code to_code(py::handle value, const char* argument) {
    const auto found = py::repr(value).cast<std::string>();
    if (!py::isinstance<py::str>(value)) throw py::type_error(std::string(argument) + ": found " + found + ", expected a code of " + std::string(list_name_of<Code>));
    if (const auto code = from_code<Code>(value.cast<std::string>())) return *code;
    std::string codes;
    for (const auto& term : terms_of<Code>) codes += (codes.empty() ? "" : ", ") + std::string(term.code);
    throw py::value_error(std::string(argument) + ": found " + found + ", expected one of " + codes);
}

/// As `to_code`; None is no code.
template <ClosedList Code>
std::optional<Code> to_code_or_none(py::handle value, const char* argument) {
    return value.is_none() ? std::nullopt : std::optional{to_code<Code>(value, argument)};
}

/// The language spelt `text`. @throws ValueError
Language to_language(std::string_view text);

/// An entry as a dict with the names of the event format; codes are members, days `datetime.date`, times `datetime.time`.
py::dict to_python(const CaseKey& key, const EntryView& entry, const NamePool& names);

/// The document a Python argument means: a path (`str` or path-like), or the document itself (`bytes`, or `str` with a line end).
io::Source to_source(py::handle value, const char* argument);

/// As `to_source`; a mapping is the document it spells.
io::Source to_document(py::handle value, const char* argument);

/// A class of plain Python values of the package.
py::object value_class(const char* name);

}  // namespace maintien::python

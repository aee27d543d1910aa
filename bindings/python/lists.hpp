#pragma once
// Agendas and deviations on their way to Python.

#include "handles.hpp"
#include "maintien/pathway/agenda/item.hpp"
#include "maintien/pathway/deviation.hpp"

namespace maintien::python {

/// The day of an agenda in Python arguments. @throws TypeError, ValueError
AgendaDay to_agenda_day(const py::object& as_of, int within, const py::object& region);

/// A deviation as a Python value.
py::object to_python(const Deviation& deviation);

/// `<what as of day: count nouns>`.
std::string list_in_short(const std::string& what, Day as_of, std::size_t count, const char* noun);

}  // namespace maintien::python

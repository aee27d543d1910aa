#pragma once
// What a report is asked for, from Python.

#include "handles.hpp"

namespace maintien::python {

/// The report of `Events` or `Cases`; what cannot be asked is a TypeError or a ValueError that tells what can.
ReportHandle make_python_report(const py::object& register_, const py::object& protocol, const py::object& as_of, const py::object& known_on, const py::object& from,
                                const py::object& to, const py::object& by, double level, const std::string& interval, unsigned threads);

}  // namespace maintien::python

#pragma once
// What each layer adds to the Python module.

#include <pybind11/pybind11.h>

namespace maintien::python {

namespace py = pybind11;

void bind_vocabulary(py::module_& m);   // the closed lists
void bind_protocol(py::module_& m);     // the rule books
void bind_register(py::module_& m);     // events and cases as columns
void bind_pathway(py::module_& m);      // one case, live
void bind_indicators(py::module_& m);   // reports
void bind_io(py::module_& m);           // documents in, faults
void bind_conformance(py::module_& m);  // invented registers

}  // namespace maintien::python

#pragma once
// What each layer adds to the Python module.

#include <pybind11/pybind11.h>

namespace maintien::python {

namespace py = pybind11;

void bind_documents(py::module_& m);        // results that are documents too
void bind_vocabulary(py::module_& m);       // the closed lists
void bind_protocol(py::module_& m);         // the rule books
void bind_register(py::module_& m);         // events and cases as columns
void bind_pathway(py::module_& m);          // one case, live
void bind_agenda(py::module_& m);           // what is due
void bind_check(py::module_& m);            // what deviates
void bind_rehearsal(py::module_& m);        // changes of protocol
void bind_sharing(py::module_& m);          // views, letters
void bind_rights(py::module_& m);           // what a person asks of the files
void bind_identification(py::module_& m);   // digests, before any case
void bind_outreach(py::module_& m);         // collective actions
void bind_indicators(py::module_& m);       // reports
void bind_state(py::module_& m);            // the integers behind them
void bind_revision(py::module_& m);         // reports side by side: revisions, trends
void bind_io(py::module_& m);               // documents in, faults
void bind_conformance(py::module_& m);      // the scenario kit, invented registers
void bind_stats(py::module_& m);            // the estimators, in the submodule _stats
void bind_survival(py::module_& m);         // those of survival

}  // namespace maintien::python

#include "bind.hpp"
#include "maintien/version.hpp"

namespace maintien::python {

namespace {

/// Shows the classes where people find them: in `maintien`, not in the module that holds the machine code.
void name_classes(const py::module_& m) {
    for (const auto& [name, value] : m.attr("__dict__").cast<py::dict>())
        if (PyType_Check(value.ptr())) py::setattr(value, "__module__", py::str("maintien"));
}

}  // namespace

}  // namespace maintien::python

PYBIND11_MODULE(_core, m) {
    using namespace maintien::python;
    py::options options;
    options.disable_function_signatures();
    m.doc() = "The machine code of maintien: what the package shows is documented there.";
    m.attr("__version__") = maintien::library_version;
    bind_vocabulary(m);
    bind_documents(m);
    bind_protocol(m);
    bind_register(m);
    bind_pathway(m);
    bind_agenda(m);
    bind_check(m);
    bind_rehearsal(m);
    bind_sharing(m);
    bind_rights(m);
    bind_identification(m);
    bind_outreach(m);
    bind_state(m);
    bind_indicators(m);
    bind_revision(m);
    bind_io(m);
    bind_conformance(m);
    bind_stats(m);
    name_classes(m);
}

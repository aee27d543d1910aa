#pragma once
// Data frames: every table out, and events in, through the Arrow PyCapsule interface.

#include "arrow_export.hpp"
#include "documents.hpp"
#include "lists.hpp"
#include "signature.hpp"

namespace maintien::python {

/// Whether a value is a table in memory.
bool is_frame(py::handle value);

/// A table in memory, by way of its capsules; `name` is what faults call it.
io::ArrowTable to_arrow_table(const py::object& frame, std::string name);

std::shared_ptr<const OutTable> event_frame(const Events& events);
std::shared_ptr<const OutTable> case_frame(const Cases& cases);
std::shared_ptr<const OutTable> report_frame(const Report& report);
std::shared_ptr<const OutTable> trend_frame(const std::vector<Report>& reports);
std::shared_ptr<const OutTable> agenda_frame(const std::vector<AgendaItem>& items);
std::shared_ptr<const OutTable> deviations_frame(const std::vector<Deviation>& deviations);

/// Gives a class the ways out of a table, which `make` makes without touching Python; `example` is an expression that gives such a table.
template <class Self, class Make>
void bind_frame(py::class_<Self>& cls, const std::string& example, Make make) {
    const auto way_out = [&](const char* name, const char* library, const char* kind) {
        const auto doc = std::string("The table as a ") + kind + "; " + library + " must be installed.\n\n>>> len(" + example + "." + name + "()) > 0\nTrue\n";
        def(cls, name, doc.c_str(), [name](const py::object& self) { return py::module_::import("maintien._frames").attr(name)(self); });
    };
    def(cls, "__arrow_c_stream__", "The table as a capsule that holds an Arrow C stream; a wish for other types is not heard.", [make](const Self& self, const py::object&) {
        auto table = [&] {
            const py::gil_scoped_release free;
            return make(self);
        }();
        return stream_of(std::move(table));
    }, py::arg("requested_schema") = py::none());
    way_out("to_arrow", "pyarrow", "``pyarrow.Table``: codes as dictionaries, days as dates, nothing copied");
    way_out("to_pandas", "pandas (and pyarrow)", "``pandas.DataFrame``: codes as categories, days as ``datetime64``, nullable numbers and truth values");
    way_out("to_polars", "polars", "``polars.DataFrame``: codes as categories, days as dates");
}

}  // namespace maintien::python

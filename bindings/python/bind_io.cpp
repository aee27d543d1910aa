#include "maintien/io/errors.hpp"

#include "bind.hpp"
#include "handles.hpp"
#include "maintien/io/mapping.hpp"
#include "maintien/io/rejects.hpp"
#include "signature.hpp"
#include "values.hpp"

namespace maintien::python {

namespace {

py::tuple problems_of(const io::Problems& problems) {
    const py::object make = value_class("Problem");
    py::list list;
    for (const auto& one : problems.first) list.append(make(one.file, one.line, one.column, one.pointer, one.found, one.expected));
    return py::tuple(list);
}

/// Raises the package's own DocumentError with all its faults.
void raise_document_error(const io::DocumentError& error) {
    const py::object type = value_class("DocumentError");
    const py::object raised = type(error.what(), problems_of(error.problems), error.problems.total);
    PyErr_SetObject(type.ptr(), raised.ptr());
}

/// Where rejected rows go, or nowhere.
struct Rejects {
    explicit Rejects(const py::object& path) {
        if (!path.is_none()) file = py::module_::import("os").attr("fspath")(path).cast<std::string>();
    }
    std::optional<std::string> file{};
};

void keep(const Rejects& rejects, const io::ReadResult& result) {
    if (rejects.file) io::write_rejects(*rejects.file, result.rejects);
}

Events read_events(const py::args& paths, const py::object& rejects, unsigned threads) {
    std::vector<io::Source> sources;
    for (const py::handle path : paths) sources.push_back(to_source(path, "paths"));
    if (sources.empty()) throw py::type_error("read_events() needs at least one path");
    const Rejects wanted(rejects);
    const py::gil_scoped_release free;
    auto result = io::read_events(sources, {wanted.file.has_value(), threads});
    keep(wanted, result);
    return events_of(std::move(result));
}

/// The mapping in a Python argument: a document, or a dict with what it would hold.
io::Mapping to_mapping(const py::object& mapping) {
    if (!py::isinstance<py::dict>(mapping)) return io::read_mapping(to_source(mapping, "mapping"));
    return io::parse_mapping(py::module_::import("maintien._documents").attr("json_text")(mapping).cast<std::string>(), "<mapping>");
}

Events import_table(const py::object& table, const py::object& mapping, const py::object& rejects, unsigned threads) {
    const auto source = to_source(table, "table");
    const auto how = to_mapping(mapping);
    const Rejects wanted(rejects);
    const py::gil_scoped_release free;
    auto result = io::import_table(source, how, {wanted.file.has_value(), threads});
    keep(wanted, result);
    auto unmapped = std::move(result.unmapped_columns);
    Events events = events_of(std::move(result));
    events.unmapped_columns = std::move(unmapped);
    return events;
}

constexpr const char* read_events_doc = R"(The events of one or several event files (JSON Lines or CSV), read together as one register.

A path is a ``str`` or path-like; ``bytes``, or a ``str`` with a line end, is the document itself. The reader is strict: when anything is
wrong, ``DocumentError`` tells every fault at its place. With ``rejects``, every case with a bad row is left out whole, its rows go to
that file (CSV), and ``Events.rejected`` counts the cases. ``threads`` = 0 means all cores.

>>> len(mt.read_events(b'{"case": "1", "event": "referral", "on": "2024-03-01", "origin": "return_visit"}'))
1
)";

constexpr const char* import_table_doc = R"(A cell's own spreadsheet, one row a case, as events: the mapping says which column means what.

``table`` is a CSV export, ``mapping`` a ``maintien-mapping/1`` document; either may be a path (``str`` or path-like) or the document itself
(``bytes``, or a ``str`` with a line end), the mapping also a dict. A mistyped status, a day that does not exist, a repeated case number
are errors: ``DocumentError`` tells every fault at its place. ``rejects`` and ``threads`` are those of ``read_events``.

>>> mt.import_table("examples/data/cellule.csv", "examples/data/cellule.mapping.json").unmapped_columns
['Réf. adhérent', 'Réf. courrier']
)";

}  // namespace

void bind_io(py::module_& m) {
    py::register_exception_translator([](std::exception_ptr thrown) {
        try {
            if (thrown) std::rethrow_exception(thrown);
        } catch (const io::DocumentError& error) {
            raise_document_error(error);
        }
    });
    def(m, "read_events", read_events_doc, &read_events, Starred{"*paths"}, py::arg("rejects") = py::none(), py::arg("threads") = 0u);
    def(m, "import_table", import_table_doc, &import_table, py::arg("table"), py::arg("mapping"), py::kw_only(), py::arg("rejects") = py::none(), py::arg("threads") = 0u);
}

}  // namespace maintien::python

#include "maintien/io/errors.hpp"

#include <filesystem>

#include "bind.hpp"
#include "frames.hpp"
#include "handles.hpp"
#include "long_work.hpp"
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

/// How many bytes the sources have in all; 0 when that cannot be known.
std::uint64_t bytes_of(std::span<const io::Source> sources) {
    std::uint64_t bytes = 0;
    for (const auto& source : sources) {
        std::error_code unknown;
        const auto size = source.text ? source.text->size() : std::filesystem::file_size(source.name, unknown);
        if (unknown) return 0;
        bytes += size;
    }
    return bytes;
}

/// The events of tables in memory.
Events read_frames(const py::args& frames, const py::object& rejects, unsigned threads, bool progress) {
    std::vector<io::ArrowTable> tables;
    for (const py::handle frame : frames) {
        if (!is_frame(frame)) throw py::type_error("read_events() takes files or data frames, not both: found " + py::repr(frame).cast<std::string>() + " beside a frame");
        tables.push_back(to_arrow_table(py::reinterpret_borrow<py::object>(frame), frames.size() == 1 ? "<frame>" : "<frame " + std::to_string(tables.size() + 1) + ">"));
    }
    const Rejects wanted(rejects);
    std::uint64_t rows = 0;
    for (const auto& table : tables)
        for (const auto& chunk : table.chunks) rows += static_cast<std::uint64_t>(chunk.held.length);
    LongWork work("reading", progress, "row");
    const py::gil_scoped_release free;
    auto result = io::read_tables(tables, {wanted.file.has_value(), threads, [&](std::uint64_t done) { work.told(done, rows); }});
    keep(wanted, result);
    return events_of(std::move(result));
}

Events read_events(const py::args& paths, const py::object& rejects, unsigned threads, bool progress) {
    if (!paths.empty() && is_frame(paths[0])) return read_frames(paths, rejects, threads, progress);
    std::vector<io::Source> sources;
    for (const py::handle path : paths) sources.push_back(to_source(path, "paths"));
    if (sources.empty()) throw py::type_error("read_events() needs at least one path");
    const Rejects wanted(rejects);
    LongWork work("reading", progress, "B");
    const py::gil_scoped_release free;
    auto result = io::read_events(sources, {wanted.file.has_value(), threads, [&, whole = bytes_of(sources)](std::uint64_t done) { work.told(done, whole); }});
    keep(wanted, result);
    return events_of(std::move(result));
}

/// A table as events; the rows of a sheet, which the package writes as CSV of its own, say what they are `called`.
Events import_table(const py::object& table, const py::object& mapping, const std::optional<std::string>& called, const py::object& rejects, unsigned threads, bool progress) {
    auto source = to_source(table, "table");
    auto how = io::read_mapping(to_document(mapping, "mapping"));
    if (called) {
        source.name = *called;
        how.encoding = io::Encoding::utf_8;
        how.delimiter = ',';
    }
    const Rejects wanted(rejects);
    LongWork work("reading", progress, "B");
    const py::gil_scoped_release free;
    auto result = io::import_table(source, how, {wanted.file.has_value(), threads, [&, whole = bytes_of({&source, 1})](std::uint64_t done) { work.told(done, whole); }});
    keep(wanted, result);
    auto unmapped = std::move(result.unmapped_columns);
    Events events = events_of(std::move(result));
    events.unmapped_columns = std::move(unmapped);
    return events;
}

constexpr const char* read_events_doc = R"(The events of one or several event files (JSON Lines or CSV), or of data frames, read together as one register.

A path is a ``str`` or path-like; ``bytes``, or a ``str`` with a line end, is the document itself. A frame is anything with ``__arrow_c_stream__`` or
``__arrow_c_array__`` (polars, pandas, pyarrow, DuckDB, narwhals …); its columns are those of the CSV dialect, null is absent, texts are read as cells are, and what is
wrong is told with its row from 1 (``line``) and its column (``pointer``). The reader is strict: when anything is
wrong, ``DocumentError`` tells every fault at its place. With ``rejects``, every case with a bad row is left out whole, its rows go to
that file (CSV), and ``Events.rejected`` counts the cases. ``threads`` = 0 means all cores. ``progress``
shows a bar when tqdm is installed; an interrupt from the keyboard ends the work.

>>> len(mt.read_events(b'{"case": "1", "event": "referral", "on": "2024-03-01", "origin": "return_visit"}'))
1
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
    def(m, "read_events", read_events_doc, &read_events, Starred{"*paths"}, py::arg("rejects") = py::none(), py::arg("threads") = 0u,
        py::arg("progress") = false);
    def(m, "_import_table", "A table of text as events.", &import_table, py::arg("table"), py::arg("mapping"), py::kw_only(), py::arg("called") = py::none(),
        py::arg("rejects") = py::none(), py::arg("threads") = 0u, py::arg("progress") = false);
}

}  // namespace maintien::python

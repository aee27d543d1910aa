#include <algorithm>
#include <sstream>

#include "bind.hpp"
#include "case_columns.hpp"
#include "frames.hpp"
#include "long_work.hpp"
#include "handles.hpp"
#include "maintien/io/event_file.hpp"
#include "maintien/io/events_document.hpp"
#include "maintien/register/replay.hpp"
#include "signature.hpp"
#include "values.hpp"

namespace maintien::python {

namespace {

std::string counted(std::size_t count, const char* noun) { return std::to_string(count) + " " + noun + (count == 1 ? "" : "s"); }

/// Where a walk through events has come.
struct EventWalk {
    std::shared_ptr<const EventTable> table;
    std::size_t row = 0;

    py::dict next() {
        if (row == table->size()) throw py::stop_iteration();
        const auto at = row++;
        return to_python(key_of(*table, table->case_index[at]), entry_at(*table, at), table->names);
    }
};

/// The first and the last day on which something happened, None without events.
py::object first_and_last_day(const Events& self) {
    const auto& days = self.table->on;
    if (days.empty()) return py::none();
    const auto [first, last] = std::minmax_element(days.begin(), days.end());
    return py::make_tuple(to_python(*first), to_python(*last));
}

void write_file(const Events& self, const py::object& path) {
    const auto name = py::module_::import("os").attr("fspath")(path).cast<std::string>();
    const py::gil_scoped_release free;
    io::write_events(name, *self.table);
}

std::string short_text(const Events& self) {
    return "<Events: " + counted(self.table->size(), "event") + " of " + counted(self.table->cases(), "case") + ">";
}

/// What a pickle holds of events: their document, and what is beside it.
py::tuple pickled(const Events& self) {
    const auto text = written([&] {
        std::ostringstream out;
        io::write_events(out, *self.table);
        return std::move(out).str();
    });
    return py::make_tuple(py::bytes(text), self.rejected_cases, self.rejected_rows, self.skipped_empty_rows, self.remarks, self.unmapped_columns);
}

Events events_again(const py::tuple& state) {
    const io::Source source{.name = "<pickle>", .text = state[0].cast<std::string>(), .dialect = io::Dialect::json_lines};
    auto result = [&] {
        const py::gil_scoped_release free;
        return io::read_events({&source, 1});
    }();
    return {std::make_shared<const EventTable>(std::move(result.table)), state[1].cast<std::int64_t>(), state[2].cast<std::int64_t>(), state[3].cast<std::int64_t>(),
            state[4].cast<std::vector<std::string>>(), state[5].cast<std::vector<std::string>>()};
}

constexpr const char* events_doc = R"(The events of many cases as columns: what ``read_events``, ``import_table`` and ``simulate`` give.

``len`` counts events; iteration gives each as a dict with the names of the event format, codes as members of their lists, days as
``datetime.date``. It never changes; figures depend neither on the order of events nor on how files were split. As a data frame it has a column
for each attribute that some event says; ``read_events`` reads it back.

>>> events = mt.import_table("examples/data/cellule.csv", "examples/data/cellule.mapping.json")
>>> events.cases
103
>>> next(iter(events))["event"]
<Event.referral: 'referral'>
)";

void bind_events(py::module_& m) {
    py::class_<EventWalk>(m, "_EventWalk").def("__iter__", [](py::object self) { return self; }).def("__next__", &EventWalk::next);
    py::class_<Events> cls(m, "Events", events_doc);
    cls.def("__len__", [](const Events& self) { return self.table->size(); });
    cls.def("__iter__", [](const Events& self) { return EventWalk{self.table}; });
    cls.def("__repr__", [](const Events& self) { return short_text(self); });
    cls.def_property_readonly("cases", [](const Events& self) { return self.table->cases(); }, "How many cases there are: distinct (service, case).");
    cls.def_property_readonly("period", &first_and_last_day, "First and last day on which something happened, or None.");
    cls.def_property_readonly("rejected", [](const Events& self) { return self.rejected_cases; }, "How many cases were left out because of a bad row.");
    cls.def_property_readonly("rejected_rows", [](const Events& self) { return self.rejected_rows; }, "How many rows were left out with them.");
    cls.def_property_readonly("skipped_empty_rows", [](const Events& self) { return self.skipped_empty_rows; }, "How many wholly empty rows were skipped.");
    cls.def_property_readonly("remarks", [](const Events& self) { return py::cast(self.remarks); }, "What the reader thinks one should know, a sentence each.");
    cls.def_property_readonly("unmapped_columns", [](const Events& self) { return py::cast(self.unmapped_columns); }, "Columns of an imported table that its mapping does not name.");
    def(cls, "write", R"(Writes the events as an event file: CSV to a name that ends in ``.csv``, else JSON Lines.

They go to a temporary file, which takes the name when all is written; reading it again gives the same events. ``DocumentError`` when it cannot be written,
or when a name has blanks at its ends, which CSV does not keep.

>>> import tempfile, pathlib
>>> with tempfile.TemporaryDirectory() as folder:
...     path = pathlib.Path(folder, "events.csv")
...     events = mt.simulate(cases=10, seed=1)
...     events.write(path)
...     list(mt.read_events(path)) == list(events)
True
)", &write_file, py::arg("path"));
    bind_frame(cls, "mt.simulate(cases=10, seed=1)", &event_frame);
    cls.def(py::pickle(&pickled, &events_again));
}

py::dict deviations(const Cases& self) {
    py::dict counts;
    for (const auto& term : terms_of<Severity>) counts[to_python(term.value)] = self.table->deviations[index_of(term.value)];
    return counts;
}

py::tuple column_names(const Cases& self) {
    py::list names;
    for (const auto& column : case_columns(self)) names.append(column.name);
    return py::tuple(names);
}

py::list episodes(const Cases& self) {
    const auto columns = case_columns(self);
    std::vector<py::str> names;
    for (const auto& column : columns) names.emplace_back(column.name);
    py::list rows(self.table->episodes.size());
    for (std::size_t row = 0; row < self.table->episodes.size(); ++row) {
        py::dict episode;
        for (std::size_t i = 0; i < names.size(); ++i) episode[names[i]] = to_python(columns[i], columns[i].value(row));
        rows[row] = std::move(episode);
    }
    return rows;
}

py::list column(const Cases& self, const std::string& name) {
    const auto all = case_columns(self);
    const auto found = std::find_if(all.begin(), all.end(), [&](const FrameColumn& one) { return one.name == name; });
    if (found == all.end()) throw py::key_error("no column '" + name + "'; see columns");
    py::list values(self.table->episodes.size());
    for (std::size_t row = 0; row < values.size(); ++row) values[row] = to_python(*found, found->value(row));
    return values;
}

std::string short_text(const Cases& self) {
    return "<Cases under " + self.protocol.name + " as of " + iso(self.table->as_of) + ": " + counted(self.events.table->cases(), "case") + ", " +
           counted(self.table->episodes.size(), "episode") + ">";
}

constexpr const char* cases_doc = R"(Where the cases of a register stand on a day under a protocol: what ``replay`` gives.

``len`` counts cases, ``episodes()`` has one row for each passage of a worker through the cell. Cases whose worker objects to statistics
count in ``objected`` and have no episode.

>>> cases = mt.replay(mt.simulate(cases=50, seed=1), as_of=date(2024, 12, 31))
>>> len(cases)
50
)";

void bind_cases(py::module_& m) {
    py::class_<Cases> cls(m, "Cases", cases_doc);
    cls.def("__len__", [](const Cases& self) { return self.events.table->cases(); });
    cls.def("__repr__", [](const Cases& self) { return short_text(self); });
    cls.def_property_readonly("events", [](const Cases& self) { return self.events; }, "The events that were replayed.");
    cls.def_property_readonly("protocol", [](const Cases& self) { return self.protocol; }, "The protocol they were replayed under.");
    cls.def_property_readonly("as_of", [](const Cases& self) { return to_python(self.table->as_of); }, "The day looked at: later facts are masked.");
    cls.def_property_readonly("known_on", [](const Cases& self) { return to_python(self.table->known_on); }, "The day of knowledge: what was recorded later is masked; or None.");
    cls.def_property_readonly("objected", [](const Cases& self) { return self.table->objected; }, "How many cases object to statistics.");
    cls.def_property_readonly("deviations", &deviations, "How many events deviate from the protocol, by ``Severity``.");
    cls.def_property_readonly("columns", &column_names, "The names of the columns of ``episodes()``.");
    def(cls, "column", R"(One column of the episodes as a list; an unknown name is a ``KeyError``.

Days are ``datetime.date``, codes members of their lists, None where nothing is known.

>>> cases = mt.replay(mt.simulate(cases=50, seed=1), as_of=date(2024, 12, 31))
>>> cases.column("stage") == [episode["stage"] for episode in cases.episodes()]
True
)", &column, py::arg("name"));
    def(cls, "episodes", R"(The episodes, one dict each: the key, the stage, the outcome, the milestone days, what the referral and the case say, how each follow-up stands.

The episodes of a case stand together, numbered from 1. Of each horizon of the protocol, ``follow_up_12`` is a ``FollowUpEnd`` and ``answer_12`` what was
answered when the worker said whether in work; both are None when the exit is not followed.

>>> cases = mt.replay(mt.simulate(cases=50, seed=1), as_of=date(2024, 12, 31))
>>> all(episode["stage"] in {None, *mt.Stage} for episode in cases.episodes())
True
)", &episodes);
    bind_frame(cls, "mt.replay(mt.simulate(cases=10, seed=1), as_of=date(2024, 12, 31))", &case_frame);
    // The replay is done again: it gives the same, and is quicker than carrying its tables along.
    cls.def(py::pickle([](const Cases& self) { return py::make_tuple(self.events, self.protocol, to_python(self.table->as_of), to_python(self.table->known_on)); },
                       [](const py::tuple& state) {
                           return replay_events(state[0].cast<Events>(), state[1].cast<ProtocolHandle>(), {to_day(state[2], "as_of"), to_day_or_none(state[3], "known_on"), 0, {}});
                       }));
}

Cases replay_python(const Events& events, const py::object& protocol, const py::object& as_of, const py::object& known_on, unsigned threads, bool progress) {
    return replay_events(events, to_protocol(protocol), {to_day(as_of, "as_of"), to_day_or_none(known_on, "known_on"), threads}, progress);
}

}  // namespace

Events events_of(io::ReadResult&& result) {
    return {std::make_shared<const EventTable>(std::move(result.table)), result.rejected_cases, result.rejected_rows, result.skipped_empty_rows, std::move(result.remarks), {}};
}

Cases replay_events(const Events& events, const ProtocolHandle& protocol, ReplayDay day, bool progress) {
    std::shared_ptr<const CaseTable> table;
    LongWork work("replaying", progress, "part");
    day.headway = [&](std::uint64_t done, std::uint64_t whole) { work.told(done, whole); };
    {
        const py::gil_scoped_release free;
        table = std::make_shared<const CaseTable>(replay(*events.table, protocol.versions, day));
    }
    return {events, table, protocol};
}

void bind_register(py::module_& m) {
    bind_events(m);
    bind_cases(m);
    def(m, "replay", R"(Where every case of a register stands on a day, its history read under a protocol: facts are facts, deviations are counted.

Facts dated after ``as_of`` are masked, and with ``known_on`` those recorded after it. ``threads`` = 0 means all cores; no figure depends on it.
``progress`` shows a bar when tqdm is installed; an interrupt from the keyboard ends the work.

>>> cases = mt.replay(mt.simulate(cases=50, seed=1), "common_core", as_of=date(2024, 12, 31))
>>> cases.protocol.name
'common_core'
)", &replay_python, py::arg("events"), py::arg("protocol") = "common_core", py::kw_only(), py::arg("as_of"), py::arg("known_on") = py::none(), py::arg("threads") = 0u,
        py::arg("progress") = false);
}

}  // namespace maintien::python

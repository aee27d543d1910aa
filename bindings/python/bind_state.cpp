#include "bind.hpp"
#include "documents.hpp"
#include "maintien/indicators/merge_states.hpp"
#include "maintien/io/text_file.hpp"
#include "maintien/register/register_part.hpp"
#include "report_question.hpp"
#include "signature.hpp"
#include "values.hpp"

namespace maintien::python {

namespace {

constexpr int most_parts = 100'000;

StateHandle held(io::LoadedState loaded) { return {std::make_shared<const io::LoadedState>(std::move(loaded))}; }

/// The part of a register in a Python argument: `(i, n)`, or None for all of it.
std::pair<int, int> to_part(const py::object& part) {
    if (part.is_none()) return {1, 1};
    const auto found = [&] { return "part: found " + py::repr(part).cast<std::string>() + ", expected (i, n): part i of n, such as (1, 4)"; };
    if (!py::isinstance<py::tuple>(part) || py::len(part) != 2) throw py::type_error(found());
    const auto pair = part.cast<std::pair<int, int>>();
    if (pair.first < 1 || pair.first > pair.second || pair.second > most_parts) throw py::value_error(found());
    return pair;
}

State count_part(const Cases& cases, const ReportQuestion& question, std::pair<int, int> part) {
    const auto& events = *cases.events.table;
    const auto& rules = *cases.protocol.protocol;
    const auto sources = sources_of(events, part.first, part.second);
    if (part.second == 1) return state_of(events, *cases.table, rules, question, cases.protocol.name, sources);
    const auto chosen = register_part(events, *cases.table, part.first, part.second);
    return state_of(chosen, replay(chosen, cases.protocol.versions, {question.as_of, question.known_on, question.threads}), rules, question, cases.protocol.name, sources);
}

StateHandle state_python(const py::object& register_, const py::object& protocol, const py::object& as_of, const py::object& known_on, const py::object& from, const py::object& to,
                         const py::object& by, double level, const std::string& interval, const py::object& part, unsigned threads) {
    const AskedFigures asked{"state", register_, protocol, as_of, known_on, from, to, by, level, interval, threads};
    const auto cases = cases_of(asked);
    const auto wanted = to_part(part);
    auto question = question_of(asked, cases);
    if (wanted.first > 1) question.rejected = 0;
    const py::gil_scoped_release free;
    // Of a part too the period begins with the earliest referral of all cases: otherwise the parts would not add up.
    if (!known(question.from)) question.from = period_of(*cases.table, question).from;
    io::LoadedState loaded{cases.protocol.loaded, count_part(cases, question, wanted)};
    if (!fits(loaded.state)) throw py::value_error("the register has more cases or days than a state can hold");
    return held(std::move(loaded));
}

StateHandle merge_python(const py::iterable& states) {
    std::vector<StateHandle> all;
    for (const py::handle one : states) {
        if (!py::isinstance<StateHandle>(one)) throw py::type_error("merge: found " + py::repr(one).cast<std::string>() + ", expected a State");
        all.push_back(one.cast<StateHandle>());
    }
    if (all.empty()) throw py::value_error("merge: found no state, expected at least one");
    const py::gil_scoped_release free;
    auto sum = *all.front().loaded;
    for (std::size_t i = 1; i < all.size(); ++i) io::merge_loaded(sum, *all[i].loaded, i == 1 ? "state 1" : "the states before it", "state " + std::to_string(i + 1));
    return held(std::move(sum));
}

std::string json_of(const StateHandle& self) {
    return written([&] { return io::state_json(self.loaded->state); });
}

void write_state(const StateHandle& self, const py::object& path) {
    const auto name = py::module_::import("os").attr("fspath")(path).cast<std::string>();
    const py::gil_scoped_release free;
    io::write_whole(name, io::state_json(self.loaded->state));
}

StateHandle state_from_file(const py::object& path) { return held(io::read_state({.name = py::module_::import("os").attr("fspath")(path).cast<std::string>()})); }

StateHandle state_from_json(const py::object& text) {
    if (py::isinstance<py::bytes>(text) || py::isinstance<py::str>(text)) return held(io::parse_state(text.cast<std::string>(), "<state>"));
    return held(io::read_state(to_document(text, "state")));
}

py::tuple sources_tuple(const StateHandle& self) {
    const py::object make = value_class("StateSource");
    py::list list;
    for (const auto& source : self.loaded->state.sources) list.append(make(text_or_none(source.service), source.part, source.parts));
    return py::tuple(list);
}

py::tuple keys_tuple(const StateHandle& self) {
    py::list list;
    for (const auto key : self.loaded->state.by) list.append(to_python(key));
    return py::tuple(list);
}

std::string short_text(const StateHandle& self) {
    const auto& state = self.loaded->state;
    const auto sources = std::to_string(state.sources.size()) + (state.sources.size() == 1 ? " source" : " sources");
    return "<State " + state.protocol + " as of " + iso(state.as_of) + ": " + std::to_string(state.input.cases) + " cases of " + sources + ">";
}

constexpr const char* state_doc = R"(The whole numbers behind a report, without any case: what a service sends to an observatory. ``state`` makes it, ``merge`` adds it up.

``report(state)`` is the report on the pooled cases, to the last row; only what needs to know a worker across services is ``not_mergeable``. It holds small counts
as they are: it goes to whom such figures may go, and is not published. Two states are equal when their documents are the same bytes.

>>> events = mt.simulate(cases=200, seed=1)
>>> parts = [mt.state(events, as_of=date(2024, 12, 31), part=(i, 3)) for i in (1, 2, 3)]
>>> mt.merge(parts) == mt.state(events, as_of=date(2024, 12, 31))
True
)";

void bind_state_documents(py::class_<StateHandle>& cls) {
    cls.def_static("from_file", &state_from_file, documented("from_file", "", R"(A state from its file (``maintien-state/1``); ``DocumentError`` tells every fault at its place.

>>> import tempfile, pathlib
>>> with tempfile.TemporaryDirectory() as folder:
...     path = pathlib.Path(folder, "state.json")
...     state = mt.state(mt.simulate(cases=10, seed=1), as_of=date(2024, 12, 31))
...     state.write(path)
...     mt.State.from_file(path) == state
True
)", py::arg("path")).c_str(), py::arg("path"));
    cls.def_static("from_json", &state_from_json, documented("from_json", "", R"(The same from the document itself: its text, or a dict with what it would hold.

>>> state = mt.state(mt.simulate(cases=10, seed=1), as_of=date(2024, 12, 31))
>>> mt.State.from_json(state.to_json()) == state
True
)", py::arg("text")).c_str(), py::arg("text"));
    def(cls, "to_json", R"(The state as a ``maintien-state/1`` document: the very bytes the command line writes.

>>> mt.state(mt.simulate(cases=10, seed=1), as_of=date(2024, 12, 31)).to_json().splitlines()[1].strip()
'"format": "maintien-state/1",'
)", &json_of);
    def(cls, "write", R"(Writes the document, by way of a temporary file that takes the name when all is written.

>>> import tempfile, pathlib
>>> with tempfile.TemporaryDirectory() as folder:
...     path = pathlib.Path(folder, "state.json")
...     mt.state(mt.simulate(cases=10, seed=1), as_of=date(2024, 12, 31)).write(path)
...     path.stat().st_size > 1000
True
)", &write_state, py::arg("path"));
}

void bind_state_class(py::module_& m) {
    py::class_<StateHandle> cls(m, "State", state_doc);
    cls.def_property_readonly("protocol", [](const StateHandle& self) { return self.loaded->state.protocol; }, "The protocol, as it was asked for.");
    cls.def_property_readonly("as_of", [](const StateHandle& self) { return to_python(self.loaded->state.as_of); }, "The day looked at.");
    cls.def_property_readonly("known_on", [](const StateHandle& self) { return to_python(self.loaded->state.known_on); }, "The day of knowledge, or None.");
    cls.def_property_readonly("period", [](const StateHandle& self) { return py::make_tuple(to_python(self.loaded->state.period.from), to_python(self.loaded->state.period.to)); }, "First and last day of the period the figures are about.");
    cls.def_property_readonly("level", [](const StateHandle& self) { return self.loaded->state.level; }, "The level of the intervals.");
    cls.def_property_readonly("by", &keys_tuple, "What the cases are divided by, as ``StratumKey``.");
    cls.def_property_readonly("sources", &sources_tuple, "Whose cases are counted, as ``StateSource``.");
    cls.def_property_readonly("cases", [](const StateHandle& self) { return self.loaded->state.input.cases; }, "How many cases are counted.");
    bind_state_documents(cls);
    cls.def("__eq__", [](const StateHandle& self, const StateHandle& other) { return json_of(self) == json_of(other); }, py::is_operator());
    cls.def("__hash__", [](const StateHandle& self) { return std::hash<std::string>{}(json_of(self)); });
    cls.def("__repr__", &short_text);
    cls.def("__reduce__", [](const py::object& self) { return py::make_tuple(py::module_::import("maintien._documents").attr("state_again"), py::make_tuple(self.attr("to_json")())); });
}

}  // namespace

void bind_state(py::module_& m) {
    bind_state_class(m);
    def(m, "state", R"(The whole numbers behind the report of a register, to be added to those of others and finished by ``report``.

The arguments are those of ``report``. Say ``from_``: states add up only for one period, and without it that begins with the earliest referral of the register.
``part`` counts part i of n of the cases, ``(i, n)``, so that several runs or machines can share a register; a worker's cases stay together.

>>> state = mt.state(mt.simulate(cases=200, seed=1), as_of=date(2024, 12, 31), from_=date(2024, 1, 1), by="service")
>>> mt.report(state).row("referrals").value == mt.report(mt.simulate(cases=200, seed=1), as_of=date(2024, 12, 31), from_=date(2024, 1, 1)).row("referrals").value
True
)", &state_python, py::arg("register"), py::arg("protocol") = py::none(), py::kw_only(), py::arg("as_of") = py::none(), py::arg("known_on") = py::none(),
        py::arg("from_") = py::none(), py::arg("to") = py::none(), py::arg("by") = py::tuple(), py::arg("level") = default_level, py::arg("interval") = "wilson",
        py::arg("part") = py::none(), py::arg("threads") = 0u);
    def(m, "merge", R"(Adds up states of several services, or the parts of one; the order does not matter.

States that answer different questions, or count the same cases, are a ``DocumentError`` that tells which and why.

>>> day = dict(as_of=date(2024, 12, 31), from_=date(2024, 1, 1))
>>> register = mt.simulate(cases=300, seed=1)
>>> mt.merge(mt.state(register, **day, part=(i, 2)) for i in (2, 1)).sources == mt.state(register, **day).sources
True
)", &merge_python, py::arg("states"));
}

}  // namespace maintien::python

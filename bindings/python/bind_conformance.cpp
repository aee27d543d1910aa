#include <algorithm>
#include <filesystem>

#include "bind.hpp"
#include "handles.hpp"
#include "long_work.hpp"
#include "maintien/conformance/run.hpp"
#include "maintien/conformance/simulated_register.hpp"
#include "signature.hpp"
#include "values.hpp"

namespace maintien::python {

namespace {

Events simulate(std::uint64_t cases, std::uint64_t seed, const py::object& protocol, const py::object& until, unsigned threads, bool progress) {
    const auto rules = to_protocol(protocol);
    Simulation wanted{.cases = cases, .seed = seed, .threads = threads};
    if (!until.is_none()) wanted.until = to_day(until, "until");
    if (cases > most_simulated_cases) throw py::value_error("cases: found " + std::to_string(cases) + ", expected at most " + std::to_string(most_simulated_cases));
    std::shared_ptr<const EventTable> table;
    LongWork work("inventing", progress, "case");
    {
        const py::gil_scoped_release free;
        table = std::make_shared<const EventTable>(simulated_register(*rules.protocol, wanted, [&](std::uint64_t done) { work.told(done, cases); }));
    }
    Events events;
    events.table = std::move(table);
    return events;
}

// ---- the scenario kit ---------------------------------------------------------------------------------------------

py::list entries_of(const EventTable& table) {
    py::list list;
    for (std::size_t row = 0; row < table.size(); ++row) list.append(to_python(key_of(table, table.case_index[row]), entry_at(table, row), table.names));
    return list;
}

py::list deadlines_of(const std::vector<ExpectedDeadline>& deadlines) {
    py::list list;
    for (const auto& deadline : deadlines) {
        py::dict one;
        one["rule"] = deadline.rule;
        one["due"] = to_python(deadline.due);
        list.append(one);
    }
    return list;
}

py::list figures_of(const std::vector<ExpectedFigure>& figures) {
    py::list list;
    for (const auto& figure : figures) {
        py::dict one;
        one["indicator"] = figure.indicator;
        one["variant"] = text_or_none(figure.variant);
        one["category"] = text_or_none(figure.category);
        if (!figure.by.empty()) one["by"] = py::cast(figure.by);
        for (const auto& [key, number] : figure.numbers) one[py::str(key)] = to_python(number);
        for (const auto& [key, text] : figure.texts) one[py::str(key)] = text ? py::object(py::str(*text)) : py::none();
        if (figure.excluded) one["excluded"] = py::cast(*figure.excluded);
        list.append(one);
    }
    return list;
}

/// What a scenario expects, or a program answers, with the keys of the document.
py::dict expectation_dict(const Expectation& said) {
    py::dict dict;
    if (said.stage) dict["stage"] = to_python(*said.stage);
    if (said.accepted) dict["accepted"] = *said.accepted;
    py::list refused;
    for (const auto& rule : said.refused) {
        py::dict one;
        one["rule"] = rule;
        refused.append(one);
    }
    if (!said.refused.empty()) dict["refused"] = refused;
    if (said.deadlines) dict["agenda"] = deadlines_of(*said.deadlines);
    if (!said.figures.empty()) dict["report"] = figures_of(said.figures);
    return dict;
}

/// A scenario that Python may hold.
struct HeldScenario {
    std::shared_ptr<const Scenario> scenario{};
};

Expectation engine_answer(const Scenario& scenario) {
    const auto versions = to_protocol(py::str(scenario.protocol)).versions;
    const py::gil_scoped_release free;
    return answer_of(scenario, versions);
}

py::tuple mismatch_values(const Scenario& scenario, const Expectation& answer) {
    py::list list;
    for (const auto& mismatch : mismatches_of(answer, scenario.expect)) list.append(value_class("Mismatch")(mismatch.what, mismatch.found, mismatch.expected));
    return py::tuple(list);
}

/// The answer in a Python value: a mapping with the keys of `expect`. @throws DocumentError
Expectation to_answer(const Scenario& scenario, const py::object& answer) {
    return parse_answer(py::module_::import("maintien._documents").attr("json_text")(answer).cast<std::string>(), "answer to " + scenario.place);
}

/// The files of the kit that comes with the package, in the order of their names.
py::list kit_files() {
    const auto folder = std::filesystem::path(py::module_::import("maintien").attr("__file__").cast<std::string>()).parent_path() / "scenarios";
    std::vector<std::string> files;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder))
        if (file.is_regular_file()) files.push_back(file.path().string());
    std::sort(files.begin(), files.end());
    return py::cast(files);
}

py::list scenarios(const py::args& paths) {
    py::list list;
    for (const py::handle path : paths.empty() ? py::iter(kit_files()) : py::iter(paths))
        for (auto& scenario : read_scenarios(to_source(path, "paths"))) list.append(py::cast(HeldScenario{std::make_shared<const Scenario>(std::move(scenario))}));
    return list;
}

py::list conform(const py::object& adapter, const py::object& wanted) {
    py::list results;
    for (const py::handle one : wanted.is_none() ? py::object(scenarios({})) : wanted) {
        if (!py::isinstance<HeldScenario>(one)) throw py::type_error("scenarios: found " + py::repr(one).cast<std::string>() + ", expected a Scenario");
        const auto& scenario = *one.cast<const HeldScenario&>().scenario;
        const auto answer = adapter.is_none() ? engine_answer(scenario) : to_answer(scenario, adapter(one));
        results.append(value_class("ScenarioResult")(one, mismatch_values(scenario, answer)));
    }
    return results;
}

constexpr const char* scenario_doc = R"(What a program that follows the pathway must answer to a story, told without its language (``maintien-scenario/1``).

``entries`` is what is recorded and ``then`` the entry that is proposed next, or None: dicts as ``Events`` gives them. ``expect`` holds what must be
answered: ``stage`` on the day ``as_of``, whether the proposed entry is ``accepted``, the rules it is ``refused`` by, the deadlines of the ``agenda``, rows of the
``report``. What it does not hold is not looked at.

>>> scenario = mt.scenarios("tests/conformance/scenarios/stories/employer_calls.json")[0]
>>> scenario.then["event"].en, scenario.expect["accepted"]
('contact with the employer', True)
)";

void bind_scenario(py::module_& m) {
    py::class_<HeldScenario> cls(m, "Scenario", scenario_doc);
    cls.def("__repr__", [](const HeldScenario& self) { return "<Scenario " + self.scenario->place + ": " + self.scenario->title_en + ">"; });
    cls.def_property_readonly("place", [](const HeldScenario& self) { return self.scenario->place; }, "The file, and the line when it holds several.");
    cls.def_property_readonly("title", [](const HeldScenario& self) { return value_class("Text")(self.scenario->title_fr, self.scenario->title_en); }, "What it is about.");
    cls.def_property_readonly("protocol", [](const HeldScenario& self) { return self.scenario->protocol; }, "The protocol, as it is named.");
    cls.def_property_readonly("as_of", [](const HeldScenario& self) { return to_python(self.scenario->as_of); }, "The day looked at.");
    cls.def_property_readonly("entries", [](const HeldScenario& self) { return entries_of(self.scenario->entries); }, "What is recorded.");
    cls.def_property_readonly("then", [](const HeldScenario& self) { return self.scenario->then ? py::object(entries_of(*self.scenario->then)[0]) : py::none(); }, "The entry proposed, or None.");
    cls.def_property_readonly("expect", [](const HeldScenario& self) { return expectation_dict(self.scenario->expect); }, "What is expected.");
    def(cls, "answer", R"(What this engine answers, in the shape of ``expect``: the stage, and whatever else is asked.

>>> scenario = mt.scenarios("tests/conformance/scenarios/stories/employer_calls.json")[0]
>>> scenario.answer()
{'stage': <Stage.contacted: 'contacted'>, 'accepted': True}
)", [](const HeldScenario& self) { return expectation_dict(engine_answer(*self.scenario)); });
}

}  // namespace

void bind_conformance(py::module_& m) {
    bind_scenario(m);
    def(m, "scenarios", R"(The scenarios of files, one document each or one a line in ``.jsonl``; without a path the kit that comes with the package.

Entries are read as strictly as event files: ``DocumentError`` tells every fault at its place.

>>> len(mt.scenarios()) > 2000
True
)", &scenarios, Starred{"*paths"});
    def(m, "conform", R"(Puts scenarios to a program and tells where it answers otherwise than expected: one ``ScenarioResult`` each, true when it passes.

``adapter`` is called with each ``Scenario`` and gives what the program answers, a mapping in the shape of ``expect``; more than is expected is not looked
at, and without an adapter this engine answers. A malformed answer is a ``DocumentError``; what the adapter raises is not caught. ``scenarios`` are those of the
kit unless given.

>>> calls = mt.scenarios("tests/conformance/scenarios/stories/employer_calls.json")
>>> all(mt.conform(scenarios=calls))
True
>>> print(mt.conform(lambda scenario: {"stage": "referred", "accepted": True}, calls)[0].mismatches[0])
stage: found referred, expected contacted
)", &conform, py::arg("adapter") = py::none(), py::arg("scenarios") = py::none());
    def(m, "simulate", R"(An invented register to try things on: plausible histories of ``cases`` cases, with the noise of real files.

The same protocol, number of cases, seed and last day ``until`` (2024-12-31 unless given) give the same events on every platform; nothing in
them is estimated from real files. About ten events a case; a million cases take some seconds. ``threads`` = 0 means all cores. ``progress``
shows a bar when tqdm is installed.

>>> mt.simulate(cases=100, seed=7).cases
100
)", &simulate, py::kw_only(), py::arg("cases") = std::uint64_t{1000}, py::arg("seed") = std::uint64_t{1}, py::arg("protocol") = "common_core", py::arg("until") = py::none(), py::arg("threads") = 0u,
        py::arg("progress") = false);
}

}  // namespace maintien::python

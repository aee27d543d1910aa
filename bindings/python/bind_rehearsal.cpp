#include <sstream>

#include "bind.hpp"
#include "handles.hpp"
#include "lists.hpp"
#include "maintien/io/rehearsal_document.hpp"
#include "maintien/register/rehearsal.hpp"
#include "rows.hpp"

namespace maintien::python {

namespace {

/// A rehearsal, and the protocols whose words it quotes.
struct RehearsalHandle {
    Rehearsal rehearsal{};
    ProtocolHandle from{}, to{};
};

RehearsalHandle rehearse_register(const Events& events, const py::object& from, const py::object& to, const py::object& as_of, unsigned threads) {
    RehearsalHandle handle{.from = to_protocol(from), .to = to_protocol(to)};
    const Day day = to_day(as_of, "as_of");
    {
        const py::gil_scoped_release free;
        handle.rehearsal = maintien::rehearse(*events.table, handle.from.versions, handle.to.versions, day, threads);
    }
    handle.rehearsal.from_protocol = handle.from.name;
    handle.rehearsal.to_protocol = handle.to.name;
    return handle;
}

py::object moved_deadline(const MovedDeadline& deadline) {
    const auto& either = deadline.from ? *deadline.from : *deadline.to;
    const auto rule = [](const std::optional<Deadline>& one) { return one ? py::object(py::str(one->rule)) : py::none(); };
    const auto due = [](const std::optional<Deadline>& one) { return one ? to_python(one->due) : py::none(); };
    const bool follow_up = either.horizon != 0;
    return value_class("MovedDeadline")(either.episode + 1, follow_up ? code_of(Event::follow_up) : code_of(either.step), follow_up ? py::object(py::int_(either.horizon)) : py::none(),
                                        rule(deadline.from), due(deadline.from), rule(deadline.to), due(deadline.to));
}

py::object rehearsed_case(const RehearsedCase& one) {
    py::list obstacles, deviations, deadlines, stages;
    for (const auto& term : terms_of<MappingObstacle>)
        if (one.obstacles.contains(term.value)) obstacles.append(to_python(term.value));
    for (const auto& episode : one.episodes) stages.append(py::make_tuple(to_python(episode.from), to_python(episode.to)));
    for (const auto& deviation : one.new_deviations) deviations.append(to_python(deviation));
    for (const auto& deadline : one.deadlines) deadlines.append(moved_deadline(deadline));
    return value_class("RehearsedCase")(text_or_none(one.service), one.case_id, py::tuple(obstacles), py::tuple(stages), py::tuple(deviations), py::tuple(deadlines));
}

template <class Write>
std::string streamed(Write&& write) {
    const py::gil_scoped_release free;
    std::ostringstream out;
    write(out);
    return std::move(out).str();
}

constexpr const char* rehearsal_class_doc = R"(What a change of protocol would do to each case of a register: what ``rehearse`` gives. Nothing is changed.

``len`` counts cases, iteration and ``rehearsal[i]`` make each as a ``RehearsedCase``; it is true when every case maps.

>>> rehearsal = mt.rehearse(mt.simulate(cases=50, seed=1), from_protocol="common_core", to_protocol="aist43_cme", as_of=date(2024, 12, 31))
>>> bool(rehearsal) == all(rehearsal)
True
)";

void bind_rehearsal_documents(py::class_<RehearsalHandle>& cls) {
    def(cls, "to_json", R"(The rehearsal as a ``maintien-rehearsal/1`` document: the very bytes the command line writes.

>>> events = mt.simulate(cases=5, seed=1)
>>> mt.rehearse(events, from_protocol="common_core", to_protocol="aist43_cme", as_of=date(2024, 12, 31)).to_json().splitlines()[1].strip()
'"format": "maintien-rehearsal/1",'
)", [](const RehearsalHandle& self) { return streamed([&](std::ostream& out) { io::write_rehearsal_json(out, self.rehearsal); }); });
    def(cls, "to_text", R"(How many cases map and how deadlines move, then each case that does not map and why, in French (``"fr"``) or in English (``"en"``).

>>> events = mt.simulate(cases=5, seed=1)
>>> mt.rehearse(events, from_protocol="common_core", to_protocol="aist43_cme", as_of=date(2024, 12, 31)).to_text("en").split(",")[0]
'Rehearsal of a migration from common_core to aist43_cme'
)", [](const RehearsalHandle& self, const std::string& lang) {
        const auto language = to_language(lang);
        return streamed([&](std::ostream& out) { io::write_rehearsal_text(out, self.rehearsal, language); });
    }, py::arg("language") = "fr");
}

void bind_rehearsal_class(py::module_& m) {
    py::class_<RehearsalHandle> cls(m, "Rehearsal", rehearsal_class_doc);
    const auto all_map = [](const RehearsalHandle& self) { return std::all_of(self.rehearsal.cases.begin(), self.rehearsal.cases.end(), maps); };
    cls.def("__len__", [](const RehearsalHandle& self) { return self.rehearsal.cases.size(); });
    cls.def("__bool__", all_map);
    cls.def("__getitem__", [](const RehearsalHandle& self, std::ptrdiff_t index) { return rehearsed_case(self.rehearsal.cases[place_in(self.rehearsal.cases.size(), index)]); });
    cls.def("__iter__", [](const py::object& self) { return walk(self); });
    cls.def("__repr__", [](const RehearsalHandle& self) {
        return list_in_short("Rehearsal from " + self.rehearsal.from_protocol + " to " + self.rehearsal.to_protocol, self.rehearsal.as_of, self.rehearsal.cases.size(), "case");
    });
    cls.def_property_readonly("from_protocol", [](const RehearsalHandle& self) { return self.rehearsal.from_protocol; }, "The protocol of today, as it was asked for.");
    cls.def_property_readonly("to_protocol", [](const RehearsalHandle& self) { return self.rehearsal.to_protocol; }, "The other one.");
    cls.def_property_readonly("as_of", [](const RehearsalHandle& self) { return to_python(self.rehearsal.as_of); }, "The day looked at.");
    bind_rehearsal_documents(cls);
}

}  // namespace

void bind_rehearsal(py::module_& m) {
    bind_rehearsal_class(m);
    def(m, "rehearse", R"(Rehearses the migration of a register to another protocol: which cases map, which do not and why, how each deadline moves.

``threads`` = 0 means all cores.

>>> events = mt.import_table("examples/data/cellule.csv", "examples/data/cellule.mapping.json")
>>> rehearsal = mt.rehearse(events, from_protocol="common_core", to_protocol="aist43_cme", as_of=date(2020, 11, 12))
>>> rehearsal[1].deadlines[0].to_rule is None
True
)", &rehearse_register, py::arg("events"), py::kw_only(), py::arg("from_protocol"), py::arg("to_protocol"), py::arg("as_of"), py::arg("threads") = 0u);
}

}  // namespace maintien::python

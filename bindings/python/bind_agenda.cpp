#include "bind.hpp"
#include "frames.hpp"
#include "handles.hpp"
#include "lists.hpp"
#include "maintien/indicators/target_progress.hpp"
#include "maintien/io/agenda_document.hpp"
#include "maintien/register/agenda.hpp"
#include "rows.hpp"

namespace maintien::python {

namespace {

constexpr ItemColumn<AgendaItem> agenda_columns[]{
    {"service", [](const AgendaItem& item) { return text_or_none(item.service); }},
    {"case", [](const AgendaItem& item) { return text_or_none(item.case_id); }},
    {"rule", [](const AgendaItem& item) -> py::object { return py::str(item.rule); }},
    {"title", [](const AgendaItem& item) { return both_languages(item.title); }},
    {"who", [](const AgendaItem& item) { return to_python(item.who); }},
    {"manager", [](const AgendaItem& item) { return text_or_none(item.manager); }},
    {"due", [](const AgendaItem& item) { return to_python(item.due); }},
    {"opens", [](const AgendaItem& item) { return to_python(item.opens); }},
    {"late_days", [](const AgendaItem& item) -> py::object { return py::int_(item.late_days); }},
    {"computation", [](const AgendaItem& item) { return both_languages(item.computation); }},
    {"held_days", [](const AgendaItem& item) -> py::object { return py::int_(item.held_days); }},
};
constexpr std::span<const ItemColumn<AgendaItem>> all_agenda_columns{agenda_columns};

Agenda agenda_of_register(const Events& events, const py::object& protocol, const py::object& as_of, int within, const py::object& region, unsigned threads) {
    const auto rules = to_protocol(protocol);
    const auto day = to_agenda_day(as_of, within, region);
    const py::gil_scoped_release free;
    Agenda agenda = maintien::agenda_of(*events.table, rules.versions, day, threads);
    agenda.protocol = rules.name;
    for (auto& item : target_items(*events.table, rules.versions, day.as_of, threads)) agenda.items.push_back(std::move(item));
    sort_agenda(agenda.items);
    return agenda;
}

constexpr const char* agenda_class_doc = R"(What is to be done as of a day: what is due, by whom, by when and since when it is late, and how each day was worked out.

Rows stand late first, then by due day. ``len`` counts them, iteration and ``agenda[i]`` make each as an ``AgendaItem`` when it is asked for, ``column``
gives one field of all of them: a register of a million cases need not become a million objects.

>>> agenda = mt.agenda(mt.simulate(cases=50, seed=1), as_of=date(2024, 12, 31))
>>> agenda[0].late_days > 0
True
)";

void bind_agenda_documents(py::class_<Agenda>& cls) {
    def(cls, "to_json", R"(The agenda as a ``maintien-agenda/1`` document: the very bytes the command line writes.

>>> mt.agenda(mt.simulate(cases=5, seed=1), as_of=date(2024, 12, 31)).to_json().splitlines()[1].strip()
'"format": "maintien-agenda/1",'
)", [](const Agenda& self) { return written([&] { return io::agenda_json(self); }); });
    def(cls, "to_csv", R"(The agenda as CSV: a header, then one line for each item.

>>> mt.agenda(mt.simulate(cases=5, seed=1), as_of=date(2024, 12, 31)).to_csv().split(",")[:3]
['service', 'case', 'rule']
)", [](const Agenda& self) { return written([&] { return io::agenda_csv(self); }); });
    def(cls, "to_text", R"(The list a coordinator reads on Monday morning, part by part, in French (``"fr"``) or in English (``"en"``).

>>> print(mt.agenda(mt.simulate(cases=5, seed=1), as_of=date(2024, 12, 31)).to_text("en").splitlines()[0][:6])
Agenda
)", [](const Agenda& self, const std::string& lang) {
        const auto language = to_language(lang);
        return written([&] { return io::agenda_text(self, language); });
    }, py::arg("language") = "fr");
    bind_frame(cls, "mt.agenda(mt.simulate(cases=50, seed=1), as_of=date(2024, 12, 31))", [](const Agenda& self) { return agenda_frame(self.items); });
}

void bind_agenda_class(py::module_& m) {
    py::class_<Agenda> cls(m, "Agenda", agenda_class_doc);
    cls.def("__len__", [](const Agenda& self) { return self.items.size(); });
    cls.def("__getitem__", [](const Agenda& self, std::ptrdiff_t index) { return row_of("AgendaItem", all_agenda_columns, self.items[place_in(self.items.size(), index)]); });
    cls.def("__iter__", [](const py::object& self) { return walk(self); });
    cls.def("__repr__", [](const Agenda& self) { return list_in_short("Agenda under " + self.protocol, self.as_of, self.items.size(), "item"); });
    cls.def_property_readonly("protocol", [](const Agenda& self) { return self.protocol; }, "The protocol, as it was asked for.");
    cls.def_property_readonly("as_of", [](const Agenda& self) { return to_python(self.as_of); }, "The day looked at.");
    cls.def_property_readonly("columns", [](const Agenda&) { return names_of(all_agenda_columns); }, "The names of the columns: the fields of ``AgendaItem``.");
    def(cls, "column", R"(One column as a list; an unknown name is a ``KeyError``.

>>> agenda = mt.agenda(mt.simulate(cases=50, seed=1), as_of=date(2024, 12, 31))
>>> agenda.column("due") == [item.due for item in agenda]
True
)", [](const Agenda& self, const std::string& name) { return column_of(all_agenda_columns, self.items, name); }, py::arg("name"));
    bind_agenda_documents(cls);
}

}  // namespace

std::string list_in_short(const std::string& what, Day as_of, std::size_t count, const char* noun) {
    return "<" + what + " as of " + iso(as_of) + ": " + std::to_string(count) + " " + noun + (count == 1 ? ">" : "s>");
}

AgendaDay to_agenda_day(const py::object& as_of, int within, const py::object& region) {
    if (within < 0 || within > 3660) throw py::value_error("within: found " + std::to_string(within) + ", expected a number of days from 0 to 3660");
    return {to_day(as_of, "as_of"), within, to_code<HolidayRegion>(region, "region")};
}

void bind_agenda(py::module_& m) {
    bind_agenda_class(m);
    def(m, "agenda", R"(What is to be done in a register as of a day, with what only shows across cases: caseloads, duplicates, targets.

Listed is what is late or open, and what opens or falls due ``within`` so many days. ``region`` says whose public holidays count for working days
(``HolidayRegion``). ``threads`` = 0 means all cores; the agenda does not depend on it. Of a single case: ``CaseFile.agenda``.

>>> agenda = mt.agenda(mt.read_events("examples/data/dossier.jsonl"), "common_core", as_of=date(2026, 2, 10))
>>> print(agenda[0].due, agenda[0].title.en)
2026-02-10 The worker contacts the cell
)", &agenda_of_register, py::arg("events"), py::arg("protocol") = "common_core", py::kw_only(), py::arg("as_of"), py::arg("within") = 30, py::arg("region") = "metropolitan", py::arg("threads") = 0u);
}

}  // namespace maintien::python

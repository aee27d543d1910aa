#include "bind.hpp"
#include "frames.hpp"
#include "handles.hpp"
#include "lists.hpp"
#include "maintien/io/deviations_document.hpp"
#include "maintien/register/check.hpp"
#include "rows.hpp"

namespace maintien::python {

namespace {

py::object reasons_tuple(const Deviation& deviation) {
    py::tuple reasons(deviation.reasons.size());
    for (std::size_t i = 0; i < reasons.size(); ++i) reasons[i] = to_python(deviation.reasons[i]);
    return reasons;
}

constexpr ItemColumn<Deviation> deviation_columns[]{
    {"service", [](const Deviation& one) { return text_or_none(one.service); }},
    {"case", [](const Deviation& one) -> py::object { return py::str(one.case_id); }},
    {"episode", [](const Deviation& one) -> py::object { return py::int_(one.episode); }},
    {"event", [](const Deviation& one) { return to_python(one.event); }},
    {"on", [](const Deviation& one) { return to_python(one.on); }},
    {"rule", [](const Deviation& one) -> py::object { return py::str(one.rule); }},
    {"severity", [](const Deviation& one) { return to_python(one.severity); }},
    {"reasons", &reasons_tuple},
};
constexpr std::span<const ItemColumn<Deviation>> all_deviation_columns{deviation_columns};

/// The deviations of a register, and the protocol whose words they quote.
struct Deviations {
    DeviationList list{};
    ProtocolHandle protocol{};
};

Deviations check_register(const Events& events, const py::object& protocol, const py::object& as_of, unsigned threads) {
    const auto rules = to_protocol(protocol);
    const Day day = as_of.is_none() ? latest_day(*events.table) : to_day(as_of, "as_of");
    DeviationList list;
    {
        const py::gil_scoped_release free;
        list = maintien::check(*events.table, rules.versions, day, threads);
        list.protocol = rules.name;
    }
    return {std::move(list), rules};
}

constexpr const char* deviations_class_doc = R"(The events of a register that the protocol would not have allowed, each with every reason: what ``check`` gives.

Rows stand by service, case and day. ``len`` counts them, iteration and ``deviations[i]`` make each as a ``Deviation``, ``column`` gives one field of all.

>>> deviations = mt.check(mt.simulate(cases=500, seed=1), as_of=date(2024, 12, 31))
>>> {deviation.severity for deviation in deviations} <= set(mt.Severity)
True
)";

void bind_deviation_documents(py::class_<Deviations>& cls) {
    def(cls, "to_json", R"(The list as a ``maintien-deviations/1`` document: the very bytes the command line writes.

>>> mt.check(mt.simulate(cases=5, seed=1), as_of=date(2024, 12, 31)).to_json().splitlines()[1].strip()
'"format": "maintien-deviations/1",'
)", [](const Deviations& self) { return written([&] { return io::deviations_json(self.list); }); });
    def(cls, "to_text", R"(How many of each severity and rule, then each with its reasons, in French (``"fr"``) or in English (``"en"``).

>>> mt.check(mt.simulate(cases=5, seed=1), as_of=date(2024, 12, 31)).to_text("en").split(",")[0]
'Deviations from protocol common_core'
)", [](const Deviations& self, const std::string& lang) {
        const auto language = to_language(lang);
        return written([&] { return io::deviations_text(self.list, language); });
    }, py::arg("language") = "fr");
    bind_frame(cls, "mt.check(mt.simulate(cases=500, seed=1), as_of=date(2024, 12, 31))", [](const Deviations& self) { return deviations_frame(self.list.deviations); });
}

void bind_deviations_class(py::module_& m) {
    py::class_<Deviations> cls(m, "Deviations", deviations_class_doc);
    cls.def("__len__", [](const Deviations& self) { return self.list.deviations.size(); });
    cls.def("__getitem__", [](const Deviations& self, std::ptrdiff_t index) { return to_python(self.list.deviations[place_in(self.list.deviations.size(), index)]); });
    cls.def("__iter__", [](const py::object& self) { return walk(self); });
    cls.def("__repr__", [](const Deviations& self) { return list_in_short("Deviations from " + self.list.protocol, self.list.as_of, self.list.deviations.size(), "deviation"); });
    cls.def_property_readonly("protocol", [](const Deviations& self) { return self.list.protocol; }, "The protocol, as it was asked for.");
    cls.def_property_readonly("as_of", [](const Deviations& self) { return to_python(self.list.as_of); }, "The day looked at.");
    cls.def_property_readonly("columns", [](const Deviations&) { return names_of(all_deviation_columns); }, "The names of the columns: the fields of ``Deviation``.");
    def(cls, "column", R"(One column as a list; an unknown name is a ``KeyError``.

>>> from collections import Counter
>>> Counter(mt.check(mt.simulate(cases=50, seed=1), as_of=date(2024, 12, 31)).column("severity")).keys() <= set(mt.Severity)
True
)", [](const Deviations& self, const std::string& name) { return column_of(all_deviation_columns, self.list.deviations, name); }, py::arg("name"));
    bind_deviation_documents(cls);
}

}  // namespace

py::object to_python(const Deviation& deviation) { return row_of("Deviation", all_deviation_columns, deviation); }

void bind_check(py::module_& m) {
    bind_deviations_class(m);
    def(m, "check", R"(The events of a register that the protocol would not have allowed, with the reasons: quality control before figures.

A violation broke a rule; unrecorded means that a fact the rule needs is not in the file; a note that something usually done was not. ``as_of`` is
the latest day in the events unless given. ``threads`` = 0 means all cores.

>>> events = mt.import_table("examples/data/cellule.csv", "examples/data/cellule.mapping.json")
>>> deviations = mt.check(events, "aist43_cme", as_of=date(2020, 11, 12))
>>> len(deviations), deviations[0].severity.value
(103, 'unrecorded')
)", &check_register, py::arg("events"), py::arg("protocol") = "common_core", py::kw_only(), py::arg("as_of") = py::none(), py::arg("threads") = 0u);
}

}  // namespace maintien::python

#include <cmath>

#include "bind.hpp"
#include "documents.hpp"
#include "maintien/indicators/percentage.hpp"
#include "maintien/io/report_document.hpp"
#include "maintien/io/text_report.hpp"
#include "report_question.hpp"
#include "report_rows.hpp"
#include "signature.hpp"
#include "values.hpp"

namespace maintien::python {

namespace {

std::string short_text(const ReportHandle& self) {
    const auto& report = self.report;
    return "<Report " + report.protocol + " as of " + iso(report.as_of) + ": " + std::to_string(report.input.cases) + " cases, " + std::to_string(report.rows.size()) + " rows>";
}

py::dict input_of(const ReportHandle& self) {
    const auto& input = self.report.input;
    py::dict deviations, dict;
    for (const auto& term : terms_of<Severity>) deviations[to_python(term.value)] = input.deviations[index_of(term.value)];
    dict["cases"] = input.cases;
    dict["events"] = input.events;
    dict["rejected"] = input.rejected;
    dict["objected"] = input.objected;
    dict["deviations"] = deviations;
    return dict;
}

/// So many of so many, or a proportion alone, as people read it.
std::string percentage_in_words(double part, std::optional<std::int64_t> whole, int decimals, const std::string& lang) {
    const auto language = to_language(lang);
    if (decimals < 0 || decimals > 9) throw py::value_error("decimals: found " + std::to_string(decimals) + ", expected 0 to 9");
    if (!std::isfinite(part)) throw py::value_error("part: expected a finite number");
    if (!whole) return percentage_value(part, decimals, language);
    if (*whole <= 0) throw py::value_error("whole: found " + std::to_string(*whole) + ", expected more than 0");
    if (std::trunc(part) != part || std::fabs(part) > 1e15) throw py::value_error("part: expected a whole number beside whole");
    return percentage(static_cast<std::int64_t>(part), *whole, decimals, language);
}

constexpr const char* report_class_doc = R"(The figures of a register over a period, each with its denominator, what was left out and its interval.

Rows stand in one order, the strata of a figure after its row for the whole register. ``len`` counts rows, iteration gives them,
``"positive_exit_rate/per_exit" in report`` tells whether there is such a figure. A report keeps the register it was made from.

>>> report = mt.report(mt.simulate(cases=200, seed=1), as_of=date(2024, 12, 31))
>>> "positive_exit_rate/per_exit" in report
True
)";

void bind_report_rows(py::class_<ReportHandle>& cls) {
    cls.def("__len__", [](const ReportHandle& self) { return self.report.rows.size(); });
    cls.def("__iter__", [](ReportHandle& self) { return py::iter(rows_of(self)); });
    cls.def("__contains__", &has_row);
    cls.def("__repr__", &short_text);
    cls.def_property_readonly("rows", &rows_of, "Every figure, in order, as ``Row``.");
    cls.def_property_readonly("strata", &strata_of, "The strata, as dicts; the first, empty, is the whole register.");
    def(cls, "row", R"(One figure, by its names or by all of them in one text: ``"positive_exit_rate/per_exit"``.

``by`` is one of ``strata``, the whole register unless given. A name that is not there is a ``KeyError`` that tells what is.

>>> events = mt.import_table("examples/data/cellule.csv", "examples/data/cellule.mapping.json")
>>> row = mt.report(events, "aist43_cme", as_of=date(2020, 11, 12)).row("positive_exit_rate", "per_exit")
>>> row.numerator, row.denominator, row.value
(9, 12, 0.75)
)", &one_row, py::arg("indicator"), py::arg("variant") = py::none(), py::arg("category") = py::none(), py::kw_only(), py::arg("by") = py::none());
    def(cls, "explain", R"(The episodes behind a figure of the whole register: those counted, those it is measured against, those left out.

``name`` is ``indicator[/variant[/category]]``; one that is not there is a ``KeyError``.

>>> events = mt.import_table("examples/data/cellule.csv", "examples/data/cellule.mapping.json")
>>> behind = mt.report(events, "aist43_cme", as_of=date(2020, 11, 12)).explain("positive_exit_rate/per_exit")
>>> len(behind.numerator), len(behind.denominator)
(9, 12)
)", &explain_figure, py::arg("name"));
}

void bind_report_documents(py::class_<ReportHandle>& cls) {
    cls.def_property_readonly("protocol", [](const ReportHandle& self) { return self.report.protocol; }, "The protocol, as it was asked for.");
    cls.def_property_readonly("as_of", [](const ReportHandle& self) { return to_python(self.report.as_of); }, "The day looked at.");
    cls.def_property_readonly("known_on", [](const ReportHandle& self) { return to_python(self.report.known_on); }, "The day of knowledge, or None.");
    cls.def_property_readonly("period", [](const ReportHandle& self) { return py::make_tuple(to_python(self.report.period.from), to_python(self.report.period.to)); }, "First and last day of the period the figures are about.");
    cls.def_property_readonly("level", [](const ReportHandle& self) { return self.report.level; }, "The level of the intervals.");
    cls.def_property_readonly("input", &input_of, "What went in: cases, events, rejected, objected, deviations.");
    def(cls, "to_json", R"(The report as a ``maintien-report/1`` document: the very bytes the command line writes.

>>> mt.report(mt.simulate(cases=20, seed=1), as_of=date(2024, 12, 31)).to_json().splitlines()[1].strip()
'"format": "maintien-report/1",'
)", [](const ReportHandle& self) { return written([&] { return io::report_json(self.report); }); });
    def(cls, "to_csv", R"(The report as CSV: a header, then one line for each figure.

>>> mt.report(mt.simulate(cases=20, seed=1), as_of=date(2024, 12, 31)).to_csv().split(",")[0]
'indicator'
)", [](const ReportHandle& self) { return written([&] { return io::report_csv(self.report); }); });
    def(cls, "to_text", R"(The tables a cell prints, in French (``"fr"``) or in English (``"en"``); another language is a ``ValueError``.

>>> events = mt.import_table("examples/data/cellule.csv", "examples/data/cellule.mapping.json")
>>> "72,09 %" in mt.report(events, "aist43_cme", as_of=date(2020, 11, 12)).to_text("fr").replace("\u202f", " ").replace("\xa0", " ")
True
)", [](const ReportHandle& self, const std::string& lang) {
        const auto wanted = to_language(lang);
        return written([&] { return io::report_text(self.report, wanted); });
    }, py::arg("lang") = "fr");
}

}  // namespace

void bind_indicators(py::module_& m) {
    py::class_<ReportHandle> cls(m, "Report", report_class_doc);
    bind_report_rows(cls);
    bind_report_documents(cls);
    def(m, "percentage", R"(So many of so many as a percentage that people read, rounded half up from the counts themselves; without ``whole``, a proportion.

>>> mt.percentage(31, 43, decimals=2, lang="en"), mt.percentage(0.5, lang="en")
('72.09%', '50%')
)", &percentage_in_words, py::arg("part"), py::arg("whole") = py::none(), py::arg("decimals") = 0, py::arg("lang") = "fr");
    def(m, "report", R"(The figures of a register: how many were referred and entered, how they left, how long it took, who was followed up.

``register`` is ``Events``, replayed under ``protocol`` (``common_core`` unless given) as of the day ``as_of``, or ``Cases`` already replayed. ``known_on`` masks what
was recorded later; ``from_`` and ``to`` are the first and last day of the period (from the earliest referral to ``as_of`` unless given).
``by`` divides the register: keys as a sequence or joined by commas. ``level`` is that of the intervals, ``interval`` the method of those of proportions:
``wilson``, ``clopper_pearson`` or ``jeffreys``. ``threads`` = 0 means all cores; no figure depends on it.

>>> events = mt.import_table("examples/data/cellule.csv", "examples/data/cellule.mapping.json")
>>> report = mt.report(events, "aist43_cme", as_of=date(2020, 11, 12))
>>> report.row("entry_rate", "flow_ratio").numerator
43
)", &make_python_report, py::arg("register"), py::arg("protocol") = py::none(), py::kw_only(), py::arg("as_of") = py::none(), py::arg("known_on") = py::none(),
        py::arg("from_") = py::none(), py::arg("to") = py::none(), py::arg("by") = py::tuple(), py::arg("level") = default_level, py::arg("interval") = "wilson", py::arg("threads") = 0u);
}

}  // namespace maintien::python

#include <cmath>
#include <functional>

#include "bind.hpp"
#include "documents.hpp"
#include "frames.hpp"
#include "maintien/indicators/data_quality.hpp"
#include "maintien/indicators/percentage.hpp"
#include "maintien/io/audit_document.hpp"
#include "maintien/io/report_document.hpp"
#include "maintien/io/text_report.hpp"
#include "report_pickle.hpp"
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

/// A number of the heading, None when it is hidden.
py::object shown(std::int64_t count) { return count == hidden_count ? py::object(py::none()) : py::int_(count); }

py::dict deviations_of(const ReportInput& input) {
    py::dict deviations;
    for (const auto& term : terms_of<Severity>) deviations[to_python(term.value)] = shown(input.deviations[index_of(term.value)]);
    return deviations;
}

py::dict input_of(const ReportHandle& self) {
    const auto& input = self.report.input;
    py::dict dict;
    dict["cases"] = shown(input.cases);
    dict["events"] = shown(input.events);
    dict["rejected"] = shown(input.rejected);
    dict["objected"] = shown(input.objected);
    dict["deviations"] = deviations_of(input);
    return dict;
}

py::dict excluded_sums(const DataQuality& quality) {
    py::dict sums;
    for (const auto& sum : quality.excluded) {
        py::dict one;
        one["rows"] = sum.rows;
        one["count"] = sum.count;
        sums[py::str(sum.reason)] = one;
    }
    return sums;
}

py::dict not_given_shares(const DataQuality& quality) {
    py::dict shares;
    for (const auto& attribute : quality.not_given) {
        py::dict one;
        one["numerator"] = to_python(attribute.numerator);
        one["denominator"] = to_python(attribute.denominator);
        one["value"] = attribute.value ? py::object(py::float_(*attribute.value)) : py::none();
        shares[py::str(attribute.attribute)] = one;
    }
    return shares;
}

py::dict data_quality(const ReportHandle& self) {
    const auto& input = self.report.input;
    const auto quality = data_quality_of(self.report);
    py::dict dict, delays;
    for (const auto& delay : quality.negative_delays) delays[py::str(delay.delay)] = delay.count ? py::object(py::int_(*delay.count)) : py::none();
    dict["rejected"] = shown(input.rejected);
    dict["objected"] = shown(input.objected);
    dict["without_referral"] = shown(input.without_referral);
    dict["deviations"] = deviations_of(input);
    dict["excluded"] = excluded_sums(quality);
    dict["negative_delays"] = delays;
    dict["not_given"] = not_given_shares(quality);
    return dict;
}

ReportHandle report_python(const py::object& register_, const py::object& protocol, const py::object& as_of, const py::object& known_on, const py::object& from, const py::object& to,
                           const py::object& by, const std::optional<double>& level, const std::optional<std::string>& interval, const py::object& reference,
                           const std::optional<std::int64_t>& min_count, bool to_the_public,
                           const py::object& ledger, unsigned threads) {
    const auto secrecy = to_secrecy(min_count, to_the_public, ledger);
    if (!py::isinstance<StateHandle>(register_)) {
        return make_python_report({"report", register_, protocol, as_of, known_on, from, to, by, level.value_or(default_level), interval.value_or("wilson"), threads}, reference, secrecy);
    }
    const bool asks = !(protocol.is_none() && as_of.is_none() && known_on.is_none() && from.is_none() && to.is_none() && !level && !interval) || py::len(by) != 0;
    if (asks) throw py::type_error("report() of a State takes protocol, days, strata, level and interval from it");
    return finish_python_state(register_.cast<const StateHandle&>(), reference, secrecy, threads);
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

/// The audit; one that a pickle left behind is not told as none.
py::object told_audit(const ReportHandle& self) {
    if (self.was_pickled && self.report.min_count > 1) throw py::value_error("audit: a pickle takes none along; it stays with the report that was pickled");
    return self.audit;
}

std::string document_text(const ReportHandle& self) {
    return written([&] { return io::report_json(self.report); });
}

constexpr const char* report_class_doc = R"(The figures of a register over a period, each with its denominator, what was left out and its interval.

Rows stand in one order, the strata of a figure after its row for the whole register. ``len`` counts rows, iteration gives them,
``"positive_exit_rate/per_exit" in report`` tells whether there is such a figure. Two reports are equal when their documents are. A report keeps the register
it was made from; a pickle of it takes the figures along, neither the cases, so that ``explain`` refuses, nor the ``audit`` of what is hidden.

>>> report = mt.report(mt.simulate(cases=200, seed=1), as_of=date(2024, 12, 31))
>>> "positive_exit_rate/per_exit" in report
True
>>> import pickle
>>> pickle.loads(pickle.dumps(report)) == report
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
    cls.def_property_readonly("min_count", [](const ReportHandle& self) { return self.report.min_count; }, "The least number of people shown; 1 hides nothing.");
    cls.def_property_readonly("reference", [](const ReportHandle& self) { return text_or_none(self.report.reference); }, "The title of the population that rates are standardised on, or None.");
    cls.def_property_readonly("level", [](const ReportHandle& self) { return self.report.level; }, "The level of the intervals.");
    cls.def_property_readonly("input", &input_of, "What went in: cases, events, rejected, objected, deviations; None where a number is hidden.");
    cls.def_property_readonly("data_quality", &data_quality, "What was left out of the figures and why, and what the register does not say: the section of that name of the document.");
    cls.def_property_readonly("audit", &told_audit, "What was hidden and why, as ``DisclosureAudit``, for the service alone; None when nothing had to be.");
    def(cls, "to_json", R"(The report as a ``maintien-report/1`` document: the very bytes the command line writes.

>>> mt.report(mt.simulate(cases=20, seed=1), as_of=date(2024, 12, 31)).to_json().splitlines()[1].strip()
'"format": "maintien-report/1",'
)", &document_text);
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
        return written([&] { return io::report_text(self.report, wanted) + io::hidden_text(self.report, wanted); });
    }, py::arg("language") = "fr");
    bind_frame(cls, "mt.report(mt.simulate(cases=20, seed=1), as_of=date(2024, 12, 31))", [](const ReportHandle& self) { return report_frame(self.report); });
}

/// Reports are values: equal by their documents, the same when copied, figures alone in a pickle.
void bind_report_value(py::class_<ReportHandle>& cls) {
    cls.def("__eq__", [](const ReportHandle& self, const ReportHandle& other) { return document_text(self) == document_text(other); }, py::is_operator());
    cls.def("__hash__", [](const ReportHandle& self) { return std::hash<std::string>{}(document_text(self)); });
    cls.def("__copy__", [](const py::object& self) { return self; });
    cls.def("__deepcopy__", [](const py::object& self, const py::dict&) { return self; });
    cls.def(py::pickle(&pickled_report, &report_again));
}

}  // namespace

void bind_indicators(py::module_& m) {
    py::class_<ReportHandle> cls(m, "Report", report_class_doc);
    bind_report_rows(cls);
    bind_report_documents(cls);
    bind_report_value(cls);
    def(m, "percentage", R"(So many of so many as a percentage that people read, rounded half up from the counts themselves; without ``whole``, a proportion.

>>> mt.percentage(31, 43, decimals=2, language="en"), mt.percentage(0.5, language="en")
('72.09%', '50%')
)", &percentage_in_words, py::arg("part"), py::arg("whole") = py::none(), py::arg("decimals") = 0, py::arg("language") = "fr");
    def(m, "report", R"(The figures of a register: how many were referred and entered, how they left, how long it took, who was followed up.

``register`` is ``Events``, replayed under ``protocol`` (``common_core`` unless given) as of the day ``as_of``, or ``Cases`` already replayed, or the ``State`` of
one. ``known_on`` masks what was recorded later; ``from_`` and ``to`` are the first and last day of the period (from the earliest referral to ``as_of`` unless given).
``by`` divides the register: keys as a sequence or joined by commas. ``level`` is that of the intervals (0.95 unless given), ``interval`` the method of those of
proportions: ``wilson`` (unless given), ``clopper_pearson`` or ``jeffreys``. ``reference`` names a population (``maintien-reference/1``: a path, the document or a
dict): rates are also given as they would be in it. ``threads`` = 0 means all cores; no figure depends on it.

What leaves the service hides numbers of people below ``min_count``, and what would tell them; ``public`` means the usual 11. ``ledger`` is the file of what was
published before: it is taken into account, and takes this report in. Such a report keeps no cases; its ``audit`` tells what is hidden and why.

>>> events = mt.import_table("examples/data/cellule.csv", "examples/data/cellule.mapping.json")
>>> report = mt.report(events, "aist43_cme", as_of=date(2020, 11, 12))
>>> report.row("entry_rate", "flow_ratio").numerator
43
>>> mt.report(events, "aist43_cme", as_of=date(2020, 11, 12), min_count=5).row("positive_exit_rate/per_exit").null_reason
<NullReason.suppressed: 'suppressed'>
)", &report_python, py::arg("register"), py::arg("protocol") = py::none(), py::kw_only(), py::arg("as_of") = py::none(), py::arg("known_on") = py::none(),
        py::arg("from_") = py::none(), py::arg("to") = py::none(), py::arg("by") = py::tuple(), py::arg("level") = py::none(), py::arg("interval") = py::none(),
        py::arg("reference") = py::none(), py::arg("min_count") = py::none(), py::arg("public") = false, py::arg("ledger") = py::none(), py::arg("threads") = 0u);
}

}  // namespace maintien::python

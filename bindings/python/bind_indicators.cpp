#include <algorithm>

#include "bind.hpp"
#include "handles.hpp"
#include "maintien/indicators/explain.hpp"
#include "maintien/io/report_document.hpp"
#include "maintien/io/text_report.hpp"
#include "signature.hpp"
#include "values.hpp"

namespace maintien::python {

namespace {

// ---- the question -------------------------------------------------------------------------------

StratumKey to_stratum_key(const std::string& text) {
    if (const auto key = from_code<StratumKey>(text)) return *key;
    std::string all;
    for (const auto& term : terms_of<StratumKey>) all += (all.empty() ? "" : ", ") + std::string(term.code);
    throw py::value_error("by: found '" + text + "', expected one of " + all);
}

/// Keys joined by commas, or a sequence of them.
std::vector<StratumKey> to_stratum_keys(const py::object& by) {
    const py::object keys = py::isinstance<py::str>(by) ? by.attr("split")(",") : by;
    std::vector<StratumKey> wanted;
    for (const py::handle key : keys) {
        const auto found = to_stratum_key(py::str(key.attr("strip")()).cast<std::string>());
        if (std::find(wanted.begin(), wanted.end(), found) != wanted.end()) throw py::value_error("by: '" + std::string(code_of(found)) + "' is given twice");
        wanted.push_back(found);
    }
    return wanted;
}

IntervalMethod to_interval_method(const std::string& text) {
    if (const auto method = method_from_code(text)) return *method;
    throw py::value_error("interval: found '" + text + "', expected wilson, clopper_pearson or jeffreys");
}

/// The cases a report is about: those given, or a register replayed for it.
Cases cases_of(const py::object& register_, const py::object& protocol, const py::object& as_of, const py::object& known_on, unsigned threads) {
    if (py::isinstance<Cases>(register_)) {
        if (!protocol.is_none() || !as_of.is_none() || !known_on.is_none())
            throw py::type_error("report() of Cases takes protocol, as_of and known_on from their replay");
        return register_.cast<Cases>();
    }
    if (!py::isinstance<Events>(register_)) throw py::type_error("report() needs Events or Cases, found " + py::repr(register_).cast<std::string>());
    if (as_of.is_none()) throw py::type_error("report() of Events needs as_of, the day the register is looked at");
    const py::object rules = protocol.is_none() ? py::object(py::str("common_core")) : protocol;
    return replay_events(register_.cast<const Events&>(), to_protocol(rules), {to_day(as_of, "as_of"), to_day_or_none(known_on, "known_on"), threads});
}

void check(const ReportQuestion& question) {
    if (!(question.level > 0 && question.level < 1)) throw py::value_error("level: found " + std::to_string(question.level) + ", expected between 0 and 1");
    if (known(question.from) && question.from > (known(question.to) ? question.to : question.as_of)) throw py::value_error("from_: the period ends before it begins");
}

ReportHandle make(const py::object& register_, const py::object& protocol, const py::object& as_of, const py::object& known_on, const py::object& from, const py::object& to,
                  const py::object& by, double level, const std::string& interval, unsigned threads) {
    ReportQuestion question{.from = to_day_or_none(from, "from_"), .to = to_day_or_none(to, "to"), .by = to_stratum_keys(by), .level = level,
                            .interval = to_interval_method(interval), .threads = threads};
    ReportHandle handle{.cases = cases_of(register_, protocol, as_of, known_on, threads)};
    question.as_of = handle.cases.table->as_of;
    question.known_on = handle.cases.table->known_on;
    question.rejected = handle.cases.events.rejected_cases;
    check(question);
    const py::gil_scoped_release free;
    const auto& cases = handle.cases;
    handle.report = report_of(*cases.events.table, *cases.table, *cases.protocol.protocol, question, cases.protocol.name);
    return handle;
}

// ---- the rows -----------------------------------------------------------------------------------

py::dict stratum_dict(const Stratum& stratum) {
    py::dict by;
    for (const auto& part : stratum) by[py::str(part.key)] = part.value;
    return by;
}

/// A figure: whole for a count, else a floating-point number.
py::object figure(const ReportRow& row) {
    if (row.unit == Unit::cases) return to_python(row.value);
    return row.value ? py::object(py::float_(*row.value)) : py::none();
}

py::object real(const std::optional<double>& number) { return number ? py::object(py::float_(*number)) : py::none(); }

py::object row_object(const py::object& make_row, const Report& report, const ReportRow& row) {
    py::dict excluded;
    for (const auto& left_out : row.excluded) excluded[py::str(left_out.reason)] = left_out.count;
    return make_row(row.indicator, text_or_none(row.variant), text_or_none(row.category), stratum_dict(report.strata[row.stratum]), to_python(row.numerator),
                    to_python(row.denominator), figure(row), real(row.lower), real(row.upper), real(row.bound_lower), real(row.bound_upper), text_or_none(row.method),
                    to_python(row.unit), to_python(row.verdict), excluded, to_python(row.null_reason));
}

py::list rows(ReportHandle& self) {
    if (!self.rows) {
        const py::object make_row = value_class("Row");
        py::list list;
        for (const auto& row : self.report.rows) list.append(row_object(make_row, self.report, row));
        self.rows = list;
    }
    return self.rows.cast<py::list>().attr("copy")();
}

/// A name as `explain` takes it, taken apart.
struct FigureName {
    std::string indicator, variant, category;
};

FigureName figure_name(const std::string& name, const std::optional<std::string>& variant, const std::optional<std::string>& category) {
    const auto first = name.find('/'), second = first == std::string::npos ? first : name.find('/', first + 1);
    if (first == std::string::npos) return {name, variant.value_or(""), category.value_or("")};
    if (variant || category) throw py::value_error("row: the name '" + name + "' already says the variant");
    if (second == std::string::npos) return {name.substr(0, first), name.substr(first + 1), ""};
    return {name.substr(0, first), name.substr(first + 1, second - first - 1), name.substr(second + 1)};
}

const ReportRow* find(const Report& report, const FigureName& name, std::uint32_t stratum) {
    return find_row(report, name.indicator, name.variant, name.category, stratum);
}

/// What is there instead of a row that is not: the names under the same indicator, or the indicators.
std::string other_names(const Report& report, const std::string& indicator) {
    std::vector<std::string> same, all;
    for (const auto& row : report.rows) {
        if (row.stratum != 0) continue;
        if (row.indicator == indicator) same.push_back(std::string(row.variant) + (row.category.empty() ? "" : "/" + std::string(row.category)));
        if (all.empty() || all.back() != row.indicator) all.emplace_back(row.indicator);
    }
    std::string text = same.empty() ? "indicators: " : "'" + indicator + "' has: ";
    for (const auto& name : same.empty() ? all : same) text += (text.ends_with(": ") ? "" : ", ") + (name.empty() ? std::string("(no variant)") : name);
    return text;
}

std::uint32_t stratum_number(const Report& report, const py::dict& by) {
    for (std::size_t i = 0; i < report.strata.size(); ++i)
        if (stratum_dict(report.strata[i]).equal(by)) return static_cast<std::uint32_t>(i);
    throw py::key_error("no stratum " + py::repr(by).cast<std::string>() + "; see strata");
}

py::object one_row(const ReportHandle& self, const std::string& indicator, const std::optional<std::string>& variant, const std::optional<std::string>& category, const py::object& by) {
    const auto name = figure_name(indicator, variant, category);
    const auto stratum = by.is_none() ? 0 : stratum_number(self.report, by);
    const auto* row = find(self.report, name, stratum);
    if (!row) throw py::key_error("no row " + indicator + (variant ? "/" + *variant : "") + (category ? "/" + *category : "") + "; " + other_names(self.report, name.indicator));
    return row_object(value_class("Row"), self.report, *row);
}

py::list strata(const ReportHandle& self) {
    py::list list;
    for (const auto& stratum : self.report.strata) list.append(stratum_dict(stratum));
    return list;
}

// ---- what stands behind a figure ----------------------------------------------------------------

py::tuple listed(const Cases& cases, const std::vector<ListedEpisode>& episodes) {
    const py::object make_listed = value_class("ListedEpisode");
    py::list list;
    for (const auto& episode : episodes) {
        const auto key = key_of(*cases.events.table, episode.case_index);
        list.append(make_listed(text_or_none(key.service), key.case_id, episode.episode, episode.times));
    }
    return py::tuple(list);
}

py::object explain_figure(const ReportHandle& self, const std::string& name) {
    const auto& [events, table, protocol] = self.cases;
    const auto catalogue = catalogue_of(*protocol.protocol);
    const auto* rule = rule_named(catalogue, name);
    if (!rule) throw py::key_error("no row " + name + "; " + other_names(self.report, name.substr(0, name.find('/'))));
    const auto found = [&] {
        const py::gil_scoped_release free;
        return explain(study_of(*events.table, *table, *protocol.protocol, self.report.period), *rule);
    }();
    py::dict excluded;
    for (const auto& one : found.excluded) excluded[py::str(one.reason)] = listed(self.cases, one.episodes);
    return value_class("Explanation")(name, listed(self.cases, found.numerator), listed(self.cases, found.denominator), excluded);
}

// ---- documents ----------------------------------------------------------------------------------

template <class Write>
std::string written(Write&& write) {
    const py::gil_scoped_release free;
    return write();
}

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

constexpr const char* report_class_doc = R"(The figures of a register over a period, each with its denominator, what was left out and its interval.

Rows stand in one order, the strata of a figure after its row for the whole register. ``len`` counts rows, iteration gives them,
``"positive_exit_rate/per_exit" in report`` tells whether there is such a figure. A report keeps the register it was made from.

>>> report = mt.report(mt.simulate(cases=200, seed=1), as_of=date(2024, 12, 31))
>>> "positive_exit_rate/per_exit" in report
True
)";

}  // namespace

namespace {

void bind_report_rows(py::class_<ReportHandle>& cls) {
    cls.def("__len__", [](const ReportHandle& self) { return self.report.rows.size(); });
    cls.def("__iter__", [](ReportHandle& self) { return py::iter(rows(self)); });
    cls.def("__contains__", [](const ReportHandle& self, const std::string& name) { return find(self.report, figure_name(name, {}, {}), 0) != nullptr; });
    cls.def("__repr__", &short_text);
    cls.def_property_readonly("rows", &rows, "Every figure, in order, as ``Row``.");
    cls.def_property_readonly("strata", &strata, "The strata, as dicts; the first, empty, is the whole register.");
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
)", [](const ReportHandle& self, const std::string& language) {
        const auto wanted = to_language(language);
        return written([&] { return io::report_text(self.report, wanted); });
    }, py::arg("language") = "fr");
}

}  // namespace

void bind_indicators(py::module_& m) {
    py::class_<ReportHandle> cls(m, "Report", report_class_doc);
    bind_report_rows(cls);
    bind_report_documents(cls);
    def(m, "report", R"(The figures of a register: how many were referred and entered, how they left, how long it took, who was followed up.

``register`` is ``Events``, replayed under ``protocol`` (``common_core`` unless given) as of the day ``as_of``, or ``Cases`` already replayed. ``known_on`` masks what
was recorded later; ``from_`` and ``to`` are the first and last day of the period (from the earliest referral to ``as_of`` unless given).
``by`` divides the register: keys as a sequence or joined by commas. ``level`` is that of the intervals, ``interval`` the method of those of proportions:
``wilson``, ``clopper_pearson`` or ``jeffreys``. ``threads`` = 0 means all cores; no figure depends on it.

>>> events = mt.import_table("examples/data/cellule.csv", "examples/data/cellule.mapping.json")
>>> report = mt.report(events, "aist43_cme", as_of=date(2020, 11, 12))
>>> report.row("entry_rate", "flow_ratio").numerator
43
)", &make, py::arg("register"), py::arg("protocol") = py::none(), py::kw_only(), py::arg("as_of") = py::none(), py::arg("known_on") = py::none(),
        py::arg("from_") = py::none(), py::arg("to") = py::none(), py::arg("by") = py::tuple(), py::arg("level") = default_level, py::arg("interval") = "wilson", py::arg("threads") = 0u);
}

}  // namespace maintien::python

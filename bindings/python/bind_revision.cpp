#include "bind.hpp"
#include "documents.hpp"
#include "frames.hpp"
#include "maintien/indicators/revision.hpp"
#include "maintien/indicators/trend.hpp"
#include "maintien/io/revision_document.hpp"
#include "maintien/io/trend_document.hpp"
#include "report_question.hpp"
#include "signature.hpp"
#include "values.hpp"

namespace maintien::python {

namespace {

/// A revision, and the events whose cases it names.
struct HeldRevision {
    Cases before{}, after{};
    Revision revision{};
};

py::object revise(const Events& events, const py::object& protocol, const py::object& as_of, const py::object& known_on, const py::object& later, const py::object& from,
                  const py::object& to, unsigned threads) {
    const auto asked = [&](const py::object& day) { return AskedFigures{"revise", py::cast(events), protocol, as_of, day, from, to, py::tuple(), default_level, "wilson", threads}; };
    if (const Day first = to_day(known_on, "known_on"), second = to_day(later, "and_"); second <= first)
        throw py::value_error("and_: found " + iso(second) + ", expected a day after known_on, " + iso(first));
    const auto held = std::make_shared<HeldRevision>();
    held->before = cases_of(asked(known_on));
    held->after = cases_of(asked(later));
    const auto question = question_of(asked(known_on), held->before);
    {
        const py::gil_scoped_release free;
        held->revision = revision_of(*events.table, *held->before.table, *held->after.table, *held->before.protocol.protocol, question, held->before.protocol.name);
    }
    const auto json = [held] { return io::revision_json(*held->before.events.table, held->revision); };
    return read_record("Revision", {json, [held](Language language) { return io::revision_text(*held->before.events.table, held->revision, language); }, {}});
}

/// A trend, and what its reports were made from.
struct TrendHandle {
    Cases cases{};
    std::shared_ptr<const ReferencePopulation> reference{};
    Trend trend{};
};

TrendHandle trend_python(const py::object& register_, const py::object& protocol, const py::object& as_of, const py::object& every, const py::object& over, const py::object& known_on,
                         const py::object& from, const py::object& to, const py::object& by, double level, const std::string& interval, const py::object& reference, unsigned threads) {
    const AskedFigures asked{"trend", register_, protocol, as_of, known_on, from, to, by, level, interval, threads};
    const auto span = to_code<Every>(every, "every");
    const bool over_days = to_code<TrendOver>(over, "over") == TrendOver::days;
    TrendHandle handle{.cases = cases_of(asked), .reference = to_reference(reference)};
    const auto& [events, table, rules] = handle.cases;
    auto question = question_of(asked, handle.cases);
    question.reference = handle.reference.get();
    const py::gil_scoped_release free;
    handle.trend = over_days ? trend_over_days(*events.table, rules.versions, question, span, rules.name)
                             : trend_of(*events.table, *table, *rules.protocol, question, span, rules.name);
    return handle;
}

/// One report of a trend, with the cases as of its own day.
ReportHandle report_at(const TrendHandle& self, std::ptrdiff_t index) {
    const auto& report = self.trend.reports[place_in(self.trend.reports.size(), index)];
    const bool same_day = report.as_of == self.cases.table->as_of;
    const auto& [events, table, protocol] = self.cases;
    return {.cases = same_day ? self.cases : replay_events(events, protocol, {report.as_of, table->known_on}), .rules = protocol.loaded, .reference = self.reference, .report = report};
}

constexpr const char* trend_doc = R"(The same report on one month, quarter or year after the other, or on the last day of one after the other: what ``trend`` gives.

``len`` counts spans, iteration and ``trend[i]`` give the ``Report`` of each, whose ``period`` is the span, or ends with it.

>>> trend = mt.trend(mt.simulate(cases=200, seed=1), as_of=date(2024, 12, 31), from_=date(2023, 1, 1), every="year")
>>> [report.period[1].year for report in trend]
[2023, 2024]
)";

void bind_trend_documents(py::class_<TrendHandle>& cls) {
    def(cls, "to_json", R"(The trend as a ``maintien-trend/1`` document: the very bytes the command line writes.

>>> mt.trend(mt.simulate(cases=20, seed=1), as_of=date(2024, 12, 31), every="year").to_json().splitlines()[1].strip()
'"format": "maintien-trend/1",'
)", [](const TrendHandle& self) { return written([&] { return io::trend_json(self.trend); }); });
    def(cls, "to_csv", R"(The trend as CSV: the columns of a report after ``from`` and ``to``, the days of the span.

>>> mt.trend(mt.simulate(cases=20, seed=1), as_of=date(2024, 12, 31), every="year").to_csv().split(",")[:3]
['from', 'to', 'indicator']
)", [](const TrendHandle& self) { return written([&] { return io::trend_csv(self.trend); }); });
    def(cls, "to_text", R"(The key figures for people, one column a span, in French (``"fr"``) or in English (``"en"``); strata are not in it.

>>> "2024" in mt.trend(mt.simulate(cases=20, seed=1), as_of=date(2024, 12, 31), every="year").to_text("en")
True
)", [](const TrendHandle& self, const std::string& lang) {
        const auto language = to_language(lang);
        return written([&] { return io::trend_text(self.trend, language); });
    }, py::arg("language") = "fr");
    bind_frame(cls, "mt.trend(mt.simulate(cases=20, seed=1), as_of=date(2024, 12, 31), every='year')", [](const TrendHandle& self) { return trend_frame(self.trend.reports); });
}

void bind_trend_class(py::module_& m) {
    py::class_<TrendHandle> cls(m, "Trend", trend_doc);
    cls.def("__len__", [](const TrendHandle& self) { return self.trend.reports.size(); });
    cls.def("__getitem__", &report_at);
    cls.def("__iter__", [](const py::object& self) { return walk(self); });
    cls.def("__repr__", [](const TrendHandle& self) {
        const auto spans = self.trend.reports.size();
        return "<Trend " + self.cases.protocol.name + " as of " + iso(self.cases.table->as_of) + ": " + std::to_string(spans) + " " + std::string(code_of(self.trend.every)) + (spans == 1 ? ">" : "s>");
    });
    cls.def_property_readonly("every", [](const TrendHandle& self) { return to_python(self.trend.every); }, "How long each span is, as ``Every``.");
    cls.def_property_readonly("over", [](const TrendHandle& self) { return to_python(self.trend.over); }, "What follows one another, as ``TrendOver``: periods, or days.");
    cls.def_property_readonly("as_of", [](const TrendHandle& self) { return to_python(self.cases.table->as_of); }, "The day looked at.");
    cls.def_property_readonly("period", [](const TrendHandle& self) { return py::make_tuple(to_python(self.trend.period.from), to_python(self.trend.period.to)); }, "First and last day of the period as a whole.");
    bind_trend_documents(cls);
}

}  // namespace

void bind_revision(py::module_& m) {
    bind_trend_class(m);
    def(m, "trend", R"(The figures month by month, quarter by quarter or year by year.

``every`` is ``"month"``, ``"quarter"`` or ``"year"``; the other arguments are those of ``report``. Over ``"periods"`` each span is a period of its own, and all are seen as
of one day with everything known by then; young spans are not mature: an entry of the last month has had little time to leave. Over ``"days"`` the period goes from its
beginning to the last day of each span, as the cell stood then. What was known earlier is what ``known_on`` is for.

>>> trend = mt.trend(mt.simulate(cases=200, seed=1), as_of=date(2024, 12, 31), every="year")
>>> sum(report.row("referrals").value for report in trend) == mt.report(mt.simulate(cases=200, seed=1), as_of=date(2024, 12, 31)).row("referrals").value
True
>>> mt.trend(mt.simulate(cases=200, seed=1), as_of=date(2024, 12, 31), every="year", over="days")[-1] == mt.report(mt.simulate(cases=200, seed=1), as_of=date(2024, 12, 31))
True
)", &trend_python, py::arg("register"), py::arg("protocol") = py::none(), py::kw_only(), py::arg("as_of") = py::none(), py::arg("every"), py::arg("over") = "periods",
        py::arg("known_on") = py::none(), py::arg("from_") = py::none(), py::arg("to") = py::none(), py::arg("by") = py::tuple(), py::arg("level") = default_level,
        py::arg("interval") = "wilson", py::arg("reference") = py::none(), py::arg("threads") = 0u);
    def(m, "revise", R"(What moved in the figures between two days of knowledge, ``known_on`` and ``and_``, and the cases that moved it.

Both sides look at ``as_of``, for the same period; figures that did not move are counted, not listed.

>>> events = mt.simulate(cases=300, seed=1)
>>> revision = mt.revise(events, as_of=date(2024, 6, 30), known_on=date(2024, 7, 5), and_=date(2024, 12, 31))
>>> revision.moved == len(revision.rows) <= revision.figures
True
)", &revise, py::arg("events"), py::arg("protocol") = py::none(), py::kw_only(), py::arg("as_of"), py::arg("known_on"), py::arg("and_"), py::arg("from_") = py::none(),
        py::arg("to") = py::none(), py::arg("threads") = 0u);
}

}  // namespace maintien::python

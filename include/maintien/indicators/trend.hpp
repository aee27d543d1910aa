#pragma once
/// @file
/// Trends: the same report on one span of time after the other, or on one day after the other.

#include <algorithm>
#include <cassert>
#include <vector>

#include "maintien/indicators/make_report.hpp"
#include "maintien/register/replay.hpp"

namespace maintien {

/// How long each span of a trend is.
enum class Every : std::uint8_t {
    month,    ///< a calendar month
    quarter,  ///< a calendar quarter
    year      ///< a calendar year
};

template <>
inline constexpr std::string_view list_name_of<Every> = "every";

template <>
inline constexpr auto terms_of<Every> = std::to_array<Term<Every>>({
    {Every::month, "month", "mois", "month"},
    {Every::quarter, "quarter", "trimestre", "quarter"},
    {Every::year, "year", "année", "year"},
});
static_assert(well_formed(terms_of<Every>));

/// What follows one another in a trend.
enum class TrendOver : std::uint8_t {
    periods,  ///< spans, each a period of its own, all seen from the same day
    days      ///< the last days of the spans: the period as it stood on each, from its beginning
};

template <>
inline constexpr std::string_view list_name_of<TrendOver> = "trend_over";

template <>
inline constexpr auto terms_of<TrendOver> = std::to_array<Term<TrendOver>>({
    {TrendOver::periods, "periods", "périodes", "periods"},
    {TrendOver::days, "days", "jours", "days"},
});
static_assert(well_formed(terms_of<TrendOver>));

/// The spans of a period, in order: calendar months, quarters or years, the first and the last cut where the period begins and ends.
inline std::vector<Period> spans_of(Period period, Every every) {
    const unsigned months = every == Every::year ? 12 : every == Every::quarter ? 3 : 1;
    std::vector<Period> spans;
    for (Day from = period.from; length(period) > 0 && from <= period.to;) {
        const auto date = calendar_date(from);
        const Day first = make_day(date.year, (date.month - 1) / months * months + 1, 1);
        const Day last = std::min(months_after(first, static_cast<int>(months)) - 1, period.to);
        spans.push_back({from, last});
        from = last + 1;
    }
    return spans;
}

/// The same report again and again. Over periods: on each span of a period, all seen from the same day with everything known by then, so that the
/// figures of a span are those an activity report gives for it today, and the flows of the spans add up to those of the period. Over days: on the
/// period from its beginning up to the last day of each span, seen from that day, as the cell stood then.
struct Trend {
    Every every = Every::year;                ///< how long each span is
    Period period{};                          ///< the period as a whole
    std::vector<Report> reports{};            ///< a report for each span, in order
    TrendOver over = TrendOver::periods;      ///< what follows one another
};

/// The trend of a replayed register over the spans of a question's period. The protocol must outlive it.
inline Trend trend_of(const EventTable& events, const CaseTable& table, const Protocol& protocol, const ReportQuestion& question, Every every, std::string_view protocol_name) {
    Trend trend{every, period_of(table, question), {}};
    Study study = study_of(events, table, protocol, trend.period);
    for (const auto& span : spans_of(trend.period, every)) {
        study.period = span;
        trend.reports.push_back(report_of(state_of(study, question, protocol_name), question.reference));
    }
    return trend;
}

/// The trend of a register over the last days of the spans of a question's period: for each the report with that `as_of`, as if it were asked
/// alone. What was recorded later counts on every day unless the question has a `known_on`. The protocols must outlive it.
inline Trend trend_over_days(const EventTable& events, const ProtocolVersions& versions, const ReportQuestion& question, Every every, std::string_view protocol_name) {
    const auto seen_on = [&](Day as_of) { return replay(events, versions, {as_of, question.known_on, question.threads}); };
    Trend trend{every, period_of(seen_on(question.as_of), question), {}, TrendOver::days};
    for (const auto& span : spans_of(trend.period, every)) {
        auto asked = question;
        asked.as_of = asked.to = span.to;
        asked.from = trend.period.from;
        trend.reports.push_back(report_of(events, seen_on(span.to), latest(versions), asked, protocol_name));
    }
    return trend;
}

}  // namespace maintien

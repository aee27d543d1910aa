// The table AIST 43 showed on 12 November 2020, as a report typed by hand: the figures of its published page and the
// rows around them. No engine has worked on it.
#pragma once

#include "maintien/indicators/report.hpp"
#include "maintien/protocol/built_in/aist43_cme.hpp"

namespace published {

/// A number of cases.
inline maintien::ReportRow count(std::string_view indicator, std::string_view variant, std::string_view category, int n) {
    maintien::ReportRow row{.indicator = indicator, .variant = variant, .category = category};
    row.numerator = row.value = n;
    row.method = "count";
    return row;
}

/// A share without its interval.
inline maintien::ReportRow share(std::string_view indicator, std::string_view variant, std::string_view category, int n, int d) {
    maintien::ReportRow row{.indicator = indicator, .variant = variant, .category = category};
    row.numerator = n;
    row.denominator = d;
    row.unit = maintien::Unit::proportion;
    row.method = "wilson";
    if (d > 0)
        row.value = static_cast<double>(n) / d;
    else
        row.null_reason = maintien::NullReason::denominator_zero;
    return row;
}

/// A mean of days.
inline maintien::ReportRow mean(std::string_view variant, int sum, int n) {
    auto row = share("days_in_cell", variant, {}, sum, n);
    row.unit = maintien::Unit::days;
    row.method = "mean";
    return row;
}

/// What the cell counted each outcome of its twelve exits.
inline int published_exits(maintien::Outcome outcome) {
    switch (outcome) {
        case maintien::Outcome::adapted_post: return 4;
        case maintien::Outcome::internal_redeployment: return 3;
        case maintien::Outcome::unfitness: return 2;
        case maintien::Outcome::external_post:
        case maintien::Outcome::invalidity:
        case maintien::Outcome::business_creation: return 1;
        default: return 0;
    }
}

inline void add_outcomes(maintien::Report& report, std::string_view variant) {
    for (const auto& term : maintien::terms_of<maintien::Outcome>)
        report.rows.push_back(term.polarity == maintien::Polarity::neutral ? count("outcome", variant, term.code, 0)
                                                                            : share("outcome", variant, term.code, published_exits(term.value), 12));
    report.rows.push_back(share("outcome", variant, "unknown", 0, 12));
}

inline void add_rates(maintien::Report& report) {
    report.rows.push_back(share("positive_exit_rate", "per_exit", {}, 9, 12));
    report.rows.back().lower = 0.46769466506643426;
    report.rows.back().upper = 0.9110583316059453;
    report.rows.push_back(share("positive_exit_rate", "per_accompanied_exit", {}, 9, 11));
    report.rows.push_back(share("positive_exit_rate", "per_entry", {}, 9, 43));
    report.rows.back().bound_lower = 9.0 / 43;
    report.rows.back().bound_upper = 40.0 / 43;
    report.rows.push_back(share("positive_exit_rate", "mature", "365", 0, 0));
    report.rows.back().null_reason = maintien::NullReason::not_mature;
    report.rows.back().excluded = {{"not_mature", 42}};
}

inline void add_objectives(maintien::Report& report) {
    report.rows.push_back(share("objective", "referrals_per_year", {}, 103, 45));
    report.rows.back().unit = maintien::Unit::ratio;
    report.rows.back().method = {};
    report.rows.back().verdict = maintien::TargetVerdict::reached;
    report.rows.push_back(share("objective", "kept", {}, 9, 12));
    report.rows.back().bound_lower = 0.5;
    report.rows.back().verdict = maintien::TargetVerdict::open;
}

/// The report of AIST 43.
inline maintien::Report report() {
    using namespace maintien;
    Report report{.protocol = "aist43_cme", .title = aist43_cme.title, .as_of = make_day(2020, 11, 12), .period = {make_day(2020, 6, 1), make_day(2020, 11, 12)}};
    report.input = {103, 262, 0, 0, {0, 103, 0}};
    report.strata.emplace_back();
    report.rows = {count("referrals", {}, {}, 103), count("entries", "strict", {}, 42), count("entries", "broad", {}, 43),
                   share("entry_rate", "flow_ratio", {}, 43, 103)};
    report.rows.back().unit = Unit::ratio;
    report.rows.back().method = {};
    for (const auto& [status, n] : {std::pair{"ongoing", 31}, {"refused", 1}, {"positive", 9}, {"negative", 2}, {"neutral", 0}})
        report.rows.push_back(share("status", {}, status, n, 43));
    add_outcomes(report, "entry_cohort");
    add_outcomes(report, "exits_of_period");
    add_rates(report);
    report.rows.push_back(mean("closed_mean", 867, 11));
    report.rows.push_back(mean("all_mean", 2967, 43));
    report.rows.push_back(mean("open_mean_age", 2100, 31));
    add_objectives(report);
    return report;
}

}  // namespace published

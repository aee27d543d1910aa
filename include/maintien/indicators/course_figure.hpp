#pragma once
/// @file
/// The figures of a course: shares that ended by a day, medians, restricted means.

#include "maintien/indicators/restricted_mean.hpp"
#include "maintien/indicators/row_rule.hpp"
#include "maintien/indicators/stratum_curves.hpp"
#include "maintien/indicators/survival_quantile.hpp"

namespace maintien::detail {

/// An estimate in a row: a limit that the method does not have is missing beside its value.
inline void set_estimate(ReportRow& row, const Estimate& estimate, std::string_view method) {
    row.value = estimate.value;
    row.lower = estimate.lower;
    row.upper = estimate.upper;
    if (!estimate.value) row.null_reason = estimate.null_reason;
    row.method = method;
}

inline void finish_course(ReportRow& row, const RowRule& rule, StratumCurves& stratum, double level) {
    row.numerator = static_cast<double>(sum_of(stratum.tally, rule.numerator));
    row.denominator = static_cast<double>(sum_of(stratum.tally, rule.denominator));
    row.unit = rule.kind == FigureKind::incidence ? Unit::proportion : Unit::days;
    if (rule.kind == FigureKind::incidence)
        set_estimate(row, incidence_on(incidences_in(stratum, rule.course), rule.cause, rule.horizon, IntervalScale::log_log, level), "aalen_johansen");
    else if (rule.kind == FigureKind::course_quantile)
        set_estimate(row, survival_quantile(survival_in(stratum, rule.course), rule.q, IntervalScale::log_log, level), "kaplan_meier");
    else set_estimate(row, restricted_mean(survival_in(stratum, rule.course), rule.horizon, level), "restricted_mean");
}

}  // namespace maintien::detail

#pragma once
/// @file
/// Figures: a row rule applied to a tally.

#include "maintien/indicators/comparison_figure.hpp"
#include "maintien/indicators/counts.hpp"
#include "maintien/indicators/proportion.hpp"
#include "maintien/indicators/row_rule.hpp"
#include "maintien/indicators/tally.hpp"
#include "maintien/indicators/weighting_cells.hpp"

namespace maintien {

/// How the figures of a report are worked out.
struct FigureOptions {
    Period period{};                                    ///< the period, to prorate yearly targets
    double level = default_level;                       ///< the level of the intervals
    IntervalMethod interval = IntervalMethod::wilson;   ///< the interval of proportions
    const ReferencePopulation* reference = nullptr;     ///< what rates are standardised on, if on anything
};

/// A yearly target prorated to a period: for each of its days, the target over the length of that day's year.
inline double prorated(double per_year, Period period) {
    double total = 0;
    for (Day first = period.from; length(period) > 0 && first <= period.to;) {
        const int year = year_of(first);
        const Day last = std::min(make_day(year, 12, 31), period.to);
        total += per_year * (last - first + 1) / length_of_year(year);
        first = last + 1;
    }
    return total;
}

namespace detail {

inline void set_interval(ReportRow& row, Interval interval, std::string_view method) {
    row.lower = interval.lower;
    row.upper = interval.upper;
    row.method = method;
}

/// Why a share without denominator has none: nobody at all, or nobody observed long enough.
inline NullReason reason_of_nothing(const ReportRow& row) {
    for (const auto& excluded : row.excluded)
        if (excluded.reason == "not_mature" && excluded.count > 0) return NullReason::not_mature;
    return NullReason::denominator_zero;
}

inline void divide(ReportRow& row, std::int64_t numerator, std::int64_t denominator) {
    row.numerator = static_cast<double>(numerator);
    row.denominator = static_cast<double>(denominator);
    if (denominator > 0) row.value = *row.numerator / *row.denominator;
    else row.null_reason = reason_of_nothing(row);
}

inline void finish_share(ReportRow& row, const RowRule& rule, const StratumTally& tally, const FigureOptions& options) {
    const auto numerator = sum_of(tally, rule.numerator), denominator = sum_of(tally, rule.denominator);
    row.unit = Unit::proportion;
    row.method = method_code(options.interval);
    divide(row, numerator, denominator);
    if (denominator == 0) return;
    set_interval(row, proportion_interval(numerator, denominator, options.interval, options.level), row.method);
    if (rule.kind != FigureKind::share_so_far) return;
    row.bound_lower = row.value;
    row.bound_upper = static_cast<double>(numerator + sum_of(tally, rule.open)) / static_cast<double>(denominator);
}

inline void finish_count(ReportRow& row, const RowRule& rule, const StratumTally& tally, const FigureOptions& options) {
    const auto count = sum_of(tally, rule.numerator);
    row.numerator = row.value = static_cast<double>(count);
    row.method = "count";
    if (rule.kind == FigureKind::counted_flow) set_interval(row, garwood_interval(count, options.level), garwood_code);
}

inline void finish_ratio(ReportRow& row, const RowRule& rule, const StratumTally& tally) {
    row.unit = Unit::ratio;
    divide(row, sum_of(tally, rule.numerator), sum_of(tally, rule.denominator));
}

inline void finish_duration(ReportRow& row, const RowRule& rule, const StratumTally& tally) {
    const auto& stay = tally.stays[rule.stay];
    const auto count = cases_of(stay);
    row.unit = Unit::days;
    row.denominator = static_cast<double>(count);
    row.method = rule.kind == FigureKind::mean ? "mean" : "quantile_type7";
    if (rule.kind == FigureKind::mean) return divide(row, sum_of_days(stay), count);
    if (count > 0) row.value = quantile_type7(stay.rows, rule.q);
    else row.null_reason = NullReason::denominator_zero;
}

/// A share among all who should have answered: its value is the least it can be, its bounds whatever those who did not answer would have said.
inline void finish_bounded_share(ReportRow& row, const RowRule& rule, const StratumTally& tally, const FigureOptions& options) {
    const auto positive = sum_of(tally, rule.numerator), eligible = sum_of(tally, rule.denominator);
    row.unit = Unit::proportion;
    row.method = "manski";
    divide(row, positive, eligible);
    const auto bounds = manski_bounds({positive, eligible - sum_of(tally, rule.open), eligible}, options.level);
    row.bound_lower = bounds.bound_lower;
    row.bound_upper = bounds.bound_upper;
    row.lower = bounds.lower;
    row.upper = bounds.upper;
}

/// The kinds of a weighting as cells of the estimator.
inline std::vector<WeightingCell> weighting_of(const WeightingRanges& ranges, const StratumTally& tally) {
    std::vector<WeightingCell> kinds;
    const auto counted = [&](CellRange range, std::size_t kind) { return tally.counts[range.at(kind).first]; };
    for (std::size_t kind = 0; kind < WeightingRanges::kinds; ++kind) {
        const std::size_t family = kind / WeightingRanges::ages, age = kind % WeightingRanges::ages;
        WeightingCell cell{.answers = {counted(ranges.employed, kind), counted(ranges.respondents, kind), counted(ranges.eligible, kind)}};
        if (family < count_of<Family>) cell.family = static_cast<Family>(family);
        if (age < count_of<AgeBand>) cell.age_band = static_cast<AgeBand>(age);
        kinds.push_back(cell);
    }
    return kinds;
}

/// A share of those who answered, weighted; numerator and denominator are what was counted, and the value is not their quotient.
inline void finish_weighted_share(ReportRow& row, const RowRule& rule, const StratumTally& tally, const FigureOptions& options) {
    row.unit = Unit::proportion;
    row.method = "weighting_cells";
    divide(row, sum_of(tally, rule.numerator), sum_of(tally, rule.denominator));
    if (!row.value) return;
    const auto share = weighting_cells(weighting_of(*rule.weighting, tally), options.level).share;
    row.value = share.value;
    row.lower = share.lower;
    row.upper = share.upper;
    row.null_reason = share.null_reason;
}

inline void finish_flow_target(ReportRow& row, const RowRule& rule, const StratumTally& tally, const FigureOptions& options) {
    row.unit = Unit::ratio;
    row.numerator = static_cast<double>(sum_of(tally, rule.numerator));
    row.denominator = prorated(rule.target->value, options.period);
    if (*row.denominator <= 0) {
        row.null_reason = NullReason::denominator_zero;
        return;
    }
    row.value = *row.numerator / *row.denominator;
    row.verdict = *row.numerator >= *row.denominator ? TargetVerdict::reached : TargetVerdict::missed;
}

inline void finish_rate_target(ReportRow& row, const RowRule& rule, const StratumTally& tally, const FigureOptions& options) {
    finish_share(row, rule, tally, options);
    row.bound_lower = rule.target->value;
    if (!row.value) return;
    const bool contained = *row.lower <= rule.target->value && rule.target->value <= *row.upper;
    row.verdict = contained ? TargetVerdict::open : *row.value > rule.target->value ? TargetVerdict::reached : TargetVerdict::missed;
}

}  // namespace detail

/// The figure of a rule for one stratum whose curves are drawn once for all its figures; distinct persons are counted apart and filled in
/// by the report.
inline ReportRow figure_of(const RowRule& rule, StratumCurves& stratum, const FigureOptions& options) {
    const auto& tally = stratum.tally;
    ReportRow row{.indicator = rule.indicator, .variant = rule.variant, .category = rule.category};
    for (const auto& excluded : rule.excluded)
        if (const auto count = sum_of(tally, {excluded.cell}); count > 0) row.excluded.push_back({excluded.reason, count});
    switch (rule.kind) {
        case FigureKind::share:
        case FigureKind::share_so_far: detail::finish_share(row, rule, tally, options); break;
        case FigureKind::flow_ratio: detail::finish_ratio(row, rule, tally); break;
        case FigureKind::mean:
        case FigureKind::quantile: detail::finish_duration(row, rule, tally); break;
        case FigureKind::bounded_share: detail::finish_bounded_share(row, rule, tally, options); break;
        case FigureKind::weighted_share: detail::finish_weighted_share(row, rule, tally, options); break;
        case FigureKind::flow_target: detail::finish_flow_target(row, rule, tally, options); break;
        case FigureKind::rate_target: detail::finish_rate_target(row, rule, tally, options); break;
        case FigureKind::incidence:
        case FigureKind::course_quantile:
        case FigureKind::course_mean: detail::finish_course(row, rule, stratum, options.level); break;
        case FigureKind::standardised: detail::finish_standardised(row, rule, tally, options.reference, options.level); break;
        case FigureKind::service_rate:
        case FigureKind::service_limits: detail::finish_service(row, rule, tally); break;
        case FigureKind::overdispersion: detail::finish_overdispersion(row, rule, tally); break;
        default: detail::finish_count(row, rule, tally, options);
    }
    if (row.null_reason == NullReason::not_mature && sum_of(tally, rule.matured) > 0) row.null_reason = NullReason::denominator_zero;
    return row;
}

/// The figure of a rule for one stratum.
inline ReportRow figure_of(const RowRule& rule, const StratumTally& tally, const FigureOptions& options) {
    StratumCurves stratum{tally};
    return figure_of(rule, stratum, options);
}

}  // namespace maintien

#pragma once
/// @file
/// Medians and quartiles of durations when some episodes are still open.

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <optional>

#include "maintien/indicators/kaplan_meier.hpp"

namespace maintien {

namespace detail {

/// How far apart two points of a curve may lie and still be the same: sums of fractions do not come out even in binary.
inline constexpr double same_survival = 1e-9;

/// The first day a step curve is at or below `level_sought`; when it lies on it, the middle between that day and the day it falls below, or
/// the last day observed when it never does. Days on which the curve has no value are passed over.
template <class Height>
std::optional<double> day_at_or_below(const SurvivalCurve& curve, double level_sought, Height&& height_at) {
    const auto& points = curve.points;
    const auto falls_to = [&](double bound) {
        return std::find_if(points.begin(), points.end(), [&](const SurvivalPoint& point) {
            const std::optional<double> height = height_at(point);
            return height && *height <= bound;
        });
    };
    const auto first = falls_to(level_sought + same_survival);
    if (first == points.end()) return std::nullopt;
    const auto below = falls_to(level_sought - same_survival);
    const std::int64_t end_of_flat = below == points.end() ? points.back().day : below->day;
    return (static_cast<double>(first->day) + static_cast<double>(end_of_flat)) / 2.0;
}

}  // namespace detail

/// The day by which a share `p` has had the event, in days: 0.5 gives the median, 0.25 and 0.75 the quartiles. Limits as for the curve
/// itself: the days its lower and its upper limit come down to 1 − p.
///
/// The first day on which S ≤ 1 − p; when S = 1 − p, to 1e-9, the middle of the flat stretch, which ends at the next event or at the last day
/// observed. `denominator_zero` without episodes; `not_reached` when S, or a limit, does not come down so far. All censored: `not_reached`.
/// Precondition: 0 < p ≤ 1. Source: R. Brookmeyer and J. Crowley, Biometrics 38 (1982) 29–41; the conventions of R's `quantile.survfit`.
/// Where a limit is not monotone (a few late events after many censorings) its first crossing counts.
inline Estimate survival_quantile(const SurvivalCurve& curve, double p, IntervalScale scale = IntervalScale::log_log, double level = default_level) {
    assert(p > 0.0 && p <= 1.0);
    if (curve.episodes == 0) return not_given(NullReason::denominator_zero);
    const double sought = 1.0 - p;
    Estimate found{.value = detail::day_at_or_below(curve, sought, [](const SurvivalPoint& point) { return std::optional(point.survival); })};
    if (!found.value) return not_given(NullReason::not_reached);
    found.lower = detail::day_at_or_below(curve, sought, [&](const SurvivalPoint& point) { return estimate_at(point, scale, level).lower; });
    found.upper = detail::day_at_or_below(curve, sought, [&](const SurvivalPoint& point) { return estimate_at(point, scale, level).upper; });
    if (!found.lower || !found.upper) found.limits_reason = NullReason::not_reached;
    return found;
}

}  // namespace maintien

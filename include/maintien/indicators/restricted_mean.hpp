#pragma once
/// @file
/// Restricted means: how many of the first τ days an episode lasts on average, also when some are still open.

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdint>

#include "maintien/indicators/kaplan_meier.hpp"

namespace maintien {

/// The mean number of days until the event within the first `tau` days; an episode that lasts longer counts `tau`. In days.
///
/// ∫S from 0 to τ; variance Σ A² d/(n(n−d)) over the days with events, A = ∫S from that day to τ, where all at risk have the event 0; the
/// interval is normal, kept within 0 and τ. `denominator_zero` without episodes; `beyond_follow_up` when τ exceeds the last day anybody was
/// observed, also when the curve has come down to 0; `degenerate_variance` in place of the limits when the variance is 0 (no event before τ, or
/// all on one day). An event on day 0 counts 0 days. Preconditions: tau ≥ 0, 0 < level < 1.
/// Source: P. Royston and M. K. B. Parmar, BMC Med. Res. Methodol. 13 (2013) 152; R's `print(survfit, rmean = tau)`.
inline Estimate restricted_mean(const SurvivalCurve& curve, std::int64_t tau, double level = default_level) {
    assert(tau >= 0);
    if (curve.episodes == 0) return not_given(NullReason::denominator_zero);
    if (tau > curve.points.back().day) return not_given(NullReason::beyond_follow_up);
    double area = 0.0, variance = 0.0;  // from the right: the area right of each event is what its variance needs
    std::int64_t right = tau;
    for (auto point = curve.points.rbegin(); point != curve.points.rend(); ++point) {
        if (point->day >= tau) continue;
        area += static_cast<double>(right - point->day) * point->survival;
        right = point->day;
        const auto n = static_cast<double>(point->at_risk), left = static_cast<double>(point->at_risk - point->events);
        if (point->events > 0 && left > 0.0) variance += area * area * static_cast<double>(point->events) / (n * left);
    }
    area += static_cast<double>(right);
    if (!(variance > 0.0)) return without_limits(area, std::nullopt, NullReason::degenerate_variance);
    const double error = std::sqrt(variance), reach = normal_critical_value(level) * error;
    return with_limits(area, error, {std::max(0.0, area - reach), std::min(static_cast<double>(tau), area + reach)});
}

}  // namespace maintien

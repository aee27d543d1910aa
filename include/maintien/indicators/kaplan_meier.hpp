#pragma once
/// @file
/// The Kaplan-Meier curve: what share has not yet had the event, day after day, also when some are still open.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <vector>

#include "maintien/indicators/interval_scale.hpp"
#include "maintien/indicators/risk_set.hpp"

namespace maintien {

/// A Kaplan-Meier curve on one of its days.
struct SurvivalPoint {
    std::int64_t day{};          ///< days since the beginning
    std::int64_t at_risk{};      ///< episodes under observation just before that day's events
    std::int64_t events{};       ///< events of that day
    std::int64_t censored{};     ///< episodes last seen that day
    double survival{1.0};        ///< share without the event at the end of that day
    double log_variance{};       ///< Greenwood's sum Σ d/(n(n−d)) up to that day, the variance of log survival; as before that day once nobody is left
};

/// A Kaplan-Meier curve. It starts at 1 and steps down on the days with events, day 0 included; points without events are days of censoring.
struct SurvivalCurve {
    std::int64_t episodes{};                 ///< how many it is made from
    std::vector<SurvivalPoint> points{};     ///< by ascending day
};

/// The Kaplan-Meier curve of a table in order; events of all causes count. An empty table gives an empty curve.
///
/// S(t) = Π (1 − d/n) over the days up to t, d events among n at risk; events come before censorings on a tied day. Once all at risk have
/// the event S is 0 and stays 0, also if delayed entries join later. Source: E. L. Kaplan and P. Meier, J. Am. Stat. Assoc. 53 (1958) 457–481;
/// variance of M. Greenwood (1926).
inline SurvivalCurve kaplan_meier(const SurvivalTable& table) {
    SurvivalCurve curve{.episodes = episodes_in(table)};
    double survival = 1.0, log_variance = 0.0;
    for (const auto& set : risk_sets(table)) {
        const auto n = static_cast<double>(set.at_risk), left = static_cast<double>(set.at_risk - set.events);
        if (set.events > 0) survival *= left / n;
        if (set.events > 0 && left > 0.0) log_variance += static_cast<double>(set.events) / (n * left);
        curve.points.push_back({set.day, set.at_risk, set.events, set.censored, survival, log_variance});
    }
    return curve;
}

/// The standard error of a point: Greenwood's. Exactly 0 where the curve is 1 or 0; there it says nothing.
inline double standard_error(const SurvivalPoint& point) { return point.survival * std::sqrt(point.log_variance); }

/// A point of the curve with its interval; `degenerate_variance` where the curve is 1 or 0.
inline Estimate estimate_at(const SurvivalPoint& point, IntervalScale scale = IntervalScale::log_log, double level = default_level) {
    return estimate_on_scale(point.survival, standard_error(point), scale, level);
}

/// The share without the event at the end of a day, with its interval. `denominator_zero` without episodes, `beyond_follow_up` after the last
/// day anybody was observed, also when the curve has come down to 0; `degenerate_variance` in place of the limits where the curve is 1 or 0.
inline Estimate survival_on(const SurvivalCurve& curve, std::int64_t day, IntervalScale scale = IntervalScale::log_log, double level = default_level) {
    if (curve.episodes == 0) return not_given(NullReason::denominator_zero);
    if (day > curve.points.back().day) return not_given(NullReason::beyond_follow_up);
    const auto after = std::upper_bound(curve.points.begin(), curve.points.end(), day, [](std::int64_t d, const SurvivalPoint& point) { return d < point.day; });
    return estimate_at(after == curve.points.begin() ? SurvivalPoint{} : *std::prev(after), scale, level);
}

}  // namespace maintien

#pragma once
/// @file
/// Cumulative incidence: what share has ended by a day, for one cause among several, also when some are still open.

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "maintien/indicators/interval_scale.hpp"
#include "maintien/indicators/risk_set.hpp"

namespace maintien {

/// The cumulative incidences of all causes on one day.
struct IncidencePoint {
    RiskSet set{};                      ///< who was at risk, and what happened
    double survival_before{1.0};        ///< share without any event before that day
    double survival{1.0};               ///< share without any event at the end of that day
    std::vector<double> incidence{};    ///< by cause: share that had that event by the end of that day
};

/// Cumulative incidences by cause. On every day the incidences and the survival add up to 1.
struct IncidenceCurve {
    std::int64_t episodes{};                  ///< how many it is made from
    std::size_t causes{};                     ///< how many causes there are
    std::vector<IncidencePoint> points{};     ///< by ascending day
};

namespace detail {

/// When nobody is left and all had the same event its share is exactly 1; the sum of its steps may miss that by a last digit.
inline void settle_certainty(std::vector<double>& incidence, double survival) {
    const auto none = static_cast<std::size_t>(std::count(incidence.begin(), incidence.end(), 0.0));
    if (survival == 0.0 && none + 1 == incidence.size()) *std::max_element(incidence.begin(), incidence.end()) = 1.0;
}

}  // namespace detail

/// The Aalen-Johansen curves of a table in order. An empty table gives an empty curve.
///
/// F_k(t) = Σ S(t−) d_k/n over the days up to t, S the Kaplan-Meier curve of all causes: events of several causes on one day share that day's
/// step exactly, none comes first. Source: O. O. Aalen and S. Johansen, Scand. J. Stat. 5 (1978) 141–150.
inline IncidenceCurve aalen_johansen(const SurvivalTable& table) {
    IncidenceCurve curve{.episodes = episodes_in(table), .causes = table.events.size()};
    double survival = 1.0;
    std::vector<double> incidence(curve.causes, 0.0);
    for (auto& set : risk_sets(table)) {
        const double before = survival;
        const auto n = static_cast<double>(set.at_risk);
        if (set.events > 0) survival *= static_cast<double>(set.at_risk - set.events) / n;
        for (std::size_t cause = 0; cause < curve.causes; ++cause)
            if (set.by_cause[cause] > 0) incidence[cause] += before * static_cast<double>(set.by_cause[cause]) / n;
        detail::settle_certainty(incidence, survival);
        curve.points.push_back({std::move(set), before, survival, incidence});
    }
    return curve;
}

/// The standard error of the incidence of a cause at a point of the curve, by the delta method.
///
/// An episode at risk on an earlier day j has the event of that cause then (1), another event (0), or goes on with the probability
/// P = (F(t) − F(j))/S(j) of having it by t. The variance is Σ S(j−)²/n · V(j), V the variance of those three values over the n at risk, here written as
/// a sum of squares, which cannot become negative: V = (d_k·d_other + d_k·(n−d)·(1−P)² + d_other·(n−d)·P²)/n². It equals the
/// formulas of E. Marubini and M. G. Valsecchi, Analysing Survival Data (1995), §10.2 (SAS "delta"), the Greenwood-type one of R's etm and
/// the infinitesimal jackknife of R's survfit, which differs when entries are delayed; R's cmprsk differs always.
inline double standard_error(const IncidenceCurve& curve, std::size_t cause, std::size_t at) {
    assert(cause < curve.causes && at < curve.points.size());
    const double reached = curve.points[at].incidence[cause];
    double variance = 0.0;
    for (std::size_t j = 0; j <= at; ++j) {
        const auto& point = curve.points[j];
        if (point.set.events == 0) continue;
        const auto n = static_cast<double>(point.set.at_risk), left = static_cast<double>(point.set.at_risk - point.set.events);
        const auto of_cause = static_cast<double>(point.set.by_cause[cause]), others = static_cast<double>(point.set.events) - of_cause;
        const double later = left > 0.0 && point.survival > 0.0 ? (reached - point.incidence[cause]) / point.survival : 0.0;
        const double spread = of_cause * others + of_cause * left * (1.0 - later) * (1.0 - later) + others * left * later * later;
        variance += point.survival_before * point.survival_before * spread / (n * n * n);
    }
    return std::sqrt(variance);
}

/// The incidence of a cause at a point of the curve with its interval; `degenerate_variance` while it is 0, and where it is 1.
inline Estimate estimate_at(const IncidenceCurve& curve, std::size_t cause, std::size_t at, IntervalScale scale = IntervalScale::log_log,
                            double level = default_level) {
    return estimate_on_scale(curve.points[at].incidence[cause], standard_error(curve, cause, at), scale, level);
}

/// The share that has ended for one cause by the end of a day, with its interval (log-log: F^exp(±z·s/(F·log F))). `denominator_zero` without
/// episodes, `beyond_follow_up` after the last day anybody was observed, also when nobody is left; `degenerate_variance` in place of the limits while
/// the share is 0, and where it is 1. Precondition: cause < causes.
inline Estimate incidence_on(const IncidenceCurve& curve, std::size_t cause, std::int64_t day, IntervalScale scale = IntervalScale::log_log,
                             double level = default_level) {
    assert(cause < curve.causes);
    if (curve.episodes == 0) return not_given(NullReason::denominator_zero);
    if (day > curve.points.back().set.day) return not_given(NullReason::beyond_follow_up);
    const auto after = std::upper_bound(curve.points.begin(), curve.points.end(), day, [](std::int64_t d, const IncidencePoint& point) { return d < point.set.day; });
    if (after == curve.points.begin()) return without_limits(0.0, std::nullopt, NullReason::degenerate_variance);
    return estimate_at(curve, cause, static_cast<std::size_t>(after - curve.points.begin()) - 1, scale, level);
}

}  // namespace maintien

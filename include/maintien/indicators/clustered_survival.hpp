#pragma once
/// @file
/// Points of a Kaplan-Meier curve when some workers have several episodes: they count for less than as many workers.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <vector>

#include "maintien/indicators/kaplan_meier.hpp"

namespace maintien {

/// One episode and whose it is. Days as in a `SurvivalTable`.
struct WorkerEpisode {
    std::size_t worker{};   ///< the number of the worker, from 0 without long gaps
    int days{};             ///< days to the event, or to the last day the episode was seen without it
    bool event{};           ///< whether it had the event
    int watched_from{};     ///< the day it came under observation, 0 for its beginning
};

/// The table of the episodes, without whose they are, in order.
inline SurvivalTable table_of(std::span<const WorkerEpisode> episodes) {
    auto table = survival_table();
    for (const auto& one : episodes) {
        if (one.event) add_event(table, one.days, 0, one.watched_from);
        else add_censored(table, one.days, one.watched_from);
    }
    put_in_order(table);
    return table;
}

namespace detail {

/// One day up to the one asked for, as it moves log S: an episode at risk raises it by `watched`, the one that had the event lowers it by `lost`.
struct InfluenceDay {
    std::int64_t day{};
    double watched{};   ///< Σ d/(n(n − d)) up to that day
    double lost{};      ///< 1/(n − d)
};

inline std::vector<InfluenceDay> influence_days(const SurvivalCurve& curve, std::int64_t day) {
    std::vector<InfluenceDay> days;
    for (const auto& point : curve.points)
        if (point.day <= day && point.events > 0) days.push_back({point.day, point.log_variance, 1.0 / static_cast<double>(point.at_risk - point.events)});
    return days;
}

/// The last of the days up to `day`, or none.
inline const InfluenceDay* last_until(const std::vector<InfluenceDay>& days, std::int64_t day) {
    const auto after = std::upper_bound(days.begin(), days.end(), day, [](std::int64_t d, const InfluenceDay& one) { return d < one.day; });
    return after == days.begin() ? nullptr : &*std::prev(after);
}

/// How log S moves with the weight of one episode.
inline double influence(const WorkerEpisode& one, const std::vector<InfluenceDay>& days) {
    const auto* end = last_until(days, one.days);
    const auto* start = one.watched_from > 0 ? last_until(days, one.watched_from) : nullptr;
    const double watched = (end ? end->watched : 0.0) - (start ? start->watched : 0.0);
    return watched - (one.event && end && end->day == one.days ? end->lost : 0.0);
}

}  // namespace detail

/// The share without the event at the end of a day, with an interval that does not take the episodes of one worker as independent.
///
/// The curve is Kaplan-Meier's. Standard error: S·sqrt(Σ over workers of (Σ of u over their episodes)²), u the derivative of log S by the weight of an episode:
/// Σ d/(n(n−d)) over the days it was at risk, less 1/(n−d) if it had the event. With one episode for each worker and no delayed entry it is Greenwood's.
/// Without a small-sample factor, as R's `survfit(…, cluster = worker)`. It needs to know whose each episode is: it does not come from a table, and
/// does not merge across sources. Reasons as for `survival_on`; `degenerate_variance` also with one worker. Source: infinitesimal jackknife, as in
/// L. J. Wei, D. Y. Lin and L. Weissfeld, J. Am. Stat. Assoc. 84 (1989) 1065–1073; T. M. Therneau's package survival, vignette "methods".
inline Estimate clustered_survival_on(std::span<const WorkerEpisode> episodes, std::int64_t day, IntervalScale scale = IntervalScale::log_log,
                                      double level = default_level) {
    const auto curve = kaplan_meier(table_of(episodes));
    const auto plain = survival_on(curve, day, scale, level);
    if (!plain.standard_error) return plain;
    const auto days = detail::influence_days(curve, day);
    std::vector<double> moved;
    for (const auto& one : episodes) {
        if (one.worker >= moved.size()) moved.resize(one.worker + 1, 0.0);
        moved[one.worker] += detail::influence(one, days);
    }
    double variance = 0.0;
    for (const double worker : moved) variance += worker * worker;
    const double error = *plain.value * std::sqrt(variance);
    return estimate_on_scale(*plain.value, error > 1e-12 ? error : 0.0, scale, level);
}

}  // namespace maintien

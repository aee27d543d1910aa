#pragma once
// Survival from the definitions, episode by episode, day by day, with weights: it knows no table. The variance of any figure is the infinitesimal
// jackknife: how the figure moves when one episode counts a little more. With delayed entries that is another, robust variance (who joins late
// has not lived through the earlier days); there the covariance of all shares is carried along from day to day instead.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include <rapidcheck.h>

#include "maintien/indicators/survival_table.hpp"

namespace slow_survival {

/// One episode: how many days it was seen, what ended it (0: nothing did), and since which day it was watched.
struct Episode {
    int days{};
    int cause{};
    int watched_from{};
};

using Episodes = std::vector<Episode>;
using Weights = std::vector<double>;

inline bool watched_on(const Episode& one, int day) { return day <= one.days && (one.watched_from == 0 || one.watched_from < day); }

inline int last_day(const Episodes& all) {
    int last = -1;
    for (const auto& one : all) last = std::max(last, one.days);
    return last;
}

/// The probability of the event of a cause (0: of any) on a day, for those still watched.
inline double hazard(const Episodes& all, const Weights& weights, int day, int cause) {
    double at_risk = 0, events = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (watched_on(all[i], day)) at_risk += weights[i];
        if (all[i].days == day && all[i].cause != 0 && (cause == 0 || all[i].cause == cause)) events += weights[i];
    }
    return at_risk > 0 ? events / at_risk : 0.0;
}

inline double survival(const Episodes& all, const Weights& weights, int day) {
    double product = 1;
    for (int d = 0; d <= day; ++d) product *= 1 - hazard(all, weights, d, 0);
    return product < 1e-14 ? 0.0 : product;
}

inline double incidence(const Episodes& all, const Weights& weights, int cause, int day) {
    double sum = 0;
    for (int d = 0; d <= day; ++d) sum += survival(all, weights, d - 1) * hazard(all, weights, d, cause);
    return sum;
}

inline double restricted_mean(const Episodes& all, const Weights& weights, int tau) {
    double days = 0;
    for (int d = 0; d < tau; ++d) days += survival(all, weights, d);
    return days;
}

inline Weights once_each(const Episodes& all) { return Weights(all.size(), 1.0); }

/// The standard error of a figure, by moving the weight of each episode a little up and down.
inline double standard_error(const Episodes& all, const std::function<double(const Weights&)>& figure) {
    constexpr double step = 1e-4;
    double variance = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        Weights up = once_each(all), down = up;
        up[i] += step, down[i] -= step;
        const double influence = (figure(up) - figure(down)) / (2 * step);
        variance += influence * influence;
    }
    return std::sqrt(variance);
}

/// The covariances of (share without event, share of each cause) at the end of a day: each day is a draw of who ends, of those at risk, applied to
/// what went before.
inline std::vector<std::vector<double>> covariance(const Episodes& all, int causes, int day) {
    const auto size = static_cast<std::size_t>(causes) + 1;
    const auto weights = once_each(all);
    std::vector<std::vector<double>> held(size, std::vector<double>(size, 0.0));
    for (int d = 0; d <= day; ++d) {
        const auto n = static_cast<double>(std::count_if(all.begin(), all.end(), [&](const auto& one) { return watched_on(one, d); }));
        if (n == 0) continue;
        std::vector<double> step{1 - hazard(all, weights, d, 0)};
        for (int cause = 1; cause <= causes; ++cause) step.push_back(hazard(all, weights, d, cause));
        const double before = survival(all, weights, d - 1);
        auto next = held;
        for (std::size_t a = 0; a < size; ++a)
            for (std::size_t b = 0; b < size; ++b) {
                const double from_a = a == 0 ? 0.0 : held[a][0], from_b = b == 0 ? 0.0 : held[0][b], both = a == 0 || b == 0 ? 0.0 : held[a][b];
                const double draw = before * before * ((a == b ? step[a] : 0.0) - step[a] * step[b]) / n;
                next[a][b] = both + from_a * step[b] + from_b * step[a] + step[a] * step[b] * held[0][0] + draw;
            }
        held = next;
    }
    return held;
}

/// The variance of the mean within tau days: Σ over pairs of days of S(s)·S(t)·Greenwood's sum up to the earlier of them.
inline double variance_of_restricted_mean(const Episodes& all, int tau) {
    std::vector<double> curve, greenwood;
    double sum = 0;
    for (int d = 0; d < tau; ++d) {
        const auto n = static_cast<double>(std::count_if(all.begin(), all.end(), [&](const auto& one) { return watched_on(one, d); }));
        const double ending = n > 0 ? n * hazard(all, once_each(all), d, 0) : 0.0;
        if (ending > 0 && n - ending > 0.5) sum += ending / (n * (n - ending));
        curve.push_back(survival(all, once_each(all), d));
        greenwood.push_back(sum);
    }
    double variance = 0;
    for (std::size_t a = 0; a < curve.size(); ++a)
        for (std::size_t b = 0; b < curve.size(); ++b) variance += curve[a] * curve[b] * greenwood[std::min(a, b)];
    return variance;
}

/// The first day S is at or below q; the middle of the flat when it lies on q, which lasts until S falls further or nobody is seen any more.
inline std::optional<double> quantile(const Episodes& all, double q) {
    constexpr double same = 1e-9;
    const auto weights = once_each(all);
    for (int day = 0; day <= last_day(all); ++day) {
        if (survival(all, weights, day) > q + same) continue;
        int end = day;
        while (end < last_day(all) && survival(all, weights, end) > q - same) ++end;
        return survival(all, weights, day) <= q - same ? day : (day + end) / 2.0;
    }
    return std::nullopt;
}

inline maintien::SurvivalTable table_of(const Episodes& all, std::size_t causes) {
    auto table = maintien::survival_table(causes);
    for (const auto& one : all) {
        if (one.cause == 0) maintien::add_censored(table, one.days, one.watched_from);
        else maintien::add_event(table, one.days, static_cast<std::size_t>(one.cause - 1), one.watched_from);
    }
    maintien::put_in_order(table);
    return table;
}

/// Some episodes, many of them tied; about one in three watched from a later day when asked for.
inline Episodes arbitrary_episodes(int causes, bool delayed, int most = 25) {
    const auto one = rc::gen::exec([=] {
        Episode episode{*rc::gen::inRange(0, 15), *rc::gen::inRange(0, causes + 1), 0};
        if (delayed && episode.days > 1 && *rc::gen::inRange(0, 3) == 0) episode.watched_from = *rc::gen::inRange(1, episode.days);
        return episode;
    });
    return *rc::gen::container<Episodes>(static_cast<std::size_t>(*rc::gen::inRange(1, most)), one);
}

/// The episodes of R's data set `aml`, by group.
inline Episodes aml_maintained() {
    return {{9, 1}, {13, 1}, {13, 0}, {18, 1}, {23, 1}, {28, 0}, {31, 1}, {34, 1}, {45, 0}, {48, 1}, {161, 0}};
}

inline Episodes aml_nonmaintained() {
    return {{5, 1}, {5, 1}, {8, 1}, {8, 1}, {12, 1}, {16, 0}, {23, 1}, {27, 1}, {30, 1}, {33, 1}, {43, 1}, {45, 1}};
}

inline Episodes aml() {
    auto all = aml_maintained();
    const auto others = aml_nonmaintained();
    all.insert(all.end(), others.begin(), others.end());
    return all;
}

}  // namespace slow_survival

#pragma once
/// @file
/// What those who did not answer leave open: bounds whatever they would have said, and their interval.

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <optional>

#include "maintien/indicators/beta_gamma.hpp"
#include "maintien/indicators/estimate.hpp"

namespace maintien {

/// The answers to one question of a follow-up.
struct ResponseCounts {
    std::int64_t positive{};      ///< answered yes: still in employment
    std::int64_t respondents{};   ///< answered at all
    std::int64_t eligible{};      ///< should have answered
};

/// A share of which the data give only bounds, because some did not answer.
struct BoundedShare {
    std::optional<double> bound_lower{};        ///< the share if all who did not answer had said no
    std::optional<double> bound_upper{};        ///< the share if all who did not answer had said yes
    std::optional<double> lower{};              ///< lower limit of the interval that contains the true share
    std::optional<double> upper{};              ///< its upper limit
    std::optional<NullReason> null_reason{};    ///< why there are no bounds; there are no limits then either
    std::optional<NullReason> limits_reason{};  ///< why there are bounds and no limits
};

namespace detail {

inline double normal_probability(double x) { return 0.5 * std::erfc(-x / std::sqrt(2.0)); }

/// How many standard errors an interval reaches beyond bounds that lie `gap` standard errors apart: the one-sided number when they lie far
/// apart, the two-sided one when they meet. By bisection: the coverage grows with the reach.
inline double imbens_manski_reach(double gap, double level) {
    double low = 0.0, high = normal_critical_value(level);
    for (int step = 0; step < 200 && low < high; ++step) {
        const double middle = low + (high - low) / 2.0;
        if (middle <= low || middle >= high) break;
        (normal_probability(middle + gap) - normal_probability(-middle) < level ? low : high) = middle;
    }
    return high;
}

}  // namespace detail

/// The share among all who should have answered, whatever those who did not would have said, with the interval of Imbens and Manski.
///
/// Bounds l = yes/eligible and u = (yes + no answer)/eligible: no assumption is made on those who did not answer. Interval: from l − C·s_l to
/// u + C·s_u, within 0 and 1, s = sqrt(p(1 − p)/eligible) at each bound, C such that Φ(C + (u − l)/max(s_l, s_u)) − Φ(−C) = level: it contains the true
/// share, not the whole of the bounds, with probability `level`. `denominator_zero` when nobody is eligible; `degenerate_variance` in place
/// of the limits when both bounds are 0 or 1 (all, or nobody, or nobody and all). Preconditions: 0 ≤ positive ≤ respondents ≤ eligible, 0 < level < 1.
/// Source: C. F. Manski, Am. Econ. Rev. 80 (1990) 319–323; G. W. Imbens and C. F. Manski, Econometrica 72 (2004) 1845–1857.
inline BoundedShare manski_bounds(const ResponseCounts& answers, double level = default_level) {
    assert(answers.positive >= 0 && answers.positive <= answers.respondents && answers.respondents <= answers.eligible);
    if (answers.eligible == 0) return {.null_reason = NullReason::denominator_zero};
    const auto eligible = static_cast<double>(answers.eligible);
    const double lower = static_cast<double>(answers.positive) / eligible;
    const double upper = static_cast<double>(answers.positive + answers.eligible - answers.respondents) / eligible;
    const double lower_error = std::sqrt(lower * (1.0 - lower) / eligible), upper_error = std::sqrt(upper * (1.0 - upper) / eligible);
    const double error = std::max(lower_error, upper_error);
    if (!(error > 0.0)) return {.bound_lower = lower, .bound_upper = upper, .limits_reason = NullReason::degenerate_variance};
    const double reach = detail::imbens_manski_reach((upper - lower) / error, level);
    const Interval limits = clamped_to_unit({lower - reach * lower_error, upper + reach * upper_error});
    return {.bound_lower = lower, .bound_upper = upper, .lower = limits.lower, .upper = limits.upper};
}

}  // namespace maintien

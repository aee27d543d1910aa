#pragma once
/// @file
/// Intervals around a number of events in a period: so many referrals this year.

#include <cassert>
#include <cstdint>
#include <string_view>

#include "maintien/indicators/beta_gamma.hpp"
#include "maintien/indicators/estimate.hpp"

namespace maintien {

/// The spelling of Garwood's method in reports.
inline constexpr std::string_view garwood_code = "garwood";

/// Garwood's exact interval of the mean of a Poisson count, in events of the same period.
///
/// With α = 1 − level: from the α/2 quantile of Gamma(count) to the 1 − α/2 quantile of Gamma(count + 1), which are
/// half the chi-square quantiles of 2·count and 2·count + 2 degrees of freedom; exactly 0 below when nothing was
/// counted. Preconditions: count ≥ 0, 0 < level < 1. Source: F. Garwood, Biometrika 28 (1936) 437–442.
inline Interval garwood_interval(std::int64_t count, double level = default_level) {
    assert(count >= 0 && is_level(level));
    const auto events = static_cast<double>(count);
    const double tail = tail_of(level);
    return {count == 0 ? 0.0 : gamma_quantile(tail, events), gamma_quantile_upper(tail, events + 1.0)};
}

}  // namespace maintien

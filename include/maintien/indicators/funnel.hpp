#pragma once
/// @file
/// Funnel plots: which services lie further from the common rate than chance alone would put a service of their size.

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "maintien/indicators/beta_gamma.hpp"
#include "maintien/indicators/estimate.hpp"

namespace maintien {

/// What one service brings to a comparison.
struct ServiceShare {
    std::int64_t x{};   ///< cases that have it
    std::int64_t n{};   ///< cases of the service

    /// Adds other cases of the same service.
    constexpr void operator+=(const ServiceShare& other) { x += other.x, n += other.n; }
    /// Whether two services bring the same.
    friend bool operator==(const ServiceShare&, const ServiceShare&) = default;
};

/// The rate of all services together; `denominator_zero` when they have no case. Without interval: it is the target of the funnel.
inline Estimate pooled_rate(std::span<const ServiceShare> services) {
    std::int64_t x = 0, n = 0;
    for (const auto& service : services) x += service.x, n += service.n;
    if (n == 0) return not_given(NullReason::denominator_zero);
    return {.value = static_cast<double>(x) / static_cast<double>(n)};
}

namespace detail {

/// The smallest x in [0, n] of which `holds`, which is false and then true; it is true of n.
template <class Holds>
std::int64_t first_that(std::int64_t n, Holds&& holds) {
    std::int64_t low = 0, high = n;
    while (low < high) {
        const std::int64_t middle = low + (high - low) / 2;
        if (holds(middle)) high = middle;
        else low = middle + 1;
    }
    return low;
}

/// x below which the binomial law leaves `tail`, between whole numbers as Spiegelhalter puts it.
inline double lower_funnel_count(double rate, std::int64_t n, double tail) {
    const auto r = first_that(n, [&](std::int64_t x) { return binomial_at_most(x, n, rate) >= tail; });
    return static_cast<double>(r) - (binomial_at_most(r, n, rate) - tail) / binomial_probability(r, n, rate);
}

/// x above which the binomial law leaves `tail`; P(X ≤ r) − (1 − tail) is written tail − P(X > r), which keeps the digits of small tails.
inline double upper_funnel_count(double rate, std::int64_t n, double tail) {
    const auto r = first_that(n, [&](std::int64_t x) { return binomial_more_than(x, n, rate) <= tail; });
    return static_cast<double>(r) - (tail - binomial_more_than(r, n, rate)) / binomial_probability(r, n, rate);
}

}  // namespace detail

/// The funnel at a size: between which limits a service of n cases lies with probability `level` if its true rate is `rate`; 0.95 and 0.998 are
/// usual. The value is the rate itself.
///
/// Exact binomial limits with Spiegelhalter's interpolation: with r the smallest count such that P(X ≤ r) ≥ q, the limit is
/// (r − (P(X ≤ r) − q)/P(X = r))/n, for q = (1 − level)/2 and 1 − q, cut at 0 and 1. `denominator_zero` when n = 0; a rate of exactly 0 or 1
/// leaves nothing to chance: both limits are the rate. Preconditions: n ≥ 0, 0 ≤ rate ≤ 1, 0 < level < 1.
/// Source: D. J. Spiegelhalter, Statistics in Medicine 24 (2005) 1185–1202, appendix A.1.1.
inline Estimate funnel_limits(double rate, std::int64_t n, double level = default_level) {
    assert(n >= 0 && rate >= 0.0 && rate <= 1.0);
    if (n == 0) return not_given(NullReason::denominator_zero);
    if (rate == 0.0 || rate == 1.0) return with_limits(rate, std::nullopt, {rate, rate});
    const auto cases = static_cast<double>(n);
    const double tail = tail_of(level);
    return with_limits(rate, std::nullopt,
                       clamped_to_unit({detail::lower_funnel_count(rate, n, tail) / cases, detail::upper_funnel_count(rate, n, tail) / cases}));
}

/// How much more the services differ than chance explains: φ, about 1 when chance explains it all. Services without cases play no part.
///
/// φ = Σ z²/I over the I services, z = (x/n − pooled)/sqrt(pooled·(1 − pooled)/n). With `winsorised` = w > 0 the ⌊w·I⌋ smallest z are first
/// raised to the next one and the ⌊w·I⌋ greatest lowered likewise, so that the very outliers a funnel is to show do not hide themselves; Spiegelhalter
/// takes w = 0.1. `denominator_zero` with fewer than two services, `degenerate_variance` when the pooled rate is 0 or 1.
/// Precondition: 0 ≤ winsorised < 0.5. Source: D. J. Spiegelhalter, as above, §4.1 and appendix A.3; divisor I as there.
inline Estimate overdispersion(std::span<const ServiceShare> services, double winsorised = 0.0) {
    assert(winsorised >= 0.0 && winsorised < 0.5);
    std::vector<double> z;
    const auto pooled = pooled_rate(services);
    const double rate = pooled.value.value_or(0.0), variance = rate * (1.0 - rate);
    for (const auto& [x, n] : services)
        if (const auto cases = static_cast<double>(n); n > 0) z.push_back((static_cast<double>(x) / cases - rate) / std::sqrt(variance / cases));
    if (z.size() < 2) return not_given(NullReason::denominator_zero);
    if (!(variance > 0.0)) return not_given(NullReason::degenerate_variance);
    std::sort(z.begin(), z.end());
    const auto cut = static_cast<std::size_t>(winsorised * static_cast<double>(z.size()));
    double sum = 0.0;
    for (std::size_t i = 0; i < z.size(); ++i) {
        const double kept = z[std::clamp(i, cut, z.size() - 1 - cut)];
        sum += kept * kept;
    }
    return {.value = sum / static_cast<double>(z.size())};
}

}  // namespace maintien

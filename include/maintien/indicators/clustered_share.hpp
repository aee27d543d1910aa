#pragma once
/// @file
/// Shares of episodes when some workers have several: episodes of one worker are alike, and count for less than as many workers.

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdint>

#include "maintien/indicators/beta_gamma.hpp"
#include "maintien/indicators/estimate.hpp"

namespace maintien {

/// The episodes of many workers, summed so that the sums of parts add up exactly, as long as all episodes of a worker are in one part.
struct ClusterSums {
    std::int64_t workers{};   ///< workers with an episode
    std::int64_t x{};         ///< episodes that have it
    std::int64_t n{};         ///< episodes
    std::int64_t xx{};        ///< Σ over workers of (their x)²
    std::int64_t xn{};        ///< Σ over workers of x·n
    std::int64_t nn{};        ///< Σ over workers of n²

    /// Adds the sums of other workers.
    constexpr void operator+=(const ClusterSums& other) {
        workers += other.workers, x += other.x, n += other.n, xx += other.xx, xn += other.xn, nn += other.nn;
    }

    /// Whether two sums are the same.
    friend bool operator==(const ClusterSums&, const ClusterSums&) = default;
};

/// Adds one worker, of whose n episodes x have it; one without episodes adds nothing. Precondition: 0 ≤ x ≤ n.
constexpr void add_worker(ClusterSums& sums, std::int64_t x, std::int64_t n) {
    assert(x >= 0 && x <= n);
    sums += {n > 0, x, n, x * x, x * n, n * n};
}

/// The share of episodes that have it, with a standard error that does not take the episodes of one worker as independent.
///
/// Standard error: sqrt(G/(G − 1)·Σ(x_g − p·n_g)²)/n over the G workers, the sandwich estimate of a mean. Interval: Wilson's at the effective number of
/// episodes n* = n / design effect, that is p(1 − p)/s², never more than n; with one episode for each worker n* = n − 1. `denominator_zero` without
/// episodes; `degenerate_variance` in place of the limits when the share is 0 or 1 (take `wilson_interval` of the
/// workers), with fewer than two workers, or when all workers have the same share. Precondition: 0 < level < 1.
/// Source: K.-Y. Liang and S. L. Zeger, Biometrika 73 (1986) 13–22; interval of E. L. Korn and B. I. Graubard, Survey Methodology 24 (1998) 193–201, with
/// Wilson's in place of the exact one: N. Dean and M. Pagano, J. Surv. Stat. Methodol. 3 (2015) 484–503.
inline Estimate clustered_share(const ClusterSums& sums, double level = default_level) {
    if (sums.n == 0) return not_given(NullReason::denominator_zero);
    const auto n = static_cast<double>(sums.n), workers = static_cast<double>(sums.workers);
    const double p = static_cast<double>(sums.x) / n;
    const double squares = static_cast<double>(sums.xx) - 2.0 * p * static_cast<double>(sums.xn) + p * p * static_cast<double>(sums.nn);
    if (sums.workers < 2 || sums.x == 0 || sums.x == sums.n || !(squares > 1e-12 * n)) return without_limits(p, std::nullopt, NullReason::degenerate_variance);
    const double variance = workers / (workers - 1.0) * squares / (n * n);
    const double effective = std::min(n, p * (1.0 - p) / variance);
    const double z = normal_critical_value(level), z2 = z * z;
    const double centre = (p * effective + z2 / 2.0) / (effective + z2);
    const double half = z / (effective + z2) * std::sqrt(effective * p * (1.0 - p) + z2 / 4.0);
    return with_limits(p, std::sqrt(variance), clamped_to_unit({centre - half, centre + half}));
}

}  // namespace maintien

#pragma once
/// @file
/// The difference between two proportions: one service, year or group against another.

#include <cmath>
#include <cstdint>

#include "maintien/indicators/proportion.hpp"

namespace maintien {

/// The first proportion less the second, x₁/n₁ − x₂/n₂, of separate groups, with Newcombe's hybrid score interval: method 10.
///
/// With (l, u) the Wilson interval of each proportion p: from d − sqrt((p₁ − l₁)² + (u₂ − p₂)²) to d + sqrt((u₁ − p₁)² + (p₂ − l₂)²). It has no standard
/// error. `denominator_zero` when a group is empty. Preconditions: 0 ≤ x ≤ n in each group, 0 < level < 1.
/// Source: R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890.
inline Estimate newcombe_difference(std::int64_t x1, std::int64_t n1, std::int64_t x2, std::int64_t n2, double level = default_level) {
    if (n1 == 0 || n2 == 0) return not_given(NullReason::denominator_zero);
    const Interval first = wilson_interval(x1, n1, level), second = wilson_interval(x2, n2, level);
    const double p1 = static_cast<double>(x1) / static_cast<double>(n1), p2 = static_cast<double>(x2) / static_cast<double>(n2);
    const double difference = p1 - p2;
    return with_limits(difference, std::nullopt,
                       {difference - std::hypot(p1 - first.lower, second.upper - p2), difference + std::hypot(first.upper - p1, p2 - second.lower)});
}

}  // namespace maintien

#pragma once
/// @file
/// Directly standardised rates: what the rate would be if the service had the age and sector mix of a reference population.

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <span>

#include "maintien/indicators/proportion.hpp"

namespace maintien {

/// One stratum of a standardised rate.
struct StandardStratum {
    std::int64_t x{};     ///< cases that have it
    std::int64_t n{};     ///< cases of the stratum
    double weight{};      ///< the stratum's size in the reference population, in any unit, never negative
};

/// The rate standardised on a reference population: Σ w·x/n, the weights w taken so that they add up to 1, with the MOVER-Wilson interval.
///
/// With (l, u) the Wilson interval of each stratum's rate p: from R − sqrt(Σ w²(p − l)²) to R + sqrt(Σ w²(u − p)²), within 0 and 1. It has no standard error.
/// Strata of weight 0 play no part. `no_reference` when no stratum has a weight; `empty_stratum` when one with a weight has no case: its rate is
/// unknown, and leaving it out would change the reference. Preconditions: 0 ≤ x ≤ n, weights finite and ≥ 0, 0 < level < 1.
/// Source: G. Y. Zou and A. Donner, Statistics in Medicine 27 (2008) 1693–1702 (the method of variance estimates recovery).
inline Estimate direct_standardisation(std::span<const StandardStratum> strata, double level = default_level) {
    double total = 0.0, rate = 0.0, below = 0.0, above = 0.0;
    for (const auto& stratum : strata) total += stratum.weight;
    if (!(total > 0.0)) return not_given(NullReason::no_reference);
    for (const auto& stratum : strata) {
        assert(stratum.weight >= 0.0 && std::isfinite(stratum.weight));
        if (stratum.weight == 0.0) continue;
        if (stratum.n == 0) return not_given(NullReason::empty_stratum);
        const double w = stratum.weight / total, p = static_cast<double>(stratum.x) / static_cast<double>(stratum.n);
        const Interval wilson = wilson_interval(stratum.x, stratum.n, level);
        rate += w * p;
        below += w * w * (p - wilson.lower) * (p - wilson.lower);
        above += w * w * (wilson.upper - p) * (wilson.upper - p);
    }
    rate = std::min(rate, 1.0);
    return with_limits(rate, std::nullopt, clamped_to_unit({rate - std::sqrt(below), rate + std::sqrt(above)}));
}

}  // namespace maintien

#pragma once
/// @file
/// Intervals around a proportion of cases: so many kept in work out of so many exits.

#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "maintien/indicators/beta_gamma.hpp"
#include "maintien/indicators/estimate.hpp"

namespace maintien {

/// The ways to put an interval around a proportion; the enumerator is the `method` printed beside the figure.
enum class IntervalMethod : std::uint8_t {
    wilson,           ///< score interval, the default: mean coverage close to the level, also for few cases
    clopper_pearson,  ///< exact interval: coverage never below the level, wide for few cases
    jeffreys          ///< Bayesian interval with the Jeffreys prior, opened at 0 and at n
};

namespace detail {

inline constexpr std::array<std::string_view, 3> interval_method_codes{"wilson", "clopper_pearson", "jeffreys"};

constexpr bool is_proportion(std::int64_t x, std::int64_t n) { return n > 0 && x >= 0 && x <= n; }

}  // namespace detail

/// The spelling of an interval method in reports and on the command line.
constexpr std::string_view method_code(IntervalMethod method) {
    return detail::interval_method_codes[static_cast<std::size_t>(method)];
}

/// The interval method spelt `text`, or nothing.
constexpr std::optional<IntervalMethod> method_from_code(std::string_view text) {
    for (std::size_t i = 0; i < detail::interval_method_codes.size(); ++i)
        if (detail::interval_method_codes[i] == text) return static_cast<IntervalMethod>(i);
    return std::nullopt;
}

/// Wilson's score interval of x cases out of n.
///
/// With z the normal quantile of the level: (x + z²/2) / (n + z²) ± z/(2n) · sqrt(4x(n − x)/n + z²) / (1 + z²/n);
/// exactly 0 below when x = 0, exactly 1 above when x = n. Preconditions: 0 ≤ x ≤ n, n ≥ 1 (a null denominator has no
/// interval: the caller gives the reason), 0 < level < 1. Source: E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209–212.
inline Interval wilson_interval(std::int64_t x, std::int64_t n, double level = default_level) {
    assert(detail::is_proportion(x, n) && is_level(level));
    const auto cases = static_cast<double>(x);
    const auto total = static_cast<double>(n);
    const double z = normal_critical_value(level);
    const double z2 = z * z;
    const double centre = (cases + z2 / 2.0) / (total + z2);
    const double root = std::sqrt(4.0 * cases * (static_cast<double>(n - x) / total) + z2);
    const double half_width = z / (2.0 * total) * root / (1.0 + z2 / total);
    return clamped_to_unit({x == 0 ? 0.0 : centre - half_width, x == n ? 1.0 : centre + half_width});
}

/// The exact interval of Clopper and Pearson of x cases out of n.
///
/// With α = 1 − level: from the α/2 quantile of Beta(x, n − x + 1) to the 1 − α/2 quantile of Beta(x + 1, n − x);
/// exactly 0 below when x = 0, exactly 1 above when x = n. Preconditions as for `wilson_interval`. Source: C. J.
/// Clopper and E. S. Pearson, Biometrika 26 (1934) 404–413.
inline Interval clopper_pearson_interval(std::int64_t x, std::int64_t n, double level = default_level) {
    assert(detail::is_proportion(x, n) && is_level(level));
    const auto cases = static_cast<double>(x);
    const auto others = static_cast<double>(n - x);
    const double tail = tail_of(level);
    return clamped_to_unit({x == 0 ? 0.0 : beta_quantile(tail, cases, others + 1.0),
                            x == n ? 1.0 : beta_quantile_upper(tail, cases + 1.0, others)});
}

/// The Jeffreys interval of x cases out of n.
///
/// With α = 1 − level: from the α/2 to the 1 − α/2 quantile of Beta(x + ½, n − x + ½); exactly 0 below when x = 0,
/// exactly 1 above when x = n. Preconditions as for `wilson_interval`. Source: L. D. Brown, T. T. Cai and A. DasGupta,
/// Statistical Science 16 (2001) 101–133, §3.1.2.
inline Interval jeffreys_interval(std::int64_t x, std::int64_t n, double level = default_level) {
    assert(detail::is_proportion(x, n) && is_level(level));
    const double a = static_cast<double>(x) + 0.5;
    const double b = static_cast<double>(n - x) + 0.5;
    const double tail = tail_of(level);
    return clamped_to_unit({x == 0 ? 0.0 : beta_quantile(tail, a, b), x == n ? 1.0 : beta_quantile_upper(tail, a, b)});
}

/// The interval of x cases out of n by the method asked for; preconditions as for `wilson_interval`.
inline Interval proportion_interval(std::int64_t x, std::int64_t n, IntervalMethod method = IntervalMethod::wilson,
                                    double level = default_level) {
    switch (method) {
        case IntervalMethod::clopper_pearson:
            return clopper_pearson_interval(x, n, level);
        case IntervalMethod::jeffreys:
            return jeffreys_interval(x, n, level);
        case IntervalMethod::wilson:
            break;
    }
    return wilson_interval(x, n, level);
}

}  // namespace maintien

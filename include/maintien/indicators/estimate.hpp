#pragma once
/// @file
/// What every estimated figure shares: a value, an interval and its confidence level, or the reason there is none.

#include <algorithm>
#include <cassert>
#include <optional>

#include "maintien/indicators/null_reason.hpp"

namespace maintien {

/// The range of values of a figure that its data do not contradict, at a stated confidence level; both ends belong to
/// it.
struct Interval {
    double lower{};  ///< the smallest value, in the figure's own unit
    double upper{};  ///< the greatest value, in the figure's own unit

    /// Whether two intervals have bit for bit the same ends.
    friend bool operator==(const Interval&, const Interval&) = default;
};

/// The level the published figures use when none is asked for: 95 %.
inline constexpr double default_level = 0.95;

/// Whether `level` is a confidence level, strictly between 0 and 1 (not a number is not).
constexpr bool is_level(double level) { return level > 0.0 && level < 1.0; }

/// The probability left on each side of a two-sided interval at `level`: 0.025 for 0.95. Precondition:
/// `is_level(level)`.
constexpr double tail_of(double level) {
    assert(is_level(level));
    return (1.0 - level) / 2.0;
}

/// The part of an interval that a proportion can take, within [0, 1].
constexpr Interval clamped_to_unit(Interval interval) {
    return {std::clamp(interval.lower, 0.0, 1.0), std::clamp(interval.upper, 0.0, 1.0)};
}

/// A figure estimated from cases, with what the data leave open about it; nothing here is ever not-a-number: what cannot
/// be given is absent, and a reason stands in its place.
struct Estimate {
    std::optional<double> value{};               ///< the figure, in its own unit
    std::optional<double> standard_error{};      ///< its standard error, for methods that rest on one
    std::optional<double> lower{};               ///< the lower limit of its interval
    std::optional<double> upper{};               ///< the upper limit of its interval
    std::optional<NullReason> null_reason{};     ///< why there is no value; there are no limits then either
    std::optional<NullReason> limits_reason{};   ///< why there is a value but a limit is missing, or both are

    /// Whether two estimates are bit for bit the same.
    friend bool operator==(const Estimate&, const Estimate&) = default;
};

/// An estimate that cannot be given, and why.
constexpr Estimate not_given(NullReason reason) { return {.null_reason = reason}; }

/// An estimate whose method has no interval there, and why.
constexpr Estimate without_limits(double value, std::optional<double> standard_error, NullReason reason) {
    return {.value = value, .standard_error = standard_error, .limits_reason = reason};
}

/// An estimate with its interval.
constexpr Estimate with_limits(double value, std::optional<double> standard_error, Interval limits) {
    return {.value = value, .standard_error = standard_error, .lower = limits.lower, .upper = limits.upper};
}

}  // namespace maintien

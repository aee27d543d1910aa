#pragma once
/// @file
/// What every estimated figure shares: an interval and its confidence level.

#include <algorithm>
#include <cassert>

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

}  // namespace maintien

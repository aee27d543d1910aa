#pragma once
/// @file
/// Periods: what a report is about.

#include <compare>

#include "maintien/vocabulary/day.hpp"

namespace maintien {

/// The civil days from one day to another, both of them included.
struct Period {
    Day from;  ///< the first day; none means from the beginning
    Day to;    ///< the last day
    constexpr auto operator<=>(const Period&) const = default;
};

/// Whether a day lies in a period; no day lies in none.
constexpr bool contains(Period period, Day day) { return known(day) && period.from <= day && day <= period.to; }

/// The number of civil days of a period: 1 when it begins and ends on one day, 0 when it ends before it begins
/// or has no first day.
constexpr int length(Period period) {
    if (!known(period.from) || period.to < period.from) return 0;
    return period.to - period.from + 1;
}

}  // namespace maintien

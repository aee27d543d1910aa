#pragma once
/// @file
/// Masks: which facts count on a day.

#include "maintien/vocabulary/day.hpp"

namespace maintien {

/// Which facts count: those dated up to the last day, and known up to the day of knowledge.
struct Mask {
    Day last_day{};  ///< T = min(as_of, known_on)
    Day known_on{};  ///< the day of knowledge, or none: everything recorded counts

    /// Whether something recorded on that day is known.
    constexpr bool knows(Day known_since) const { return !known(known_on) || known_since <= known_on; }
    /// Whether a fact of that day, known since then, counts.
    constexpr bool lets_through(Day on, Day known_since) const { return on <= last_day && knows(known_since); }
};

/// The mask of a day looked at and a day of knowledge, which may be none.
constexpr Mask mask_of(Day as_of, Day known_on) { return {known(known_on) && known_on < as_of ? known_on : as_of, known_on}; }

}  // namespace maintien

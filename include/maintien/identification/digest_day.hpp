#pragma once
/// @file
/// Digest days: the days of the month on which physicians are sent their lists.

#include <algorithm>
#include <cassert>

#include "maintien/vocabulary/fixed_list.hpp"
#include "maintien/vocabulary/period.hpp"

namespace maintien {

/// Days of the month, 1 to 31; one that a month lacks is its last day.
using DigestDays = FixedList<int, 4>;

/// The 1st and the 16th: "twice a month" at AST BTP de l'Ain (seminar of 12 November 2020); which days is decided by us.
inline constexpr DigestDays twice_a_month{1, 16};

/// Whether digests are sent on a day.
constexpr bool is_digest_day(const DigestDays& days, Day day) {
    const auto number = static_cast<int>(calendar_date(day).day);
    const bool last_of_month = calendar_date(day + 1).day == 1;
    return std::any_of(days.begin(), days.end(), [&](int wanted) { return wanted == number || (wanted > number && last_of_month); });
}

/// The first digest day on or after a day. There must be a digest day.
constexpr Day next_digest_day(const DigestDays& days, Day day) {
    assert(!days.empty());
    while (!is_digest_day(days, day)) day = day + 1;
    return day;
}

/// The last digest day before a day. There must be a digest day.
constexpr Day last_digest_day(const DigestDays& days, Day day) {
    assert(!days.empty());
    do day = day - 1;
    while (!is_digest_day(days, day));
    return day;
}

/// The days whose visits a digest of `on` lists: after the last digest day before it, up to `on`. The periods of successive digests
/// leave no day out and have none in common.
constexpr Period digest_period(const DigestDays& days, Day on) { return {last_digest_day(days, on) + 1, on}; }

}  // namespace maintien

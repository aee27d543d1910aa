#pragma once
/// @file
/// Working days (jours ouvrables): Monday to Saturday, except public holidays.

#include "maintien/vocabulary/holidays.hpp"

namespace maintien {

/// The day of the week: 0 for Monday to 6 for Sunday; the day must be known.
constexpr int weekday_of(Day day) { return ((day.days + 3) % 7 + 7) % 7; }

/// Whether a day is a working day (jour ouvrable) in a region.
constexpr bool is_working_day(Day day, HolidayRegion region = HolidayRegion::metropolitan) {
    return weekday_of(day) != 6 && !is_public_holiday(day, region);
}

/// The `count`-th working day after a day, which itself does not count; the day itself for 0, `no_day` for no day. `count` is not negative.
constexpr Day working_days_after(Day day, int count, HolidayRegion region = HolidayRegion::metropolitan) {
    if (!known(day)) return no_day;
    while (count > 0)
        if (is_working_day(day = day + 1, region)) --count;
    return day;
}

/// How many working days lie after `from`, up to and including `to`; 0 when `to` is not later.
constexpr int working_days_between(Day from, Day to, HolidayRegion region = HolidayRegion::metropolitan) {
    int count = 0;
    for (Day day = from + 1; day <= to; day = day + 1) count += is_working_day(day, region) ? 1 : 0;
    return count;
}

}  // namespace maintien

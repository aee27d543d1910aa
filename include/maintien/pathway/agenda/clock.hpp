#pragma once
/// @file
/// The clock of a time limit: when it runs out, with the days a suspension has held it.

#include <algorithm>
#include <span>

#include "maintien/protocol/time_limit.hpp"
#include "maintien/vocabulary/working_day.hpp"

namespace maintien {

/// A suspension of the file: from its day to the day of the resumption.
struct Pause {
    Day from{};  ///< the day the file was suspended
    Day to{};    ///< the day it was resumed, or none while it lasts
};

/// When a clock runs out, and how many civil days suspensions have held it.
struct ClockEnd {
    Day due{};     ///< the last day that still counts
    int held = 0;  ///< civil days held
};

/// The last day of a length counted from `start`, without any suspension: day 0 is the start.
constexpr Day day_after(Day start, int length, LimitUnit unit, HolidayRegion region) {
    if (unit == LimitUnit::months) return months_after(start, length);
    return unit == LimitUnit::days ? start + length : working_days_after(start, length, region);
}

/// When a clock that was set to run out on `due` does, given the suspensions, in order: what remains at a suspension remains at the resumption. A
/// suspension that lasts counts as if the file were resumed on `as_of`; one that begins after the clock ran out changes nothing. Working days that
/// remain are counted again from the resumption.
constexpr ClockEnd held_by(std::span<const Pause> pauses, Day start, Day due, LimitUnit unit, Day as_of, HolidayRegion region) {
    ClockEnd end{due, 0};
    for (const auto& pause : pauses) {
        const Day from = std::max(pause.from, start), to = known(pause.to) ? pause.to : as_of;
        if (to <= from || end.due < from) continue;
        const int remaining = unit == LimitUnit::working_days ? working_days_between(from, end.due, region) : 0;
        if (unit != LimitUnit::working_days) end.due = end.due + (to - from);
        else end.due = remaining > 0 ? working_days_after(to, remaining, region) : std::max(end.due, to);
        end.held += to - from;
    }
    return end;
}

/// When a time limit that started on a day runs out; the suspensions count only for a limit that `holds`.
constexpr ClockEnd clock_end(const TimeLimit& limit, Day start, std::span<const Pause> pauses, Day as_of, HolidayRegion region) {
    const Day due = day_after(start, limit.length, limit.unit, region);
    return limit.holds ? held_by(pauses, start, due, limit.unit, as_of, region) : ClockEnd{due, 0};
}

/// The day from which a time limit asks for attention, when two thirds of it have passed [D]: day 10 of 15, day 20 of 30.
constexpr Day attention_day(const TimeLimit& limit, Day start, std::span<const Pause> pauses, Day as_of, HolidayRegion region) {
    const Day due = day_after(start, limit.length, limit.unit, region);
    const Day soon = due - (due - start) / 3;
    return limit.holds ? held_by(pauses, start, soon, LimitUnit::days, as_of, region).due : soon;
}

}  // namespace maintien

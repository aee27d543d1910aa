#pragma once
/// @file
/// The follow-up schedule: when a person who left the cell is asked again.

#include "maintien/vocabulary/code_set.hpp"
#include "maintien/vocabulary/fixed_list.hpp"
#include "maintien/vocabulary/day.hpp"
#include "maintien/vocabulary/outcome.hpp"
#include "maintien/vocabulary/period.hpp"

namespace maintien {

/// The horizons after an exit and the window around each due day.
struct FollowUpSchedule {
    FixedList<int, 4> horizons{};      ///< months after the exit, ascending
    int opens_before_days = 30;        ///< the window opens so many days before the due day
    int closes_after_days = 90;        ///< and closes so many days after it; both days are inside
    CodeSet<Outcome> except{};         ///< exits with these outcomes are not followed
    constexpr bool operator==(const FollowUpSchedule&) const = default;
};

/// The due day of a horizon: the exit day plus calendar months.
constexpr Day due_day(Day exit, int horizon) { return months_after(exit, horizon); }

/// The days on which an answer counts for a horizon of an exit.
constexpr Period answer_window(const FollowUpSchedule& schedule, Day exit, int horizon) {
    const Day due = due_day(exit, horizon);
    return {due - schedule.opens_before_days, due + schedule.closes_after_days};
}

/// The position of a horizon in the schedule, or -1 when the schedule does not know it.
constexpr int position_of_horizon(const FollowUpSchedule& schedule, int horizon) {
    for (std::size_t i = 0; i < schedule.horizons.size(); ++i)
        if (schedule.horizons[i] == horizon) return static_cast<int>(i);
    return -1;
}

}  // namespace maintien

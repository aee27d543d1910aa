#pragma once
/// @file
/// Sick leave on a day, for those who must not write while it lasts.

#include <optional>

#include "maintien/pathway/history.hpp"
#include "maintien/protocol/legal_answer.hpp"
#include "maintien/vocabulary/leave.hpp"

namespace maintien {

namespace detail {

/// What a sick-leave entry makes of the leave under way.
inline std::optional<LeaveDays> leave_after(const std::optional<LeaveDays>& before, const Mark& mark) {
    const auto state = static_cast<LeaveState>(mark.code);
    if (state == LeaveState::ended) return std::nullopt;
    return LeaveDays{state == LeaveState::extended && before ? before->first : mark.on, mark.until};
}

/// The leave that a referral form speaks of, when it does.
inline std::optional<LeaveDays> leave_on_form(const EntryView& referral) {
    if (value_of(referral, Attribute::on_sick_leave).value_or(0) == 0) return std::nullopt;
    const auto since = value_of(referral, Attribute::sick_leave_since);
    return LeaveDays{since ? unpacked_day(*since) : referral.on, no_day};
}

}  // namespace detail

/// The sick leave a worker is on that day, as far as the history tells, or none. Where no `sick_leave` is recorded by that day the
/// referral form speaks (decided by us, for the sake of letters: in doubt the worker is on leave; no rule of the pathway reads it so).
inline std::optional<LeaveDays> leave_on(const History& history, Day day) {
    std::optional<LeaveDays> leave;
    bool recorded = false;
    for (const auto& dated : history.marks) {
        if (day < dated.mark.on) break;
        if (dated.mark.event == Event::sick_leave) {
            leave = detail::leave_after(recorded ? leave : std::nullopt, dated.mark);
            recorded = true;
        } else if (dated.mark.event == Event::referral && !recorded) {
            leave = detail::leave_on_form(entry_at(history, dated.at));
        }
    }
    if (!leave || day < leave->first || (known(leave->last) && leave->last < day)) return std::nullopt;
    return leave;
}

}  // namespace maintien

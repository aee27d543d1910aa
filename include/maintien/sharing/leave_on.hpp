#pragma once
/// @file
/// Sick leave on a day, for those who must not write while it lasts.

#include <algorithm>
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

/// The longer of two leaves spoken of at once: which entry stands first may hang on what a reader must not know.
inline std::optional<LeaveDays> longer(const std::optional<LeaveDays>& one, const std::optional<LeaveDays>& other) {
    if (!one || !other) return one ? one : other;
    const Day last = known(one->last) && known(other->last) ? std::max(one->last, other->last) : no_day;
    return LeaveDays{std::min(one->first, other->first), last};
}

/// The leave as the entries read so far tell it.
struct LeaveTold {
    std::optional<LeaveDays> leave{};  ///< the leave under way
    Mark last{};                       ///< the last `sick_leave` read
    bool recorded = false;             ///< whether there was one
};

/// Reads one `sick_leave` more.
inline void tell(LeaveTold& told, const Mark& mark) {
    const auto next = leave_after(told.recorded ? told.leave : std::nullopt, mark);
    const bool again = told.recorded && told.last.on == mark.on && told.last.code == mark.code;
    told = {again ? longer(told.leave, next) : next, mark, true};
}

}  // namespace detail

/// The sick leave a worker is on that day, as far as the history tells, or none. Until the first `sick_leave` is recorded the
/// referral forms speak (decided by us, for the sake of letters: in doubt the worker is on leave, so that a form which says nothing of
/// one ends none; no rule of the pathway reads it so).
inline std::optional<LeaveDays> leave_on(const History& history, Day day) {
    detail::LeaveTold told;
    for (const auto& dated : history.marks) {
        if (day < dated.mark.on) break;
        if (dated.mark.event == Event::sick_leave) detail::tell(told, dated.mark);
        else if (dated.mark.event == Event::referral && !told.recorded)
            told.leave = detail::longer(told.leave, detail::leave_on_form(entry_at(history, dated.at)));
    }
    const auto& leave = told.leave;
    if (!leave || day < leave->first || (known(leave->last) && leave->last < day)) return std::nullopt;
    return leave;
}

}  // namespace maintien

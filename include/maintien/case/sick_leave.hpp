#pragma once
/// @file
/// Sick leave: when the worker is off work.

#include <optional>
#include <tuple>

#include "maintien/case/field.hpp"
#include "maintien/vocabulary/cause.hpp"
#include "maintien/vocabulary/day.hpp"
#include "maintien/vocabulary/leave.hpp"

namespace maintien {

/// A sick leave that began, was extended or ended.
struct SickLeave {
    LeaveState state = LeaveState::started;  ///< what happened to the leave
    std::optional<Cause> cause{};  ///< why the worker is off work, administratively
    Day until{};  ///< last day of the leave as prescribed, inclusive
};

template <>
inline constexpr auto fields_of<SickLeave> = std::tuple{
    required_field(Attribute::leave_state, &SickLeave::state),
    optional_field(Attribute::leave_cause, &SickLeave::cause),
    optional_field(Attribute::until, &SickLeave::until)};

}  // namespace maintien

#pragma once
/// @file
/// Appointments of the cell.

#include <optional>
#include <tuple>

#include "maintien/case/field.hpp"
#include "maintien/case/time_of_day.hpp"
#include "maintien/vocabulary/appointment_state.hpp"
#include "maintien/vocabulary/channel.hpp"
#include "maintien/vocabulary/day.hpp"

namespace maintien {

/// An appointment from booking to attendance; `on` is the day it happened, or was booked when planned.
struct Appointment {
    AppointmentState state = AppointmentState::planned;  ///< planned, held, missed or cancelled
    std::optional<int> number{};  ///< its number in the case
    Day day{};  ///< the day it is planned for
    std::optional<TimeOfDay> starts{};  ///< start
    std::optional<TimeOfDay> ends{};  ///< end
    std::optional<Channel> channel{};  ///< how it is held
    std::optional<bool> in_working_time{};  ///< whether it falls in working time
};

template <>
inline constexpr auto fields_of<Appointment> = std::tuple{
    required_field(Attribute::appointment_state, &Appointment::state),
    number_field(Attribute::appointment, &Appointment::number, 1, 65535),
    optional_field(Attribute::day, &Appointment::day),
    optional_field(Attribute::starts, &Appointment::starts),
    optional_field(Attribute::ends, &Appointment::ends),
    optional_field(Attribute::channel, &Appointment::channel),
    optional_field(Attribute::in_working_time, &Appointment::in_working_time)};

}  // namespace maintien

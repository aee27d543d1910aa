#pragma once
/// @file
/// Where an appointment stands.

#include <array>
#include <cstdint>
#include <string_view>

#include "maintien/vocabulary/code_list.hpp"

namespace maintien {

/// What became of an appointment between the worker and the cell.
enum class AppointmentState : std::uint8_t {
    planned,   ///< booked; the event's day is the day of booking
    held,      ///< the worker came
    missed,    ///< the worker did not come and gave no notice
    cancelled  ///< in French: annulé
};

template <>
inline constexpr std::string_view list_name_of<AppointmentState> = "appointment_state";

template <>
inline constexpr auto terms_of<AppointmentState> = std::to_array<Term<AppointmentState>>({
    {AppointmentState::planned, "planned", "prévu", "planned"},
    {AppointmentState::held, "held", "honoré", "held"},
    {AppointmentState::missed, "missed", "manqué", "missed"},
    {AppointmentState::cancelled, "cancelled", "annulé", "cancelled"},
});
static_assert(well_formed(terms_of<AppointmentState>));

}  // namespace maintien

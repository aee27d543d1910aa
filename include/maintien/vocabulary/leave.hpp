#pragma once
/// @file
/// The sick leave of a worker as the service learns of it.

#include <array>
#include <cstdint>
#include <string_view>

#include "maintien/vocabulary/code_list.hpp"

namespace maintien {

/// What happened to a sick leave.
enum class LeaveState : std::uint8_t {
    started,   ///< in French: début
    extended,  ///< in French: prolongation
    ended      ///< in French: fin
};

template <>
inline constexpr std::string_view list_name_of<LeaveState> = "leave_state";

template <>
inline constexpr auto terms_of<LeaveState> = std::to_array<Term<LeaveState>>({
    {LeaveState::started, "started", "début", "started"},
    {LeaveState::extended, "extended", "prolongation", "extended"},
    {LeaveState::ended, "ended", "fin", "ended"},
});
static_assert(well_formed(terms_of<LeaveState>));

}  // namespace maintien

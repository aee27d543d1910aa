#pragma once
/// @file
/// What the qualification interview decides.

#include <array>
#include <cstdint>
#include <string_view>

#include "maintien/vocabulary/code_list.hpp"

namespace maintien {

/// What the qualification interview decides about a case.
enum class Decision : std::uint8_t {
    deferred,     ///< to be decided later
    accepted,     ///< the case is qualified for the cell
    redirected,   ///< handed to a partner or another door
    not_eligible  ///< outside what the protocol admits
};

template <>
inline constexpr std::string_view list_name_of<Decision> = "decision";

template <>
inline constexpr auto terms_of<Decision> = std::to_array<Term<Decision>>({
    {Decision::deferred, "deferred", "différé", "deferred"},
    {Decision::accepted, "accepted", "accepté", "accepted"},
    {Decision::redirected, "redirected", "réorienté", "redirected"},
    {Decision::not_eligible, "not_eligible", "non éligible", "not eligible"},
});
static_assert(well_formed(terms_of<Decision>));

}  // namespace maintien

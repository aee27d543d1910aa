#pragma once
/// @file
/// Why a figure is not given.

#include <cstdint>
#include <string_view>

#include "maintien/vocabulary/code_list.hpp"

namespace maintien {

/// Why a figure cannot be given.
enum class NullReason : std::uint8_t {
    denominator_zero,     ///< there is nothing to divide by
    not_mature,           ///< there are cases, but none has been observed long enough
    not_reached,          ///< too few have had the event by the end of follow-up: the median or its limit lies beyond
    degenerate_variance,  ///< everybody or nobody has had the event: the method has no interval there
    beyond_follow_up,     ///< the day asked for lies after the last day anybody was observed
    empty_stratum,        ///< a stratum that counts has nobody, or too few, to speak for it
    not_mergeable,        ///< it would need to know who is who across sources
    no_reference,         ///< there is no reference population to standardise on
    suppressed            ///< hidden, so that nobody can be recognised
};

template <>
inline constexpr std::string_view list_name_of<NullReason> = "null_reason";

template <>
inline constexpr auto terms_of<NullReason> = std::to_array<Term<NullReason>>({
    {NullReason::denominator_zero, "denominator_zero", "dénominateur nul", "denominator is zero"},
    {NullReason::not_mature, "not_mature", "recul insuffisant", "not observed long enough"},
    {NullReason::not_reached, "not_reached", "non atteint", "not reached"},
    {NullReason::degenerate_variance, "degenerate_variance", "variance nulle", "variance is zero"},
    {NullReason::beyond_follow_up, "beyond_follow_up", "au-delà du suivi", "beyond follow-up"},
    {NullReason::empty_stratum, "empty_stratum", "strate trop peu nombreuse", "too few in a stratum"},
    {NullReason::not_mergeable, "not_mergeable", "non cumulable entre sources", "not mergeable across sources"},
    {NullReason::no_reference, "no_reference", "sans référence", "no reference"},
    {NullReason::suppressed, "suppressed", "masqué", "suppressed"},
});
static_assert(well_formed(terms_of<NullReason>));

}  // namespace maintien

#pragma once
/// @file
/// Who looks at a file.
/// A code that is a C++ keyword takes a trailing underscore as an enumerator (`AudienceRole::public_` is `public`).

#include <array>
#include <cstdint>
#include <string_view>

#include "maintien/vocabulary/code_list.hpp"

namespace maintien {

/// A kind of reader of a file; each sees only what its audience allows.
enum class AudienceRole : std::uint8_t {
    employer,      ///< sees appointments in working time, attendance, and what he was allowed to know
    partner,       ///< sees what a live consent covers
    cell,          ///< sees all but what is marked medical
    physician,     ///< the physician who follows the worker; sees all
    worker,        ///< sees all of the own file
    statistician,  ///< sees pseudonyms, codes and days
    public_        ///< sees only figures that passed disclosure control
};

template <>
inline constexpr std::string_view list_name_of<AudienceRole> = "audience_role";

template <>
inline constexpr auto terms_of<AudienceRole> = std::to_array<Term<AudienceRole>>({
    {AudienceRole::employer, "employer", "employeur", "employer"},
    {AudienceRole::partner, "partner", "partenaire", "partner"},
    {AudienceRole::cell, "cell", "cellule", "cell"},
    {AudienceRole::physician, "physician", "médecin", "physician"},
    {AudienceRole::worker, "worker", "salarié", "worker"},
    {AudienceRole::statistician, "statistician", "statisticien", "statistician"},
    {AudienceRole::public_, "public", "public", "public"},
});
static_assert(well_formed(terms_of<AudienceRole>));

}  // namespace maintien

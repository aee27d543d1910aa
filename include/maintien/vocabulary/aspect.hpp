#pragma once
/// @file
/// The sides of a worker's situation and the way the support goes.

#include <array>
#include <cstdint>
#include <string_view>

#include "maintien/vocabulary/code_list.hpp"

namespace maintien {

/// A side of the worker's situation that a need or an action plan deals with.
enum class Aspect : std::uint8_t {
    medical,      ///< in French: médical
    social,       ///< in French: social
    professional  ///< in French: professionnel
};

template <>
inline constexpr std::string_view list_name_of<Aspect> = "aspect";

template <>
inline constexpr auto terms_of<Aspect> = std::to_array<Term<Aspect>>({
    {Aspect::medical, "medical", "médical", "medical"},
    {Aspect::social, "social", "social", "social"},
    {Aspect::professional, "professional", "professionnel", "professional"},
});
static_assert(well_formed(terms_of<Aspect>));

/// The track decided at the qualification interview.
enum class Orientation : std::uint8_t {
    retention_in_company,   ///< led by the physician
    external_redeployment,  ///< in French: reclassement externe
    undecided               ///< in French: à déterminer
};

template <>
inline constexpr std::string_view list_name_of<Orientation> = "orientation";

template <>
inline constexpr auto terms_of<Orientation> = std::to_array<Term<Orientation>>({
    {Orientation::retention_in_company, "retention_in_company", "maintien dans l'entreprise",
     "retention in the company"},
    {Orientation::external_redeployment, "external_redeployment", "reclassement externe", "external redeployment"},
    {Orientation::undecided, "undecided", "à déterminer", "undecided"},
});
static_assert(well_formed(terms_of<Orientation>));

}  // namespace maintien

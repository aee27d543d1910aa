#pragma once
/// @file
/// What the employer does: the sections of the French nomenclature of activities.

#include <array>
#include <cstdint>
#include <string_view>

#include "maintien/vocabulary/code_list.hpp"

namespace maintien {

/// The section of the employer's activity in the nomenclature NAF, revision 2.
enum class Sector : std::uint8_t {
    A,  ///< in French: agriculture, sylviculture et pêche
    B,  ///< in French: industries extractives
    C,  ///< in French: industrie manufacturière
    D,  ///< in French: production et distribution d'électricité, de gaz, de vapeur et d'air conditionné
    E,  ///< in French: production et distribution d'eau, assainissement, gestion des déchets et dépollution
    F,  ///< in French: construction
    G,  ///< in French: commerce, réparation d'automobiles et de motocycles
    H,  ///< in French: transports et entreposage
    I,  ///< in French: hébergement et restauration
    J,  ///< in French: information et communication
    K,  ///< in French: activités financières et d'assurance
    L,  ///< in French: activités immobilières
    M,  ///< in French: activités spécialisées, scientifiques et techniques
    N,  ///< in French: activités de services administratifs et de soutien
    O,  ///< in French: administration publique
    P,  ///< in French: enseignement
    Q,  ///< in French: santé humaine et action sociale
    R,  ///< in French: arts, spectacles et activités récréatives
    S,  ///< in French: autres activités de services
    T,  ///< in French: activités des ménages en tant qu'employeurs
    U   ///< in French: activités extra-territoriales
};

template <>
inline constexpr std::string_view list_name_of<Sector> = "sector";

template <>
inline constexpr auto terms_of<Sector> = std::to_array<Term<Sector>>({
    {Sector::A, "A", "agriculture, sylviculture et pêche", "agriculture, forestry and fishing"},
    {Sector::B, "B", "industries extractives", "mining and quarrying"},
    {Sector::C, "C", "industrie manufacturière", "manufacturing"},
    {Sector::D, "D", "production et distribution d'électricité, de gaz, de vapeur et d'air conditionné",
     "electricity, gas, steam and air conditioning supply"},
    {Sector::E, "E", "production et distribution d'eau, assainissement, gestion des déchets et dépollution",
     "water supply, sewerage, waste management and remediation"},
    {Sector::F, "F", "construction", "construction"},
    {Sector::G, "G", "commerce, réparation d'automobiles et de motocycles",
     "trade, repair of motor vehicles and motorcycles"},
    {Sector::H, "H", "transports et entreposage", "transportation and storage"},
    {Sector::I, "I", "hébergement et restauration", "accommodation and food service"},
    {Sector::J, "J", "information et communication", "information and communication"},
    {Sector::K, "K", "activités financières et d'assurance", "finance and insurance"},
    {Sector::L, "L", "activités immobilières", "real estate"},
    {Sector::M, "M", "activités spécialisées, scientifiques et techniques",
     "professional, scientific and technical activities"},
    {Sector::N, "N", "activités de services administratifs et de soutien", "administrative and support services"},
    {Sector::O, "O", "administration publique", "public administration and defence"},
    {Sector::P, "P", "enseignement", "education"},
    {Sector::Q, "Q", "santé humaine et action sociale", "human health and social work"},
    {Sector::R, "R", "arts, spectacles et activités récréatives", "arts, entertainment and recreation"},
    {Sector::S, "S", "autres activités de services", "other services"},
    {Sector::T, "T", "activités des ménages en tant qu'employeurs", "households as employers"},
    {Sector::U, "U", "activités extra-territoriales", "extraterritorial organisations"},
});
static_assert(well_formed(terms_of<Sector>));

}  // namespace maintien

#pragma once
/// @file
/// The bodies a service works with, and the relay to one of them.

#include <array>
#include <cstdint>
#include <string_view>

#include "maintien/vocabulary/code_list.hpp"

namespace maintien {

/// A body outside the service that takes part in keeping a worker in work.
enum class Partner : std::uint8_t {
    cap_emploi,                 ///< the placement body for people with a disability
    carsat_social_service,      ///< an insurance body
    cpam,                       ///< the local health insurance fund; an insurance body
    msa,                        ///< the agricultural insurance fund; an insurance body
    insurance_medical_service,  ///< the insurance physicians; an insurance body
    mdph,                       ///< the départemental house for people with a disability
    agefiph,                    ///< the fund for disabled people in private work
    fiphfp,                     ///< the fund for disabled people in public work
    oeth,                       ///< the disability agreement of the private non-profit health and social sector
    france_travail,             ///< the public employment service
    transitions_pro,            ///< finances career transition projects
    opco,                       ///< finances training of a branch
    cep_operator,               ///< in French: opérateur du CEP
    comete,                     ///< return to work begun in the rehabilitation hospital
    rehabilitation_centre,      ///< in French: établissement de réadaptation
    general_practitioner,       ///< in French: médecin traitant
    specialist,                 ///< in French: médecin spécialiste
    other_service,              ///< in French: autre service de prévention et de santé au travail
    patients_association,       ///< in French: association de patients
    other_partner               ///< in French: autre partenaire
};

template <>
inline constexpr std::string_view list_name_of<Partner> = "partner";

template <>
inline constexpr auto terms_of<Partner> = std::to_array<Term<Partner>>({
    {Partner::cap_emploi, "cap_emploi", "Cap emploi", "Cap emploi"},
    {Partner::carsat_social_service, "carsat_social_service", "service social de la Carsat", "Carsat social service"},
    {Partner::cpam, "cpam", "CPAM", "CPAM"},
    {Partner::msa, "msa", "MSA", "MSA"},
    {Partner::insurance_medical_service, "insurance_medical_service", "service médical de l'assurance maladie",
     "insurance medical service"},
    {Partner::mdph, "mdph", "MDPH", "MDPH"},
    {Partner::agefiph, "agefiph", "Agefiph", "Agefiph"},
    {Partner::fiphfp, "fiphfp", "FIPHFP", "FIPHFP"},
    {Partner::oeth, "oeth", "OETH", "OETH"},
    {Partner::france_travail, "france_travail", "France Travail (ex Pôle emploi)",
     "France Travail (formerly Pôle emploi)"},
    {Partner::transitions_pro, "transitions_pro", "Transitions Pro", "Transitions Pro"},
    {Partner::opco, "opco", "opérateur de compétences (OPCO)", "skills operator (OPCO)"},
    {Partner::cep_operator, "cep_operator", "opérateur du CEP", "career advice operator"},
    {Partner::comete, "comete", "Comète France", "Comète France"},
    {Partner::rehabilitation_centre, "rehabilitation_centre", "établissement de réadaptation", "rehabilitation centre"},
    {Partner::general_practitioner, "general_practitioner", "médecin traitant", "general practitioner"},
    {Partner::specialist, "specialist", "médecin spécialiste", "medical specialist"},
    {Partner::other_service, "other_service", "autre service de prévention et de santé au travail",
     "other occupational-health service"},
    {Partner::patients_association, "patients_association", "association de patients", "patients' association"},
    {Partner::other_partner, "other_partner", "autre partenaire", "other partner"},
});
static_assert(well_formed(terms_of<Partner>));

/// Where the relay to a partner stands.
enum class RelayState : std::uint8_t {
    sent,     ///< in French: envoyé
    answered  ///< in French: répondu
};

template <>
inline constexpr std::string_view list_name_of<RelayState> = "relay_state";

template <>
inline constexpr auto terms_of<RelayState> = std::to_array<Term<RelayState>>({
    {RelayState::sent, "sent", "envoyé", "sent"},
    {RelayState::answered, "answered", "répondu", "answered"},
});
static_assert(well_formed(terms_of<RelayState>));

/// Whether a partner belongs to the health insurance: what is told to it needs the consent `insurance_exchange`.
constexpr bool is_insurance_body(Partner partner) {
    return partner == Partner::cpam || partner == Partner::msa || partner == Partner::insurance_medical_service ||
           partner == Partner::carsat_social_service;
}

}  // namespace maintien

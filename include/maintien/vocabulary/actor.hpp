#pragma once
/// @file
/// Who acts in a case.

#include <array>
#include <cstdint>
#include <string_view>

#include "maintien/vocabulary/code_list.hpp"

namespace maintien {

/// Who acts in a case: the service's team, the worker and the employer, and those around them.
/// A protocol says which actors are of its team; all others are recipients a consent must cover.
enum class Actor : std::uint8_t {
    occupational_physician,    ///< the physician who follows the worker; leads retention in the company
    occupational_nurse,        ///< in French: infirmier en santé au travail
    field_assistant,           ///< ATST: sees workplaces for the physician
    case_manager,              ///< holds the file in the cell
    coordinator,               ///< runs the cell
    referent_physician,        ///< the physician who advises the cell, not the one who follows the worker
    social_worker,             ///< of the service itself
    ergonomist,                ///< in French: ergonome
    prevention_specialist,     ///< IPRP
    psychologist,              ///< in French: psychologue
    assistant,                 ///< secretariat of the cell or of the physician
    worker,                    ///< the person the case is about; never a recipient
    employer,                  ///< falls under the consent `employer_contact` alone
    disability_officer,        ///< of the worker's company
    general_practitioner,      ///< the worker's own doctor
    specialist,                ///< in French: médecin spécialiste
    insurance_physician,       ///< of the health insurance
    insurance_social_service,  ///< in French: service social de l'assurance maladie
    cap_emploi,                ///< the placement body for people with a disability
    hospital,                  ///< any establishment of care
    staff_representative,      ///< in French: représentant du personnel
    other_actor                ///< in French: autre acteur
};

template <>
inline constexpr std::string_view list_name_of<Actor> = "actor";

template <>
inline constexpr auto terms_of<Actor> = std::to_array<Term<Actor>>({
    {Actor::occupational_physician, "occupational_physician", "médecin du travail", "occupational physician"},
    {Actor::occupational_nurse, "occupational_nurse", "infirmier en santé au travail", "occupational health nurse"},
    {Actor::field_assistant, "field_assistant", "assistant technique en santé au travail (ATST)", "field assistant"},
    {Actor::case_manager, "case_manager", "chargé de maintien en emploi", "case manager"},
    {Actor::coordinator, "coordinator", "coordinateur", "coordinator"},
    {Actor::referent_physician, "referent_physician", "médecin référent", "referent physician"},
    {Actor::social_worker, "social_worker", "assistant de service social", "social worker"},
    {Actor::ergonomist, "ergonomist", "ergonome", "ergonomist"},
    {Actor::prevention_specialist, "prevention_specialist",
     "intervenant en prévention des risques professionnels (IPRP)", "prevention specialist"},
    {Actor::psychologist, "psychologist", "psychologue", "psychologist"},
    {Actor::assistant, "assistant", "assistant(e)", "assistant"},
    {Actor::worker, "worker", "salarié", "worker"},
    {Actor::employer, "employer", "employeur", "employer"},
    {Actor::disability_officer, "disability_officer", "référent handicap", "disability officer"},
    {Actor::general_practitioner, "general_practitioner", "médecin traitant", "general practitioner"},
    {Actor::specialist, "specialist", "médecin spécialiste", "medical specialist"},
    {Actor::insurance_physician, "insurance_physician", "médecin-conseil", "insurance physician"},
    {Actor::insurance_social_service, "insurance_social_service", "service social de l'assurance maladie",
     "insurance social service"},
    {Actor::cap_emploi, "cap_emploi", "Cap emploi", "Cap emploi"},
    {Actor::hospital, "hospital", "établissement de soins", "hospital"},
    {Actor::staff_representative, "staff_representative", "représentant du personnel", "staff representative"},
    {Actor::other_actor, "other_actor", "autre acteur", "other actor"},
});
static_assert(well_formed(terms_of<Actor>));

/// Whether an actor belongs to the health insurance: what is told to him needs the consent `insurance_exchange`.
constexpr bool is_insurance_body(Actor actor) {
    return actor == Actor::insurance_physician || actor == Actor::insurance_social_service;
}

}  // namespace maintien

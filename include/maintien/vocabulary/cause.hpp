#pragma once
/// @file
/// Why the job is at risk: the administrative cause and the broad nature of the trouble.
/// Both are health data, neither is a diagnosis.

#include <array>
#include <cstdint>
#include <string_view>

#include "maintien/vocabulary/code_list.hpp"

namespace maintien {

/// The administrative cause of the difficulty or of the sick leave.
enum class Cause : std::uint8_t {
    non_occupational_illness,  ///< in French: maladie non professionnelle
    work_accident,             ///< in French: accident du travail
    commuting_accident,        ///< in French: accident de trajet
    occupational_disease,      ///< recognised as such by the insurance
    private_accident,          ///< in French: accident de la vie privée
    disability_worsening,      ///< in French: aggravation du handicap
    wear_and_ageing,           ///< the body or the mind worn by the job
    social_difficulty,         ///< in French: difficulté sociale
    other_cause                ///< in French: autre cause
};

template <>
inline constexpr std::string_view list_name_of<Cause> = "cause";

template <>
inline constexpr auto terms_of<Cause> = std::to_array<Term<Cause>>({
    {Cause::non_occupational_illness, "non_occupational_illness", "maladie non professionnelle",
     "non-occupational illness"},
    {Cause::work_accident, "work_accident", "accident du travail", "work accident"},
    {Cause::commuting_accident, "commuting_accident", "accident de trajet", "commuting accident"},
    {Cause::occupational_disease, "occupational_disease", "maladie professionnelle", "occupational disease"},
    {Cause::private_accident, "private_accident", "accident de la vie privée", "private accident"},
    {Cause::disability_worsening, "disability_worsening", "aggravation du handicap", "worsening of a disability"},
    {Cause::wear_and_ageing, "wear_and_ageing", "usure professionnelle", "wear and ageing"},
    {Cause::social_difficulty, "social_difficulty", "difficulté sociale", "social difficulty"},
    {Cause::other_cause, "other_cause", "autre cause", "other cause"},
});
static_assert(well_formed(terms_of<Cause>));

/// The broad class of the health trouble; optional, and never a diagnosis.
enum class Nature : std::uint8_t {
    locomotor,       ///< TMS: limbs, back, joints
    mental,          ///< in French: santé mentale
    cardiovascular,  ///< in French: cardiovasculaire
    neurological,    ///< in French: neurologique
    cancer,          ///< in French: cancer
    sensory,         ///< sight, hearing
    other_nature     ///< in French: autre nature
};

template <>
inline constexpr std::string_view list_name_of<Nature> = "nature";

template <>
inline constexpr auto terms_of<Nature> = std::to_array<Term<Nature>>({
    {Nature::locomotor, "locomotor", "appareil locomoteur (TMS)", "musculoskeletal"},
    {Nature::mental, "mental", "santé mentale", "mental health"},
    {Nature::cardiovascular, "cardiovascular", "cardiovasculaire", "cardiovascular"},
    {Nature::neurological, "neurological", "neurologique", "neurological"},
    {Nature::cancer, "cancer", "cancer", "cancer"},
    {Nature::sensory, "sensory", "sensorielle", "sensory"},
    {Nature::other_nature, "other_nature", "autre nature", "other nature"},
});
static_assert(well_formed(terms_of<Nature>));

}  // namespace maintien

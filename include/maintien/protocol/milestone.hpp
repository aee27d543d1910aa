#pragma once
/// @file
/// Milestones: the days of an episode that rules and figures speak of.

#include <cstdint>

#include "maintien/vocabulary/code_list.hpp"

namespace maintien {

/// A dated milestone of an episode; the first event that reaches it sets it.
enum class Milestone : std::uint8_t {
    referral,             ///< R: the referral, or the reopening of a reopened episode
    contact,              ///< C: first contact of any kind
    interview,            ///< Q: first qualification interview
    entry,                ///< E: entry in the cell
    plan,                 ///< L: first action plan
    refusal,              ///< D: refusal before entry
    outcome,              ///< the day an outcome was recorded
    exit,                 ///< X: exit of an entered episode
    closing,              ///< Z: end before entry otherwise than by refusal
    appointment_held,     ///< first appointment held
    first_sick_leave_day  ///< first day of sick leave known in the episode
};

template <>
inline constexpr std::string_view list_name_of<Milestone> = "milestone";

template <>
inline constexpr auto terms_of<Milestone> = std::to_array<Term<Milestone>>({
    {Milestone::referral, "referral", "signalement", "referral"},
    {Milestone::contact, "contact", "premier contact", "first contact"},
    {Milestone::interview, "interview", "entretien de qualification", "qualification interview"},
    {Milestone::entry, "entry", "entrée dans la cellule", "entry in the cell"},
    {Milestone::plan, "plan", "plan d'actions", "action plan"},
    {Milestone::refusal, "refusal", "refus d'intégration", "refusal"},
    {Milestone::outcome, "outcome", "résultat", "outcome"},
    {Milestone::exit, "exit", "sortie", "exit"},
    {Milestone::closing, "closing", "clôture avant entrée", "closing before entry"},
    {Milestone::appointment_held, "appointment_held", "rendez-vous tenu", "appointment held"},
    {Milestone::first_sick_leave_day, "first_sick_leave_day", "premier jour d'arrêt", "first day of sick leave"},
});
static_assert(well_formed(terms_of<Milestone>));

}  // namespace maintien

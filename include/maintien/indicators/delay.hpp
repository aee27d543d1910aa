#pragma once
/// @file
/// Delays: how long from one stage to the next.

#include <cstdint>

#include "maintien/vocabulary/code_list.hpp"

namespace maintien {

/// The delays between stages that are measured.
enum class Delay : std::uint8_t {
    referral_to_contact,   ///< R to C
    contact_to_interview,  ///< C to Q
    referral_to_entry,     ///< R to E
    interview_to_entry,    ///< Q to E
    entry_to_plan,         ///< E to L
    referral_to_exit       ///< R to X
};

template <>
inline constexpr std::string_view list_name_of<Delay> = "delay";

template <>
inline constexpr auto terms_of<Delay> = std::to_array<Term<Delay>>({
    {Delay::referral_to_contact, "referral_to_contact", "du signalement au contact", "referral to contact"},
    {Delay::contact_to_interview, "contact_to_interview", "du contact à l'entretien", "contact to interview"},
    {Delay::referral_to_entry, "referral_to_entry", "du signalement à l'entrée", "referral to entry"},
    {Delay::interview_to_entry, "interview_to_entry", "de l'entretien à l'entrée", "interview to entry"},
    {Delay::entry_to_plan, "entry_to_plan", "de l'entrée au plan d'actions", "entry to action plan"},
    {Delay::referral_to_exit, "referral_to_exit", "du signalement à la sortie", "referral to exit"},
});
static_assert(well_formed(terms_of<Delay>));

}  // namespace maintien

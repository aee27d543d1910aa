#pragma once
/// @file
/// Why a worker says no, why a file rests, why it is opened again.

#include <array>
#include <cstdint>
#include <string_view>

#include "maintien/vocabulary/code_list.hpp"

namespace maintien {

/// Why the worker refuses the help of the cell.
enum class RefusalReason : std::uint8_t {
    does_not_wish,        ///< in French: ne souhaite pas d'accompagnement
    health_not_stable,    ///< in French: état de santé non stabilisé
    already_helped,       ///< in French: déjà accompagné par ailleurs
    distrust,             ///< fears for the job or for confidentiality
    other_refusal_reason  ///< in French: autre motif de refus
};

template <>
inline constexpr std::string_view list_name_of<RefusalReason> = "refusal_reason";

template <>
inline constexpr auto terms_of<RefusalReason> = std::to_array<Term<RefusalReason>>({
    {RefusalReason::does_not_wish, "does_not_wish", "ne souhaite pas d'accompagnement", "does not wish it"},
    {RefusalReason::health_not_stable, "health_not_stable", "état de santé non stabilisé", "health not stable yet"},
    {RefusalReason::already_helped, "already_helped", "déjà accompagné par ailleurs", "already helped elsewhere"},
    {RefusalReason::distrust, "distrust", "défiance", "distrust"},
    {RefusalReason::other_refusal_reason, "other_refusal_reason", "autre motif de refus", "other reason for refusal"},
});
static_assert(well_formed(terms_of<RefusalReason>));

/// Why the support of a worker is paused.
enum class SuspensionReason : std::uint8_t {
    hospital,                ///< in French: hospitalisation
    treatment,               ///< in French: traitement long
    maternity,               ///< in French: maternité
    personal,                ///< in French: motif personnel
    other_suspension_reason  ///< in French: autre motif de suspension
};

template <>
inline constexpr std::string_view list_name_of<SuspensionReason> = "suspension_reason";

template <>
inline constexpr auto terms_of<SuspensionReason> = std::to_array<Term<SuspensionReason>>({
    {SuspensionReason::hospital, "hospital", "hospitalisation", "hospital stay"},
    {SuspensionReason::treatment, "treatment", "traitement long", "long treatment"},
    {SuspensionReason::maternity, "maternity", "maternité", "maternity"},
    {SuspensionReason::personal, "personal", "motif personnel", "personal reason"},
    {SuspensionReason::other_suspension_reason, "other_suspension_reason", "autre motif de suspension",
     "other reason for suspension"},
});
static_assert(well_formed(terms_of<SuspensionReason>));

/// Why a case that had ended starts a new episode.
enum class ReopeningReason : std::uint8_t {
    relapse,                ///< in French: rechute
    job_at_risk_again,      ///< in French: emploi de nouveau menacé
    found_again,            ///< lost from view, then reached again
    new_situation,          ///< in French: situation nouvelle
    other_reopening_reason  ///< in French: autre motif de réouverture
};

template <>
inline constexpr std::string_view list_name_of<ReopeningReason> = "reopening_reason";

template <>
inline constexpr auto terms_of<ReopeningReason> = std::to_array<Term<ReopeningReason>>({
    {ReopeningReason::relapse, "relapse", "rechute", "relapse"},
    {ReopeningReason::job_at_risk_again, "job_at_risk_again", "emploi de nouveau menacé", "job at risk again"},
    {ReopeningReason::found_again, "found_again", "personne retrouvée", "found again"},
    {ReopeningReason::new_situation, "new_situation", "situation nouvelle", "new situation"},
    {ReopeningReason::other_reopening_reason, "other_reopening_reason", "autre motif de réouverture",
     "other reason for reopening"},
});
static_assert(well_formed(terms_of<ReopeningReason>));

}  // namespace maintien

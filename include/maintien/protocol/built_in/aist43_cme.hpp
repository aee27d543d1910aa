#pragma once
/// @file
/// `aist43_cme/1`: the cell of AIST 43 (Haute-Loire), since 1 June 2020.

#include "maintien/protocol/built_in/common_core.hpp"
#include "maintien/protocol/difference.hpp"

namespace maintien {
namespace detail {

inline constexpr RuleSource aist43_source = "AIST 43, séminaire du 12 novembre 2020";

/// AIST 43 as what differs from the core.
constexpr Protocol build_aist43_cme() {
    Protocol cell = variant_of(common_core, "aist43_cme", 1, make_day(2020, 6, 1));
    cell.title = {"Cellule de maintien dans l'emploi, AIST 43", "Job-retention cell, AIST 43"};
    cell.team = cell.team | CodeSet<Actor>{Actor::cap_emploi};
    row_to_change(cell, "entry").from = {{Stage::referred, Stage::contacted, Stage::qualified}};
    row_to_change(cell, "entry").source = aist43_source;
    drop_guard(row_to_change(cell, "outcome"), GuardKind::after, Milestone::plan);
    drop_limit(cell, "contact_within_15_days");
    cell.follow_up.horizons = {12};
    cell.profile = {.refusal_is_entry = true, .refusal_is_exit = true};
    cell.targets = {{"referrals_per_year", "referrals", "", true, 100},
                    {"entries_per_year", "entries", "broad", true, 80},
                    {"kept", "positive_exit_rate", "per_exit", false, 0.5}};
    cell.relaxes = {{"team", "un conseiller de Cap emploi est de l'équipe : ce qu'il apprend n'est plus un échange avec un partenaire"},
                    {"entry", "la cellule entre un dossier dès le signalement, sans entretien nommé"},
                    {"outcome", "aucun plan d'actions n'est enregistré"},
                    {"contact_within_15_days", "aucun délai de contact n'est nommé"},
                    {"follow_up", "aucune échéance de suivi n'est nommée : 12 mois par décision"}};
    return indexed(cell);
}

}  // namespace detail

/// The cell of AIST 43, version 1: the one whose published table the library reproduces.
inline constexpr Protocol aist43_cme = detail::build_aist43_cme();

}  // namespace maintien

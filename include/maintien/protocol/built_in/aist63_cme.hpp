#pragma once
/// @file
/// `aist63_cme/1`: the job-retention cell of AIST La Prévention Active (Puy-de-Dôme), since April 2016.

#include "maintien/protocol/built_in/common_core.hpp"
#include "maintien/protocol/difference.hpp"

namespace maintien {
namespace detail {

/// AIST La Prévention Active as what differs from the core.
constexpr Protocol build_aist63_cme() {
    Protocol cell = variant_of(common_core, "aist63_cme", 1, make_day(2016, 4, 1));
    cell.title = {"Cellule de maintien en emploi, AIST La Prévention Active", "Job-retention cell, AIST La Prévention Active"};
    auto& entry = row_to_change(cell, "entry");
    entry.from = {{Stage::contacted, Stage::qualified}};
    entry.source = aist63_source;
    cell.expected = {expects_same_day("plan_after_appointment", Event::appointment,
                                      when(Attribute::appointment_state, CodeSet<AppointmentState>{AppointmentState::held}),
                                      Event::action_plan, "AIST La Prévention Active, six étapes : après chaque rendez-vous, un plan d'actions")};
    cell.follow_up.horizons = {12};
    cell.recommendations = Recommendations::opt_in;
    cell.relaxes = {{"entry", "la cellule ne nomme pas d'entretien de qualification : un dossier entre dès le premier contact"},
                    {"follow_up", "aucune échéance de suivi n'est nommée : 12 mois par décision"}};
    return indexed(cell);
}

}  // namespace detail

/// The cell of AIST La Prévention Active, version 1: six steps, an action plan after every appointment.
inline constexpr Protocol aist63_cme = detail::build_aist63_cme();

}  // namespace maintien

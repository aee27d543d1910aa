#pragma once
/// @file
/// `common_core/1`: the pathway all cells share.

#include "maintien/protocol/protocol.hpp"
#include "maintien/vocabulary/appointment_state.hpp"
#include "maintien/vocabulary/decision.hpp"
#include "maintien/vocabulary/measure.hpp"

namespace maintien {
namespace detail {

/// Where the rules of the common core come from.
inline constexpr RuleSource core_source = "séminaire régional du 12 novembre 2020 ; tronc commun des cellules";
inline constexpr RuleSource aist63_source = "AIST La Prévention Active, séminaire du 12 novembre 2020";
inline constexpr RuleSource ast_btp_source = "AST BTP de l'Ain, séminaire du 12 novembre 2020";
inline constexpr RuleSource decided_source = "décision de maintien";

/// The open stages after the first contact.
inline constexpr CodeSet<Stage> after_contact{Stage::contacted, Stage::qualified, Stage::in_support, Stage::suspended};
/// The stages of a file at work: an action plan may be written.
inline constexpr CodeSet<Stage> at_work{Stage::contacted, Stage::qualified, Stage::in_support};
/// The open stages of a file that has not entered; a suspended one may have or not.
inline constexpr CodeSet<Stage> before_entry{Stage::referred, Stage::contacted, Stage::qualified, Stage::suspended};
/// The open stages of an entered file.
inline constexpr CodeSet<Stage> entered{Stage::in_support, Stage::suspended};
/// Outcomes after which nobody is followed: the exit closes the file.
inline constexpr CodeSet<Outcome> closing_outcomes{Outcome::death, Outcome::retirement, Outcome::transferred};
/// All other outcomes.
constexpr CodeSet<Outcome> followed_outcomes() {
    auto all = all_codes<Outcome>();
    all.bits &= ~closing_outcomes.bits;
    return all;
}

using CoreRows = FixedList<Transition, 48>;

/// How a case comes in and is got in touch with.
constexpr void add_referral_rows(CoreRows& rows) {
    const Guard agreed = needs_consent(ConsentScope::referral);
    rows.push_back({"referral", Event::referral, {}, {{}, true}, to(Stage::referred), {agreed}, core_source});
    rows.push_back({"referral_after_contact", Event::referral, {}, {{Stage::contacted}}, to(Stage::contacted),
                    {not_after(Milestone::referral), agreed}, core_source});
    rows.push_back({"reopening", Event::reopening, {},
                    {{Stage::declined, Stage::redirected, Stage::exited, Stage::closed}}, to(Stage::contacted), {agreed}, core_source});
    rows.push_back({"first_contact", Event::first_contact, {}, {{Stage::referred}, true}, to(Stage::contacted), {}, aist63_source});
    rows.push_back({"contact_attempt", Event::contact_attempt, {}, {open_stages | CodeSet<Stage>{Stage::exited}}, same_stage, {}, core_source});
    rows.push_back({"team_review", Event::team_review, {}, {open_stages | CodeSet<Stage>{Stage::exited}}, same_stage, {}, core_source});
}

/// Appointments: the first one held is a contact.
constexpr void add_appointment_rows(CoreRows& rows) {
    const CodeSet<AppointmentState> held{AppointmentState::held};
    const CodeSet<AppointmentState> other{AppointmentState::planned, AppointmentState::missed, AppointmentState::cancelled};
    rows.push_back({"appointment_first_held", Event::appointment, when(Attribute::appointment_state, held),
                    {{Stage::referred}}, to(Stage::contacted), {}, core_source});
    rows.push_back({"appointment_held", Event::appointment, when(Attribute::appointment_state, held),
                    {after_contact | CodeSet<Stage>{Stage::exited}}, same_stage, {}, core_source});
    rows.push_back({"appointment", Event::appointment, when(Attribute::appointment_state, other),
                    {open_stages | CodeSet<Stage>{Stage::exited}}, same_stage, {}, core_source});
}

/// The qualification interview, the entry and the refusals.
constexpr void add_entry_rows(CoreRows& rows) {
    const StageSet from{{Stage::referred, Stage::contacted}};
    const CodeSet<Decision> accepted{Decision::accepted}, deferred{Decision::deferred};
    const CodeSet<Decision> turned_away{Decision::redirected, Decision::not_eligible};
    rows.push_back({"interview_accepted", Event::qualification_interview, when(Attribute::decision, accepted), from,
                    to(Stage::qualified), {after(Milestone::referral)}, ast_btp_source});
    rows.push_back({"interview_deferred", Event::qualification_interview, when(Attribute::decision, deferred), from,
                    to(Stage::contacted), {}, ast_btp_source});
    rows.push_back({"interview_redirected", Event::qualification_interview, when(Attribute::decision, turned_away), from,
                    to(Stage::redirected), {}, ast_btp_source});
    rows.push_back({"entry", Event::entry, {}, {{Stage::qualified}}, to(Stage::in_support), {after(Milestone::referral)}, core_source});
    rows.push_back({"refusal", Event::refusal, {}, {before_entry}, to(Stage::declined), {not_after(Milestone::entry)}, core_source});
    rows.push_back({"withdrawal", Event::refusal, {}, {entered}, to(Stage::exited), {after(Milestone::entry)}, core_source});
}

/// The guards of an action: its plan, its recipients, the employer, the supervised trial.
constexpr FixedList<Guard, 12> action_guards() {
    const auto to_employer = when(Attribute::actor, CodeSet<Actor>{Actor::employer});
    const auto meeting = when(Attribute::measure, CodeSet<Measure>{Measure::employer_meeting});
    const auto trial = when(Attribute::measure, CodeSet<Measure>{Measure::supervised_trial});
    const auto physician = Actor::occupational_physician;
    return {after(Milestone::plan),
            needs_consent_by_recipient(),
            needs_consent(ConsentScope::employer_contact, Actor::worker, to_employer),
            needs_consent_unless_by(ConsentScope::employer_contact, physician, physician, to_employer),
            needs_consent(ConsentScope::employer_contact, Actor::worker, meeting),
            needs_consent_unless_by(ConsentScope::employer_contact, physician, physician, meeting),
            needs_sick_leave(trial),
            needs_consent(ConsentScope::supervised_trial, Actor::general_practitioner, trial),
            needs_consent(ConsentScope::supervised_trial, Actor::insurance_physician, trial),
            needs_consent(ConsentScope::supervised_trial, physician, trial)};
}

/// The support: plan, actions, employer, partners, pauses.
constexpr void add_support_rows(CoreRows& rows) {
    const auto outgoing = when(Attribute::incoming, false);
    const auto physician = Actor::occupational_physician;
    rows.push_back({"action_plan", Event::action_plan, {}, {at_work}, same_stage, {}, aist63_source});
    rows.push_back({"action", Event::action, {}, {after_contact}, same_stage, action_guards(), core_source});
    rows.push_back({"employer_contact", Event::employer_contact, {}, {after_contact}, same_stage,
                    {needs_consent(ConsentScope::employer_contact, Actor::worker, outgoing),
                     needs_consent_unless_by(ConsentScope::employer_contact, physician, physician, outgoing)},
                    ast_btp_source});
    auto anywhere = all_codes<Stage>();
    anywhere.bits &= ~CodeSet<Stage>{Stage::closed}.bits;
    rows.push_back({"relay", Event::relay, {}, {anywhere}, same_stage, {needs_consent_by_recipient()}, aist63_source});
    rows.push_back({"suspension", Event::suspension, {}, {{Stage::referred, Stage::contacted, Stage::qualified, Stage::in_support}},
                    to(Stage::suspended), {}, core_source});
    rows.push_back({"resumption", Event::resumption, {}, {{Stage::suspended}}, {MoveKind::before, {}}, {}, core_source});
}

/// How an episode ends, and the follow-up.
constexpr void add_exit_rows(CoreRows& rows) {
    const auto positive = when(Attribute::outcome, outcomes_with(default_outcomes(), Polarity::positive));
    rows.push_back({"outcome", Event::outcome, when(Attribute::outcome, followed_outcomes()), {entered}, to(Stage::exited),
                    {after(Milestone::entry), after(Milestone::plan, positive)}, core_source});
    rows.push_back({"outcome_closing", Event::outcome, when(Attribute::outcome, closing_outcomes), {entered}, to(Stage::closed),
                    {after(Milestone::entry)}, core_source});
    rows.push_back({"outcome_before_entry", Event::outcome, {}, {before_entry}, to(Stage::closed), {not_after(Milestone::entry)}, core_source});
    rows.push_back({"outcome_of_refusal", Event::outcome, {}, {{Stage::declined}}, to(Stage::declined), {not_after(Milestone::outcome)},
                    "AIST 43, séminaire du 12 novembre 2020"});
    rows.push_back({"follow_up", Event::follow_up, {}, any_stage, same_stage, {needs_anchor()}, core_source});
}

/// Facts that may be recorded at any stage.
constexpr void add_free_rows(CoreRows& rows) {
    rows.push_back({"sick_leave", Event::sick_leave, {}, any_stage, same_stage, {}, core_source});
    rows.push_back({"visit", Event::visit, {}, any_stage, same_stage, {}, core_source});
    rows.push_back({"unfitness_opinion", Event::unfitness_opinion, {}, any_stage, same_stage, {}, core_source});
    rows.push_back({"consent", Event::consent, {}, any_stage, same_stage, {}, core_source});
    rows.push_back({"amendment", Event::amendment, {}, any_stage, same_stage, {}, core_source});
}

/// The whole core, built row by row.
constexpr Protocol build_common_core() {
    Protocol core;
    core.name = "common_core";
    core.title = {"Tronc commun des cellules de maintien en emploi", "Common core of job-retention cells"};
    core.valid_from = make_day(2014, 1, 1);
    core.team = {Actor::occupational_physician, Actor::occupational_nurse, Actor::field_assistant, Actor::case_manager,
                 Actor::coordinator, Actor::referent_physician, Actor::social_worker, Actor::ergonomist,
                 Actor::prevention_specialist, Actor::psychologist, Actor::assistant};
    add_referral_rows(core.transitions);
    add_appointment_rows(core.transitions);
    add_entry_rows(core.transitions);
    add_support_rows(core.transitions);
    add_exit_rows(core.transitions);
    add_free_rows(core.transitions);
    core.time_limits = {
        {"contact_within_15_days", Milestone::referral, Milestone::contact, 15, LimitUnit::days, true, Actor::worker, aist63_source,
         {"Le salarié contacte la cellule", "The worker contacts the cell"}},
        {"interview_within_30_days", Milestone::contact, Milestone::interview, 30, LimitUnit::days, true, Actor::case_manager,
         decided_source, {"Entretien de qualification", "Qualification interview"}}};
    core.follow_up = {.horizons = {12, 24}, .except = closing_outcomes};
    return indexed(core);
}

}  // namespace detail

/// The pathway all cells share, version 1: what every variant is measured against.
inline constexpr Protocol common_core = detail::build_common_core();

}  // namespace maintien

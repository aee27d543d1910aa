#pragma once
/// @file
/// What can happen in a case.

#include <array>
#include <cstdint>
#include <string_view>

#include "maintien/vocabulary/code_list.hpp"

namespace maintien {

/// What can happen in a case, in the canonical order of one day: the earlier in this list comes first.
/// One exception: a reopening or a referral that meets an episode ending that very day comes right after the ending
/// event.
enum class Event : std::uint8_t {
    sick_leave,               ///< started, extended or ended
    visit,                    ///< of the occupational physician or nurse
    unfitness_opinion,        ///< in French: avis d'inaptitude
    consent,                  ///< given, refused or withdrawn
    reopening,                ///< starts a new episode of an ended case
    referral,                 ///< the physician's form reaches the cell
    contact_attempt,          ///< the cell tried, nobody answered
    first_contact,            ///< the worker calls the cell, or the cell reaches the worker
    appointment,              ///< in French: rendez-vous
    qualification_interview,  ///< in French: entretien de qualification
    entry,                    ///< the file is opened
    refusal,                  ///< before entry the case is declined, after it the worker withdraws
    action_plan,              ///< in French: plan d'action
    action,                   ///< one measure of the plan
    employer_contact,         ///< in French: contact avec l'employeur
    relay,                    ///< in French: relais à un partenaire
    team_review,              ///< the team discusses the file
    suspension,               ///< in French: suspension
    resumption,               ///< back to the stage before the suspension
    outcome,                  ///< how the episode ends
    follow_up,                ///< 12 or 24 months after the exit
    amendment                 ///< replaces or withdraws an entry of the file
};

template <>
inline constexpr std::string_view list_name_of<Event> = "event";

template <>
inline constexpr auto terms_of<Event> = std::to_array<Term<Event>>({
    {Event::sick_leave, "sick_leave", "arrêt de travail", "sick leave"},
    {Event::visit, "visit", "visite médicale", "medical visit"},
    {Event::unfitness_opinion, "unfitness_opinion", "avis d'inaptitude", "opinion of unfitness"},
    {Event::consent, "consent", "consentement", "consent"},
    {Event::reopening, "reopening", "réouverture", "reopening"},
    {Event::referral, "referral", "signalement", "referral"},
    {Event::contact_attempt, "contact_attempt", "tentative de contact", "contact attempt"},
    {Event::first_contact, "first_contact", "premier contact", "first contact"},
    {Event::appointment, "appointment", "rendez-vous", "appointment"},
    {Event::qualification_interview, "qualification_interview", "entretien de qualification",
     "qualification interview"},
    {Event::entry, "entry", "entrée dans la cellule", "entry in the cell"},
    {Event::refusal, "refusal", "refus", "refusal"},
    {Event::action_plan, "action_plan", "plan d'action", "action plan"},
    {Event::action, "action", "action", "action"},
    {Event::employer_contact, "employer_contact", "contact avec l'employeur", "contact with the employer"},
    {Event::relay, "relay", "relais à un partenaire", "relay to a partner"},
    {Event::team_review, "team_review", "réunion d'équipe", "team review"},
    {Event::suspension, "suspension", "suspension", "suspension"},
    {Event::resumption, "resumption", "reprise de l'accompagnement", "resumption"},
    {Event::outcome, "outcome", "sortie", "outcome"},
    {Event::follow_up, "follow_up", "suivi", "follow-up"},
    {Event::amendment, "amendment", "rectification", "amendment"},
});
static_assert(well_formed(terms_of<Event>));

}  // namespace maintien

#pragma once
/// @file
/// Attributes: what may be said of an event or of a case, by name.

#include <cstdint>

#include "maintien/vocabulary/code_list.hpp"

namespace maintien {

/// The name of something said on an event: first the case attributes, then `by`, then the attributes of single events.
enum class Attribute : std::uint8_t {
    worker,  ///< worker (pseudonym)
    centre,  ///< centre
    physician,  ///< occupational physician (pseudonym)
    manager,  ///< case manager (pseudonym)
    employer,  ///< employer (pseudonym)
    sex,  ///< sex
    birth_year,  ///< year of birth
    sector,  ///< sector (NAF section)
    workforce,  ///< workforce of the company
    occupation,  ///< occupation
    disabled_worker,  ///< recognised disabled worker
    by,  ///< by
    leave_state,  ///< state of the sick leave
    leave_cause,  ///< cause of the sick leave
    until,  ///< until (inclusive)
    visit_kind,  ///< kind of visit
    examination,  ///< examination
    redeployment_possible,  ///< redeployment possible
    scope,  ///< scope of the consent
    state,  ///< state of the consent
    party,  ///< who consents
    partner,  ///< partner
    reopening_reason,  ///< reason of the reopening
    origin,  ///< origin of the referral
    cause,  ///< cause
    nature,  ///< nature
    consent,  ///< consent to the referral
    on_sick_leave,  ///< on sick leave
    sick_leave_since,  ///< on sick leave since
    notified_on,  ///< notified on
    linked_case,  ///< linked case
    channel,  ///< channel
    appointment_state,  ///< state of the appointment
    appointment,  ///< number of the appointment
    day,  ///< day of the appointment
    starts,  ///< start time
    ends,  ///< end time
    in_working_time,  ///< in working time
    decision,  ///< decision
    needs,  ///< needs
    orientation,  ///< orientation
    refusal_reason,  ///< reason of the refusal
    aspect,  ///< aspect of the plan
    measure,  ///< measure
    progress,  ///< progress
    actor,  ///< actor
    due,  ///< due day
    starts_on,  ///< starts on
    ends_on,  ///< ends on
    audience,  ///< who may know
    incoming,  ///< incoming
    relay_state,  ///< state of the relay
    suspension_reason,  ///< reason of the suspension
    outcome,  ///< outcome
    answer,  ///< answer
    horizon,  ///< horizon (months)
    attempt,  ///< attempt
    amends,  ///< amends
    withdraw,  ///< withdraw
    entry  ///< replacing entry
};

template <>
inline constexpr std::string_view list_name_of<Attribute> = "attribute";

template <>
inline constexpr auto terms_of<Attribute> = std::to_array<Term<Attribute>>({
    {Attribute::worker, "worker", "salarié (pseudonyme)", "worker (pseudonym)"},
    {Attribute::centre, "centre", "centre", "centre"},
    {Attribute::physician, "physician", "médecin du travail (pseudonyme)", "occupational physician (pseudonym)"},
    {Attribute::manager, "manager", "chargé de maintien (pseudonyme)", "case manager (pseudonym)"},
    {Attribute::employer, "employer", "employeur (pseudonyme)", "employer (pseudonym)"},
    {Attribute::sex, "sex", "sexe", "sex"},
    {Attribute::birth_year, "birth_year", "année de naissance", "year of birth"},
    {Attribute::sector, "sector", "secteur (section NAF)", "sector (NAF section)"},
    {Attribute::workforce, "workforce", "effectif de l'entreprise", "workforce of the company"},
    {Attribute::occupation, "occupation", "profession", "occupation"},
    {Attribute::disabled_worker, "disabled_worker", "travailleur handicapé reconnu", "recognised disabled worker"},
    {Attribute::by, "by", "par", "by"},
    {Attribute::leave_state, "leave_state", "état de l'arrêt", "state of the sick leave"},
    {Attribute::leave_cause, "leave_cause", "cause de l'arrêt", "cause of the sick leave"},
    {Attribute::until, "until", "jusqu'au (inclus)", "until (inclusive)"},
    {Attribute::visit_kind, "visit_kind", "nature de la visite", "kind of visit"},
    {Attribute::examination, "examination", "examen", "examination"},
    {Attribute::redeployment_possible, "redeployment_possible", "reclassement possible", "redeployment possible"},
    {Attribute::scope, "scope", "objet du consentement", "scope of the consent"},
    {Attribute::state, "state", "état du consentement", "state of the consent"},
    {Attribute::party, "party", "qui consent", "who consents"},
    {Attribute::partner, "partner", "partenaire", "partner"},
    {Attribute::reopening_reason, "reopening_reason", "motif de réouverture", "reason of the reopening"},
    {Attribute::origin, "origin", "origine du signalement", "origin of the referral"},
    {Attribute::cause, "cause", "cause", "cause"},
    {Attribute::nature, "nature", "nature", "nature"},
    {Attribute::consent, "consent", "accord au signalement", "consent to the referral"},
    {Attribute::on_sick_leave, "on_sick_leave", "en arrêt de travail", "on sick leave"},
    {Attribute::sick_leave_since, "sick_leave_since", "en arrêt depuis", "on sick leave since"},
    {Attribute::notified_on, "notified_on", "informé le", "notified on"},
    {Attribute::linked_case, "linked_case", "dossier lié", "linked case"},
    {Attribute::channel, "channel", "canal", "channel"},
    {Attribute::appointment_state, "appointment_state", "état du rendez-vous", "state of the appointment"},
    {Attribute::appointment, "appointment", "numéro du rendez-vous", "number of the appointment"},
    {Attribute::day, "day", "jour du rendez-vous", "day of the appointment"},
    {Attribute::starts, "starts", "heure de début", "start time"},
    {Attribute::ends, "ends", "heure de fin", "end time"},
    {Attribute::in_working_time, "in_working_time", "sur le temps de travail", "in working time"},
    {Attribute::decision, "decision", "décision", "decision"},
    {Attribute::needs, "needs", "besoins", "needs"},
    {Attribute::orientation, "orientation", "orientation", "orientation"},
    {Attribute::refusal_reason, "refusal_reason", "motif de refus", "reason of the refusal"},
    {Attribute::aspect, "aspect", "volet du plan", "aspect of the plan"},
    {Attribute::measure, "measure", "mesure", "measure"},
    {Attribute::progress, "progress", "avancement", "progress"},
    {Attribute::actor, "actor", "intervenant", "actor"},
    {Attribute::due, "due", "échéance", "due day"},
    {Attribute::starts_on, "starts_on", "débute le", "starts on"},
    {Attribute::ends_on, "ends_on", "se termine le", "ends on"},
    {Attribute::audience, "audience", "qui peut savoir", "who may know"},
    {Attribute::incoming, "incoming", "appel reçu", "incoming"},
    {Attribute::relay_state, "relay_state", "état du relais", "state of the relay"},
    {Attribute::suspension_reason, "suspension_reason", "motif de suspension", "reason of the suspension"},
    {Attribute::outcome, "outcome", "résultat", "outcome"},
    {Attribute::answer, "answer", "réponse", "answer"},
    {Attribute::horizon, "horizon", "échéance du suivi (mois)", "horizon (months)"},
    {Attribute::attempt, "attempt", "numéro de relance", "attempt"},
    {Attribute::amends, "amends", "rectifie", "amends"},
    {Attribute::withdraw, "withdraw", "retire", "withdraw"},
    {Attribute::entry, "entry", "nouvelle inscription", "replacing entry"},
});
static_assert(well_formed(terms_of<Attribute>));

/// Whether an attribute describes the case rather than one event.
constexpr bool describes_the_case(Attribute attribute) { return attribute < Attribute::by; }

}  // namespace maintien

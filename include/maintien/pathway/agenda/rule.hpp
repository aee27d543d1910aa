#pragma once
/// @file
/// What an agenda speaks of: one table gives each rule its words, who acts, and where it comes from.

#include <array>
#include <cstdint>

#include "maintien/protocol/source.hpp"
#include "maintien/vocabulary/actor.hpp"
#include "maintien/vocabulary/code_list.hpp"

namespace maintien {

/// The parts of an agenda, in the order in which a coordinator reads it on Monday morning.
enum class AgendaPart : std::uint8_t {
    diary,       ///< appointments, by centre
    to_ring,     ///< workers who did not come, or have not been in touch
    steps,       ///< interviews, plans, actions and other steps that are owed
    endings,     ///< leaves, trials, part-time work and consents that end
    visits,      ///< medical visits possible or due
    relays,      ///< partners who have not answered
    follow_ups,  ///< follow-up windows, by channel
    dormant,     ///< files in which nothing happens
    team         ///< caseload, duplicates, targets
};

template <>
inline constexpr std::string_view list_name_of<AgendaPart> = "agenda_part";

template <>
inline constexpr auto terms_of<AgendaPart> = std::to_array<Term<AgendaPart>>({
    {AgendaPart::diary, "diary", "Rendez-vous, par centre", "Appointments, by centre"},
    {AgendaPart::to_ring, "to_ring", "À appeler", "To ring"},
    {AgendaPart::steps, "steps", "Étapes attendues", "Steps that are owed"},
    {AgendaPart::endings, "endings", "Ce qui se termine", "What ends"},
    {AgendaPart::visits, "visits", "Visites médicales possibles ou dues", "Medical visits possible or due"},
    {AgendaPart::relays, "relays", "Relais sans réponse", "Relays unanswered"},
    {AgendaPart::follow_ups, "follow_ups", "Suivis après la sortie, par canal", "Follow-ups after the exit, by channel"},
    {AgendaPart::dormant, "dormant", "Dossiers dormants", "Dormant files"},
    {AgendaPart::team, "team", "Équipe : charge, doublons, objectifs", "Team: caseload, duplicates, targets"},
});
static_assert(well_formed(terms_of<AgendaPart>));

/// The rules of the agenda that every protocol has; its time limits and targets come beside them, under their own names.
enum class AgendaRule : std::uint8_t {
    appointment,                   ///< on its day
    no_show,                       ///< the first working day after
    plan_after_appointment,        ///< the day of the appointment
    deferred_interview,            ///< as long after the deferral as the interview limit of the protocol
    action_due,                    ///< the day the plan names
    file_to_close,                 ///< the day the death became known to the file
    sick_leave_ending,             ///< its last prescribed day
    supervised_trial_ending,       ///< its last day
    supervised_trial_limit,        ///< the last day the law allows
    therapeutic_part_time_ending,  ///< its last day
    retraining_ending,             ///< its last day
    retraining_limit,              ///< the last day the law allows
    consent_ending,                ///< its last day
    pre_return_visit,              ///< before the leave ends
    return_visit,                  ///< eight days after the return at the latest
    relay_unanswered,              ///< 30 days after it was sent
    follow_up,                     ///< the exit day plus the horizon
    dormant_30_days,               ///< 30 days after the last event
    dormant_60_days,               ///< 60 days after the last event
    caseload,                      ///< no day: how many files a manager holds
    duplicate                      ///< no day: one worker, two open files
};

/// One line of the table: the words of a rule, its part of the agenda, who acts, and where it comes from.
struct AgendaRuleTerm : Term<AgendaRule> {
    AgendaPart part;    ///< the part of the agenda
    Actor who;          ///< who acts
    RuleSource source;  ///< where the rule comes from
    Text day;           ///< how its day is worked out
};

template <>
inline constexpr std::string_view list_name_of<AgendaRule> = "agenda_rule";

namespace detail {

inline constexpr RuleSource agenda_decided = "décision de maintien", agenda_of_aist63 = "AIST La Prévention Active, séminaire du 12 novembre 2020",
                            agenda_of_file = "le dossier lui-même", of_return = "Code du travail, R4624-31", of_pre_return = "Code du travail, R4624-29",
                            of_trial = "Code de la sécurité sociale, D323-6 et suivants", of_retraining = "Code du travail, R5213-15 et suivants";

}  // namespace detail

template <>
inline constexpr auto terms_of<AgendaRule> = std::to_array<AgendaRuleTerm>({
    {{AgendaRule::appointment, "appointment", "Rendez-vous", "Appointment"}, AgendaPart::diary, Actor::case_manager, detail::agenda_of_file,
     {"le jour du rendez-vous ; en retard tant que son issue n'est pas notée", "the day of the appointment; late as long as nobody noted what became of it"}},
    {{AgendaRule::no_show, "no_show", "Absent au rendez-vous : rappeler", "Missed the appointment: ring"}, AgendaPart::to_ring, Actor::case_manager, detail::agenda_decided,
     {"le premier jour ouvrable après l'absence ; levé par tout échange ou tentative", "the first working day after; lifted by any contact or attempt"}},
    {{AgendaRule::plan_after_appointment, "plan_after_appointment", "Plan d'action à écrire après le rendez-vous", "Action plan to be written after the appointment"}, AgendaPart::steps, Actor::case_manager, detail::agenda_of_aist63,
     {"le jour du rendez-vous tenu ; seulement si le protocole demande un plan avant une issue positive", "the day of the appointment held; only where the protocol asks for a plan before a positive outcome"}},
    {{AgendaRule::deferred_interview, "deferred_interview", "Entretien de qualification à reprendre", "Qualification interview to be held again"}, AgendaPart::steps, Actor::case_manager, detail::agenda_decided,
     {"le délai d'entretien du protocole, compté depuis l'entretien ajourné", "the protocol's interview limit, counted from the deferred interview"}},
    {{AgendaRule::action_due, "action_due", "Action à mener", "Action to be done"}, AgendaPart::steps, Actor::case_manager, detail::agenda_of_file,
     {"l'échéance notée dans l'action", "the due day noted in the action"}},
    {{AgendaRule::file_to_close, "file_to_close", "Décès connu : clore le dossier, n'écrire à personne", "Death known: close the file, write to nobody"}, AgendaPart::steps, Actor::case_manager, detail::agenda_decided,
     {"le jour où le décès est noté", "the day the death was noted"}},
    {{AgendaRule::sick_leave_ending, "sick_leave_ending", "Fin de l'arrêt de travail", "End of the sick leave"}, AgendaPart::endings, Actor::case_manager, detail::agenda_of_file,
     {"le dernier jour prescrit", "the last prescribed day"}},
    {{AgendaRule::supervised_trial_ending, "supervised_trial_ending", "Fin de l'essai encadré", "End of the supervised trial"}, AgendaPart::endings, Actor::case_manager, detail::agenda_of_file,
     {"le dernier jour noté", "the last day noted"}},
    {{AgendaRule::supervised_trial_limit, "supervised_trial_limit", "Essai encadré : durée maximale", "Supervised trial: longest duration"}, AgendaPart::endings, Actor::occupational_physician, detail::of_trial,
     {"14 jours ouvrables, 28 au total ; seulement sans fin notée ou au-delà", "14 working days, 28 in total; only without a noted end, or beyond it"}},
    {{AgendaRule::therapeutic_part_time_ending, "therapeutic_part_time_ending", "Fin du temps partiel thérapeutique", "End of the therapeutic part-time work"}, AgendaPart::endings, Actor::case_manager, detail::agenda_of_file,
     {"le dernier jour noté", "the last day noted"}},
    {{AgendaRule::retraining_ending, "retraining_ending", "Fin de la rééducation en entreprise (CRPE)", "End of the retraining in the company (CRPE)"}, AgendaPart::endings, Actor::case_manager, detail::agenda_of_file,
     {"le dernier jour noté", "the last day noted"}},
    {{AgendaRule::retraining_limit, "retraining_limit", "Rééducation en entreprise (CRPE) : durée maximale", "Retraining in the company (CRPE): longest duration"}, AgendaPart::endings, Actor::case_manager, detail::of_retraining,
     {"18 mois ; seulement sans fin notée ou au-delà", "18 months; only without a noted end, or beyond it"}},
    {{AgendaRule::consent_ending, "consent_ending", "Fin du consentement", "End of the consent"}, AgendaPart::endings, Actor::case_manager, detail::agenda_of_file,
     {"son dernier jour", "its last day"}},
    {{AgendaRule::pre_return_visit, "pre_return_visit", "Visite de préreprise possible", "Pre-return visit possible"}, AgendaPart::visits, Actor::occupational_physician, detail::of_pre_return,
     {"avant la fin de l'arrêt, quand elle est connue", "before the leave ends, when its end is known"}},
    {{AgendaRule::return_visit, "return_visit", "Visite de reprise", "Return visit"}, AgendaPart::visits, Actor::occupational_physician, detail::of_return,
     {"le jour de la reprise, au plus tard huit jours après", "the day of return, eight days after it at the latest"}},
    {{AgendaRule::relay_unanswered, "relay_unanswered", "Relais sans réponse", "Relay unanswered"}, AgendaPart::relays, Actor::case_manager, detail::agenda_decided,
     {"30 jours après l'envoi", "30 days after it was sent"}},
    {{AgendaRule::follow_up, "follow_up", "Suivi après la sortie", "Follow-up after the exit"}, AgendaPart::follow_ups, Actor::case_manager, "les échéances de suivi du protocole",
     {"la sortie plus l'échéance en mois ; la fenêtre du protocole autour", "the exit plus the horizon in months; the protocol's window around it"}},
    {{AgendaRule::dormant_30_days, "dormant_30_days", "Aucun événement depuis 30 jours", "No event for 30 days"}, AgendaPart::dormant, Actor::case_manager, detail::agenda_decided,
     {"30 jours après le dernier événement ; jamais pendant une suspension", "30 days after the last event; never during a suspension"}},
    {{AgendaRule::dormant_60_days, "dormant_60_days", "Aucun événement depuis 60 jours", "No event for 60 days"}, AgendaPart::dormant, Actor::coordinator, detail::agenda_decided,
     {"60 jours après le dernier événement ; jamais pendant une suspension", "60 days after the last event; never during a suspension"}},
    {{AgendaRule::caseload, "caseload", "Dossiers en cours", "Files under way"}, AgendaPart::team, Actor::coordinator, detail::agenda_of_file,
     {"aucun jour", "no day"}},
    {{AgendaRule::duplicate, "duplicate", "Même salarié, plusieurs dossiers en cours", "Same worker, several files under way"}, AgendaPart::team, Actor::coordinator, detail::agenda_of_file,
     {"aucun jour", "no day"}},
});
static_assert(well_formed(terms_of<AgendaRule>));

}  // namespace maintien

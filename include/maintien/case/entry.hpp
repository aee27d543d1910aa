#pragma once
/// @file
/// Entries: one line of a case file.

#include <optional>
#include <variant>

#include "maintien/case/action.hpp"
#include "maintien/case/action_plan.hpp"
#include "maintien/case/amendment.hpp"
#include "maintien/case/appointment.hpp"
#include "maintien/case/case_attributes.hpp"
#include "maintien/case/consent.hpp"
#include "maintien/case/contact.hpp"
#include "maintien/case/entry_into_cell.hpp"
#include "maintien/case/follow_up.hpp"
#include "maintien/case/outcome_record.hpp"
#include "maintien/case/qualification_interview.hpp"
#include "maintien/case/referral.hpp"
#include "maintien/case/refusal.hpp"
#include "maintien/case/relay.hpp"
#include "maintien/case/reopening.hpp"
#include "maintien/case/sick_leave.hpp"
#include "maintien/case/suspension.hpp"
#include "maintien/case/team_review.hpp"
#include "maintien/case/unfitness_opinion.hpp"
#include "maintien/case/visit.hpp"
#include "maintien/vocabulary/actor.hpp"
#include "maintien/vocabulary/day.hpp"
#include "maintien/vocabulary/event.hpp"

namespace maintien {

/// What happened: one kind of fact for each event, in the order of the events.
using Fact = std::variant<SickLeave, Visit, UnfitnessOpinion, Consent, Reopening, Referral, ContactAttempt, FirstContact,
                          Appointment, QualificationInterview, EntryIntoCell, Refusal, ActionPlan, Action, EmployerContact,
                          Relay, TeamReview, Suspension, Resumption, OutcomeRecord, FollowUp, Amendment>;
static_assert(std::variant_size_v<Fact> == count_of<Event>);

/// One line of a case file: what happened, on which civil day, and when it became known.
struct Entry {
    Day on{};                       ///< the day it happened (for a planned appointment, the day it was booked)
    Fact fact{};                    ///< what happened
    Day recorded_on{};              ///< the day it became known; the same day when absent
    EntryId id{};                   ///< needed only to be amended
    std::optional<Actor> by{};      ///< who acted
    CaseAttributes about{};         ///< what the entry says about the case
};

/// The event an entry records.
inline Event event_of(const Entry& entry) { return static_cast<Event>(entry.fact.index()); }

}  // namespace maintien

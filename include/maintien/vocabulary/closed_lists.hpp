#pragma once
/// @file
/// All the closed lists of the field, to be walked one after the other.

#include <cstddef>

#include "maintien/vocabulary/actor.hpp"
#include "maintien/vocabulary/appointment_state.hpp"
#include "maintien/vocabulary/aspect.hpp"
#include "maintien/vocabulary/audience_role.hpp"
#include "maintien/vocabulary/case_attributes.hpp"
#include "maintien/vocabulary/cause.hpp"
#include "maintien/vocabulary/channel.hpp"
#include "maintien/vocabulary/code_list.hpp"
#include "maintien/vocabulary/consent_scope.hpp"
#include "maintien/vocabulary/decision.hpp"
#include "maintien/vocabulary/event.hpp"
#include "maintien/vocabulary/follow_up_answer.hpp"
#include "maintien/vocabulary/leave.hpp"
#include "maintien/vocabulary/letter.hpp"
#include "maintien/vocabulary/measure.hpp"
#include "maintien/vocabulary/origin.hpp"
#include "maintien/vocabulary/outcome.hpp"
#include "maintien/vocabulary/outreach.hpp"
#include "maintien/vocabulary/partner.hpp"
#include "maintien/vocabulary/reason.hpp"
#include "maintien/vocabulary/sector.hpp"

namespace maintien {

/// Several closed lists, one after the other.
template <ClosedList... Codes>
struct ListsOfCodes {
    static constexpr std::size_t count = sizeof...(Codes);  ///< how many lists there are
};

/// Every closed list of the field: the events, then the lists in the order the docs show them.
using ClosedLists =
    ListsOfCodes<Event, Origin, Actor, Cause, Nature, ConsentScope, ConsentState, Channel, Aspect, Orientation, Measure,
                 Progress, Partner, RelayState, Outcome, Family, Polarity, Answer, AnswerClass, RefusalReason,
                 SuspensionReason, ReopeningReason, ParticipantKind, OutreachKind, SourceDocument, LetterKind, Sex,
                 AgeBand, Sector, Workforce, Occupation, LeaveState, AppointmentState, Decision, AudienceRole>;

namespace detail {

/// Calls `act` for each of the lists.
template <class Act, ClosedList... Codes>
constexpr void for_each_of(ListsOfCodes<Codes...>, Act&& act) {
    (act.template operator()<Codes>(), ...);
}

}  // namespace detail

/// Calls `act` once for every closed list: `for_each_closed_list([]<ClosedList Code>() { … })`.
template <class Act>
constexpr void for_each_closed_list(Act&& act) {
    detail::for_each_of(ClosedLists{}, act);
}

}  // namespace maintien

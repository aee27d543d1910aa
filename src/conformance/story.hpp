#pragma once
// The story of one invented case while it is being told.

#include <initializer_list>
#include <optional>

#include "conformance/invented_case.hpp"
#include "maintien/vocabulary/actor.hpp"
#include "maintien/vocabulary/consent_scope.hpp"
#include "maintien/vocabulary/outcome.hpp"

namespace maintien::detail {

/// What is known while a case is told: days that have passed, consents that were given.
struct Story {
    const Protocol& protocol;
    const Simulation& simulation;
    NamePool& names;
    std::uint64_t case_number;
    Chance chance;
    InventedCase told{};

    Day referral{}, contact{}, entry{}, plan{}, exit{}, end{};
    Outcome outcome = Outcome::other_outcome;
    bool partners_agreed = false, insurance_agreed = false, employer_agreed = false;
    Day leave_from{}, leave_until{};
    int appointments = 0;
};

/// One thing said on an event.
template <ClosedList Code>
AttributeValue said(Attribute attribute, Code code) {
    return {attribute, static_cast<std::uint32_t>(index_of(code))};
}
inline AttributeValue said(Attribute attribute, Day day) { return {attribute, packed_day(day)}; }
inline AttributeValue said(Attribute attribute, bool yes) { return {attribute, yes ? 1u : 0u}; }
inline AttributeValue said(Attribute attribute, int number) { return {attribute, static_cast<std::uint32_t>(number)}; }

/// Adds an event to the story; what comes after the extraction is not in it, and is nothing.
PackedEntry* tell(Story& story, Event event, Day on, std::initializer_list<AttributeValue> attributes = {});

/// Until the first contact: sick leave, visit, referral, attempts. Gives the day of the contact, or none.
void tell_referral(Story& story);
void tell_contact(Story& story);
/// The interview and what comes of it: whether the file may enter.
bool tell_interview(Story& story, Day after);
/// Entry, plan, actions and everything up to the exit.
void tell_support(Story& story, Day after);
/// The exit and the follow-ups at the horizons of the protocol.
void tell_exit(Story& story);
/// What comes after the end: a new episode, corrections, slips of the pen.
void tell_return(Story& story);
void tell_corrections(Story& story);
void tell_slips(Story& story);

/// A plain consent of the worker, or of another party.
void tell_consent(Story& story, ConsentScope scope, ConsentState state, Day on, std::optional<Actor> party = std::nullopt);

/// An appointment, booked some days before; some are missed or cancelled and booked again.
Day tell_appointment(Story& story, Day after);

}  // namespace maintien::detail

#pragma once
/// @file
/// What an event chiefly says: its own code.

#include "maintien/vocabulary/attribute.hpp"
#include "maintien/vocabulary/event.hpp"

namespace maintien {

/// The attribute that is the event's own code: the bold one in docs/pathway.md, what a sick leave, a visit or an unfitness
/// opinion chiefly says; `by` for events without one.
constexpr Attribute code_attribute(Event event) {
    switch (event) {
        case Event::sick_leave: return Attribute::leave_state;
        case Event::visit: return Attribute::visit_kind;
        case Event::unfitness_opinion: return Attribute::examination;
        case Event::consent: return Attribute::scope;
        case Event::reopening: return Attribute::reopening_reason;
        case Event::referral: return Attribute::origin;
        case Event::appointment: return Attribute::appointment_state;
        case Event::qualification_interview: return Attribute::decision;
        case Event::refusal: return Attribute::refusal_reason;
        case Event::action_plan: return Attribute::aspect;
        case Event::action: return Attribute::measure;
        case Event::relay: return Attribute::partner;
        case Event::suspension: return Attribute::suspension_reason;
        case Event::outcome: return Attribute::outcome;
        case Event::follow_up: return Attribute::answer;
        case Event::contact_attempt:
        case Event::first_contact:
        case Event::employer_contact: return Attribute::channel;
        default: return Attribute::by;
    }
}

}  // namespace maintien

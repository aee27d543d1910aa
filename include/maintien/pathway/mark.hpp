#pragma once
/// @file
/// Marks: an event as the rules see it.

#include <cstdint>

#include "maintien/case/packed_entry.hpp"
#include "maintien/case/shape.hpp"
#include "maintien/vocabulary/own_code.hpp"

namespace maintien {

/// No code: the attribute is not given.
inline constexpr std::uint8_t no_code = 0xFF;

/// An entry as the rules see it, in 16 bytes: what no rule looks at is left out.
struct Mark {
    Day on{};                            ///< the day it happened
    Day until{};                         ///< last day of a consent or of a sick leave
    Event event = Event::referral;       ///< the event
    std::uint8_t code = no_code;         ///< the event's own code (outcome, measure, decision, scope …)
    std::uint8_t state = no_code;        ///< of a consent: given, refused or withdrawn; of an interview: its orientation; of an action: its progress, which only figures look at
    std::uint8_t actor = no_code;        ///< who consents, or who does an action
    std::uint8_t partner = no_code;      ///< the partner
    std::uint8_t by = no_code;           ///< who acted
    std::uint8_t horizon = 0;            ///< of a follow-up: months after the exit
    std::uint8_t flags = 0;              ///< see `MarkFlag`
};
static_assert(sizeof(Mark) == 16);

/// Yes-or-no facts of a mark.
enum MarkFlag : std::uint8_t {
    consent_given = 1,    ///< the referral says that the worker agreed
    consent_refused = 2,  ///< the referral says that the worker did not agree
    incoming_call = 4,    ///< the employer called
    about_the_case = 8    ///< the entry says something about the case itself
};

/// Whether a mark carries a flag.
constexpr bool has(const Mark& mark, MarkFlag flag) { return (mark.flags & flag) != 0; }

/// Whether the order of a day may look at the event's own code: only codes the table of events names as such, and lists are not codes.
constexpr bool has_own_code(Event event) {
    const Attribute attribute = code_attribute(event);
    return attribute != Attribute::by && shape_of(attribute).kind == ValueKind::code && event != Event::sick_leave && event != Event::visit;
}

/// Whether the event's own code is a list of codes; the mark then holds the set as bits.
constexpr bool has_own_list(Event event) { return shape_of(code_attribute(event)).kind == ValueKind::code_set; }

namespace detail {

/// Enters one attribute into a mark.
constexpr void note(Mark& mark, AttributeValue said) {
    const auto small = static_cast<std::uint8_t>(said.value);
    if (describes_the_case(said.attribute)) mark.flags |= about_the_case;
    if (said.attribute == code_attribute(mark.event)) mark.code = small;
    switch (said.attribute) {
        case Attribute::by: mark.by = small; break;
        case Attribute::state:
        case Attribute::progress:
        case Attribute::orientation: mark.state = small; break;
        case Attribute::party:
        case Attribute::actor: mark.actor = small; break;
        case Attribute::partner: mark.partner = small; break;
        case Attribute::horizon: mark.horizon = small; break;
        case Attribute::until: mark.until = unpacked_day(said.value); break;
        case Attribute::consent: mark.flags |= said.value != 0 ? consent_given : consent_refused; break;
        case Attribute::incoming:
            if (said.value != 0) mark.flags |= incoming_call;
            break;
        default: break;
    }
}

}  // namespace detail

/// The mark of an entry.
constexpr Mark mark_of(const EntryView& entry) {
    Mark mark;
    mark.on = entry.on;
    mark.event = entry.event;
    mark.code = no_code;
    for (const auto& said : entry.attributes) detail::note(mark, said);
    return mark;
}

}  // namespace maintien

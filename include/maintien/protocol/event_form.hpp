#pragma once
/// @file
/// Event forms: an event as the rules of a protocol tell one from another, without day and without names.

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "maintien/protocol/condition.hpp"
#include "maintien/vocabulary/actor.hpp"
#include "maintien/vocabulary/appointment_state.hpp"
#include "maintien/vocabulary/aspect.hpp"
#include "maintien/vocabulary/channel.hpp"
#include "maintien/vocabulary/consent_scope.hpp"
#include "maintien/vocabulary/decision.hpp"
#include "maintien/vocabulary/follow_up_answer.hpp"
#include "maintien/vocabulary/leave.hpp"
#include "maintien/vocabulary/measure.hpp"
#include "maintien/vocabulary/origin.hpp"
#include "maintien/vocabulary/outcome.hpp"
#include "maintien/vocabulary/own_code.hpp"
#include "maintien/vocabulary/partner.hpp"
#include "maintien/vocabulary/reason.hpp"

namespace maintien {

/// Nothing is said there.
inline constexpr std::uint8_t unsaid = 0xFF;

/// The places of an event form that conditions look at.
enum class FormSlot : std::uint8_t {
    code,     ///< the event's own code
    state,    ///< of a consent its state, of an interview its orientation
    actor,    ///< who consents, or who does an action
    partner,  ///< the partner; a relay's partner is its own code
    by,       ///< who acted
    incoming  ///< 1 when the employer called
};

/// How many things of an event rules can look at.
inline constexpr std::size_t slot_count = 6;

/// An event and the codes that rules look at, each by its position in its list.
struct EventForm {
    Event event = Event::referral;                                                  ///< the event
    std::array<std::uint8_t, slot_count> said{unsaid, unsaid, unsaid, unsaid, unsaid, unsaid};  ///< slot by slot

    /// What a slot says.
    constexpr std::uint8_t at(FormSlot slot) const { return said[static_cast<std::size_t>(slot)]; }
    /// What a slot says, to be changed.
    constexpr std::uint8_t& at(FormSlot slot) { return said[static_cast<std::size_t>(slot)]; }
    /// Whether a slot says a code.
    template <ClosedList Code>
    constexpr bool says(FormSlot slot, Code code) const {
        return at(slot) == index_of(code);
    }
    constexpr bool operator==(const EventForm&) const = default;
};

/// The slot in which an event says an attribute, or none: no rule can see it there.
constexpr std::optional<FormSlot> slot_of(Event event, Attribute attribute) {
    if (attribute == Attribute::by) return FormSlot::by;
    if (attribute == code_attribute(event)) return FormSlot::code;
    switch (attribute) {
        case Attribute::state: return event == Event::consent ? std::optional(FormSlot::state) : std::nullopt;
        case Attribute::party: return event == Event::consent ? std::optional(FormSlot::actor) : std::nullopt;
        case Attribute::orientation: return event == Event::qualification_interview ? std::optional(FormSlot::state) : std::nullopt;
        case Attribute::actor: return event == Event::action ? std::optional(FormSlot::actor) : std::nullopt;
        case Attribute::partner: return event == Event::action || event == Event::consent ? std::optional(FormSlot::partner) : std::nullopt;
        case Attribute::incoming: return event == Event::employer_contact ? std::optional(FormSlot::incoming) : std::nullopt;
        default: return std::nullopt;
    }
}

/// What a slot may say: the codes `first` to `last`, or nothing at all.
struct SlotRange {
    std::uint8_t first = 1;  ///< first code; beyond `last` when there is none
    std::uint8_t last = 0;   ///< last code
    bool optional = true;    ///< whether it may say nothing
};

namespace detail {

/// Every code of a list; it must be said.
template <ClosedList Code>
constexpr SlotRange any_of() {
    return {0, static_cast<std::uint8_t>(count_of<Code> - 1), false};
}

/// What an event's own code may be. A list of aspects is read as a number, as the engine reads it.
constexpr SlotRange code_slots(Event event) {
    switch (event) {
        case Event::sick_leave: return any_of<LeaveState>();
        case Event::visit: return {0, static_cast<std::uint8_t>(index_of(Origin::mid_career_visit)), false};
        case Event::referral: return any_of<Origin>();
        case Event::unfitness_opinion: return {1, 2, true};
        case Event::consent: return any_of<ConsentScope>();
        case Event::reopening: return any_of<ReopeningReason>();
        case Event::contact_attempt:
        case Event::first_contact:
        case Event::employer_contact: return any_of<Channel>();
        case Event::appointment: return any_of<AppointmentState>();
        case Event::qualification_interview: return any_of<Decision>();
        case Event::refusal: return any_of<RefusalReason>();
        case Event::action_plan: return {1, (1u << count_of<Aspect>) - 1, false};
        case Event::action: return any_of<Measure>();
        case Event::relay: return any_of<Partner>();
        case Event::suspension: return any_of<SuspensionReason>();
        case Event::outcome: return any_of<Outcome>();
        case Event::follow_up: return any_of<Answer>();
        default: return {};
    }
}

/// The same, for a slot that may stay empty.
constexpr SlotRange or_nothing(SlotRange range) {
    range.optional = true;
    return range;
}

}  // namespace detail

/// What a slot of an event may say.
constexpr SlotRange range_of(Event event, FormSlot slot) {
    switch (slot) {
        case FormSlot::code: return detail::code_slots(event);
        case FormSlot::by: return detail::or_nothing(detail::any_of<Actor>());
        case FormSlot::state:
            if (event == Event::consent) return detail::any_of<ConsentState>();
            return event == Event::qualification_interview ? detail::or_nothing(detail::any_of<Orientation>()) : SlotRange{};
        case FormSlot::actor:
            return event == Event::action || event == Event::consent ? detail::or_nothing(detail::any_of<Actor>()) : SlotRange{};
        case FormSlot::partner:
            return event == Event::action || event == Event::consent ? detail::or_nothing(detail::any_of<Partner>()) : SlotRange{};
        case FormSlot::incoming: return event == Event::employer_contact ? SlotRange{0, 1, false} : SlotRange{};
    }
    return {};
}

/// Whether an event of this form is among the variants a condition speaks of.
constexpr bool holds_for(const Condition& condition, const EventForm& form) {
    for (const auto& clause : condition) {
        const auto slot = slot_of(form.event, clause.attribute);
        const auto code = slot ? form.at(*slot) : unsaid;
        if (code == unsaid || (clause.codes >> code & 1) == 0) return false;
    }
    return true;
}

/// What the rules tell apart in one event: for each slot, sets of codes that are treated differently from the rest.
using Distinctions = std::array<std::vector<std::uint64_t>, slot_count>;

namespace detail {

/// One code for each kind that the sets tell apart, the first of its kind; without a set, as little as possible is said.
constexpr std::vector<std::uint8_t> kinds_of(SlotRange range, const std::vector<std::uint64_t>& sets) {
    std::vector<std::uint8_t> kinds;
    if (range.optional) kinds.push_back(unsaid);
    for (int code = range.first; code <= range.last && !(sets.empty() && !kinds.empty()); ++code) {
        bool alike = false;
        for (std::size_t k = 0; k < kinds.size() && !alike; ++k) {
            alike = kinds[k] != unsaid;
            for (std::size_t i = 0; i < sets.size() && alike; ++i) alike = ((sets[i] >> code ^ sets[i] >> kinds[k]) & 1) == 0;
        }
        if (!alike) kinds.push_back(static_cast<std::uint8_t>(code));
    }
    return kinds;
}

}  // namespace detail

/// Adds one form of each kind of an event that the rules tell apart.
constexpr void add_forms(std::vector<EventForm>& forms, Event event, const Distinctions& distinctions) {
    std::size_t first = forms.size();
    forms.push_back(EventForm{event});
    for (std::size_t slot = 0; slot < slot_count; ++slot) {
        const auto kinds = detail::kinds_of(range_of(event, static_cast<FormSlot>(slot)), distinctions[slot]);
        const std::size_t last = forms.size();
        for (std::size_t k = 1; k < kinds.size(); ++k)
            for (std::size_t i = first; i < last; ++i) {
                EventForm form = forms[i];
                form.said[slot] = kinds[k];
                forms.push_back(form);
            }
        for (std::size_t i = first; i < last; ++i) forms[i].said[slot] = kinds[0];
    }
}

}  // namespace maintien

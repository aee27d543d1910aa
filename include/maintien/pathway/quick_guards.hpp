#pragma once
/// @file
/// Which facts tell a lookup that no guard of a row stands against an event, and which guards do not show in them.

#include "maintien/pathway/judge.hpp"
#include "maintien/pathway/quick_row.hpp"

namespace maintien {
namespace detail {

/// The milestones at which an event has no effect any more, or begins another episode.
constexpr std::uint16_t barred_by(Event event) {
    constexpr auto ends = bits_of({Milestone::refusal, Milestone::exit, Milestone::closing});
    switch (event) {
        case Event::referral: return ends | bits_of({Milestone::referral});
        case Event::entry: return ends | bits_of({Milestone::entry});
        case Event::refusal: return ends;
        case Event::outcome: return bits_of({Milestone::outcome, Milestone::exit, Milestone::closing});
        default: return 0;
    }
}

/// Whether a condition looks at nothing but the event's own code.
constexpr bool is_about_the_code(const Condition& condition, Event event) {
    for (const auto& clause : condition)
        if (clause.attribute != code_attribute(event)) return false;
    return true;
}

/// The actors of a clause that a condition is about beside the event's own code, or none.
constexpr std::uint64_t actors_of(const Condition& condition) {
    for (const auto& clause : condition)
        if (clause.attribute == Attribute::actor) return clause.codes;
    return 0;
}

/// Enters a guard that asks for the consent of every recipient of an action: when it tells nobody there is nothing to measure.
constexpr void enter_recipients(QuickRow& quick, CodeSet<Actor> team) {
    ask(quick, QuickRow::tells_a_partner, false);
    quick.loud_actors |= static_cast<std::uint32_t>(all_codes<Actor>().bits & ~(team | CodeSet<Actor>{Actor::worker, Actor::employer}).bits);
}

constexpr std::uint32_t says(MarkFlag flag) { return std::uint32_t{flag} << QuickRow::flags_at; }

/// Enters a guard that applies to some events of a kind: of the usual ones it is known that it does not.
constexpr void enter_guard_of_some(QuickRow& quick, const Guard& guard, Event event) {
    if (guard.when == when(Attribute::incoming, false)) return ask(quick, says(incoming_call));
    if (event != Event::action || actors_of(guard.when) == 0) return ask(quick, QuickRow::measured);
    quick.loud_actors |= static_cast<std::uint32_t>(actors_of(guard.when));
}

/// Enters a guard that applies to an event.
constexpr void enter_guard(QuickRow& quick, const Guard& guard, Event event, const Protocol& protocol) {
    const bool is_of_the_form = event == Event::referral && guard.scope == ConsentScope::referral && guard.party == Actor::worker;
    if (guard.kind == GuardKind::consent_by_recipient && event == Event::action) return enter_recipients(quick, protocol.team);
    if (guard.kind == GuardKind::consent && is_of_the_form) return ask(quick, says(consent_given));
    ask(quick, QuickRow::measured);
}

/// Enters a guard whose answer is known from the milestones, or from where a follow-up belongs; whether it is one.
constexpr bool enter_plain_guard(QuickRow& quick, const Guard& guard, Event event) {
    switch (guard.kind) {
        case GuardKind::after: return ask(quick, bits_of({guard.milestone})), true;
        case GuardKind::not_after: return ask(quick, bits_of({guard.milestone}), false), true;
        case GuardKind::anchored: return event == Event::follow_up;
        default: return false;
    }
}

/// Enters the guards of a row that may apply to an event.
constexpr void enter_guards(QuickRow& quick, const Transition& row, const Mark& mark, const Protocol& protocol) {
    for (std::size_t i = 0; i < row.guards.size(); ++i) {
        const auto& guard = row.guards[i];
        const bool always = is_about_the_code(guard.when, mark.event);
        if (always && (!holds(guard.when, mark) || enter_plain_guard(quick, guard, mark.event))) continue;
        quick.measured_guards = static_cast<std::uint16_t>(quick.measured_guards | 1u << i);
        if (always) enter_guard(quick, guard, mark.event, protocol);
        else enter_guard_of_some(quick, guard, mark.event);
    }
}

}  // namespace detail
}  // namespace maintien

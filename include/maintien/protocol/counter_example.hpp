#pragma once
/// @file
/// Counter-examples: the path of a variant that its base does not allow.

#include "maintien/protocol/demonstration.hpp"
#include "maintien/protocol/refinement.hpp"

namespace maintien {
namespace detail {

/// The time limit of a protocol called `id`; it must be there.
inline const TimeLimit& limit_named(const Protocol& protocol, std::string_view id) {
    const auto* limit = protocol.time_limits.begin();
    while (limit->id != id) ++limit;
    return *limit;
}

/// The first day on which a time limit that begins on a day is over, holidays aside.
inline Day day_too_late(const TimeLimit& limit, Day from) {
    if (limit.unit == LimitUnit::months) return months_after(from, limit.length) + 1;
    return from + length_in_days(limit).most + 1;
}

/// The day on which the moves of a witness reach a milestone first, or none.
inline Day day_reached(const RuleView& view, const Witness& witness, Milestone milestone) {
    Situation s;
    for (const auto& step : witness.steps) {
        const WitnessMove move{step.form, false, false, step.agreed};
        const Ruling ruling = ruling_on_move(view, s, move, *view.protocol);
        if (!ruling.allowed()) break;
        const Situation after = after_move(view, s, move, ruling);
        if (after.has(milestone) && !s.has(milestone)) return step.on;
        s = after;
    }
    return no_day;
}

/// The witness with a suspension before its last event, where the protocol allows one; else as it was.
inline Witness suspended_before_last(const RuleView& view, const Witness& witness) {
    Witness longer = witness;
    say_before_last(longer, form_with(Event::suspension, SuspensionReason::hospital));
    say_before_last(longer, EventForm{Event::resumption});
    return played(view, moves_of(longer, 0, longer.steps.size())).allowed ? longer : witness;
}

/// A time limit of the base overrun: the variant lets the step come when the base calls it late. Where the variant alone stops
/// the clock, `suspended` makes that the reason.
inline Witness witness_of_overrun(const Protocol& variant, const TimeLimit& limit, bool suspended) {
    const Exploration found = explored(variant, nullptr, static_cast<MilestoneSet>(bit_of(limit.from) | bit_of(limit.to)));
    for (const auto& passage : found.passages) {
        const auto &before = found.situations[passage.from], &after = found.situations[passage.to];
        if (passage.by_time || !before.has(limit.from) || before.has(limit.to) || !after.has(limit.to) || !after.has(limit.from)) continue;
        Witness witness = shown_by_event(found, passage.from, passage.form);
        const Day from = day_reached(found.view, witness, limit.from);
        if (!known(from)) continue;
        if (suspended) witness = suspended_before_last(found.view, witness);
        auto& last = witness.steps.back().on;
        last = std::max(last, day_too_late(limit, from));
        auto& before_last = witness.steps[std::max<std::size_t>(witness.steps.size(), 2) - 2];
        if (suspended && before_last.form.event == Event::resumption) before_last.on = last - 1;
        witness.as_of = last;
        return witness;
    }
    return {};
}

/// A worker who left, on the day after the last answer the base would have waited for.
inline Witness witness_of_silence(const Exploration& found, const Protocol& base) {
    for (const auto& passage : found.passages) {
        const auto &before = found.situations[passage.from], &after = found.situations[passage.to];
        if (before.has(Milestone::exit) || !after.has(Milestone::exit) || !is_followed(passage.form, base.follow_up)) continue;
        Witness witness = shown_by_event(found, passage.from, passage.form);
        witness.as_of = day_closed(base.follow_up, witness.as_of);
        return witness;
    }
    return {};
}

/// The consent that a guard of the base asks for and the variant's row does not; by recipient it is the worker's.
inline AskedScope lost_consent(const Guard& guard, const VariantStep& step) {
    if (guard.kind == GuardKind::consent) return {guard.scope, guard.party};
    const auto needed = recipient_scopes(step.form, step.base.team);
    const auto asked = agreements_of(step.found.view, step.row, step.form, step.found.view.protocol->team).recipients;
    return {needed.partner && !asked.partner ? ConsentScope::partner_exchange : ConsentScope::insurance_exchange, Actor::worker};
}

/// The witness of a step that the variant allows and the base does not.
inline Witness witness_of_step(const VariantStep& step, const Weakening& weakening) {
    Witness witness = shown_by_event(step.found, step.at, step.form);
    const Ruling ruling = ruling_on(step.found.view, step.found.situations[step.at], step.form, step.base);
    for (std::size_t i = 0; ruling.row && i < ruling.row->guards.size() && !witness.steps.empty(); ++i) {
        const auto& guard = ruling.row->guards[i];
        const bool by_team = weakening.kind == WeakeningKind::wider_team && guard.kind == GuardKind::consent_by_recipient;
        if (!by_team && weakening.guard != static_cast<int>(i)) continue;
        if (guard.kind == GuardKind::consent || guard.kind == GuardKind::consent_by_recipient)
            take_consent_away(witness, step.found.view, lost_consent(guard, step), step.row);
        if (guard.kind == GuardKind::age_at_least) witness.age = std::min(witness.age, guard.age - 1);
    }
    return witness;
}

}  // namespace detail

/// A file that the variant allows to its end and the base does not, or of a withdrawal the other way round; empty for what shows in no file. `found` is the variant
/// explored beside the base.
inline Witness witness_of(const Exploration& found, const Weakening& weakening, const Protocol& base) {
    const Protocol& variant = *found.view.protocol;
    if (weakening.kind == WeakeningKind::dropped_limit || weakening.kind == WeakeningKind::longer_limit) {
        const TimeLimit& limit = detail::limit_named(base, weakening.base_rule);
        const bool stops = weakening.kind == WeakeningKind::longer_limit && detail::limit_named(variant, weakening.rule).holds && !limit.holds;
        return detail::witness_of_overrun(variant, limit, stops);
    }
    if (weakening.kind == WeakeningKind::follow_up) return detail::witness_of_silence(found, base);
    if (!weakening.has_event) return {};
    if (weakening.kind == WeakeningKind::refused_withdrawal) return detail::shown_by_event(found, weakening.at, weakening.form);
    const Transition& row = *ruling_on(found.view, found.situations[weakening.at], weakening.form, variant).row;
    return detail::witness_of_step({found, weakening.at, weakening.form, row, base}, weakening);
}

}  // namespace maintien

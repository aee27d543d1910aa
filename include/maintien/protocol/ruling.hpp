#pragma once
/// @file
/// Rulings: what the rules say of an event in a situation, without days.

#include <cstdint>

#include "maintien/protocol/situation.hpp"

namespace maintien {

/// What the rules say of an event: the row it falls under and the guards that do not hold.
struct Ruling {
    const Transition* row = nullptr;  ///< the row, or none when no row is for this form of the event
    bool stage_fits = false;          ///< whether the row starts from the stage
    bool barred = false;              ///< whether the event would have no effect, whatever the rules say
    std::uint16_t unmet = 0;          ///< bit i: guard i of the row does not hold

    /// Whether the event is allowed.
    constexpr bool allowed() const { return row && stage_fits && !barred && unmet == 0; }
};

/// The worker's consents that a form of an event needs for its recipients outside the team.
struct RecipientScopes {
    bool partner = false;    ///< `partner_exchange`
    bool insurance = false;  ///< `insurance_exchange`
};

/// Who outside the team would learn something from an event of this form.
constexpr RecipientScopes recipient_scopes(const EventForm& form, CodeSet<Actor> team) {
    RecipientScopes scopes;
    const auto add = [&](bool insurance) { (insurance ? scopes.insurance : scopes.partner) = true; };
    const auto partner = form.at(form.event == Event::relay ? FormSlot::code : FormSlot::partner);
    if (form.event != Event::consent && partner != unsaid) add(is_insurance_body(static_cast<Partner>(partner)));
    if (form.event != Event::action || form.at(FormSlot::actor) == unsaid) return scopes;
    const auto actor = static_cast<Actor>(form.at(FormSlot::actor));
    if (!team.contains(actor) && actor != Actor::worker && actor != Actor::employer) add(is_insurance_body(actor));
    return scopes;
}

namespace detail {

/// Whether the consent a guard asks for is there, or goes without saying.
constexpr bool agreed(const Guard& guard, const RuleView& view, const Situation& s, const EventForm& form) {
    if (guard.implied_by && form.says(FormSlot::by, *guard.implied_by)) return true;
    if (form.event == Event::referral && guard.scope == ConsentScope::referral && guard.party == Actor::worker) return true;
    return (s.consents & consent_bit(view, guard.scope, guard.party)) != 0;
}

constexpr bool recipients_agreed(const RuleView& view, const Situation& s, const EventForm& form, CodeSet<Actor> team) {
    const auto needed = recipient_scopes(form, team);
    const auto live = [&](ConsentScope scope) { return (s.consents & consent_bit(view, scope, Actor::worker)) != 0; };
    return (!needed.partner || live(ConsentScope::partner_exchange)) && (!needed.insurance || live(ConsentScope::insurance_exchange));
}

/// Whether an answer can fall into the window of an exit; a death or a retirement may be told on any later day.
constexpr bool has_anchor(const Situation& s, const EventForm& form, const FollowUpSchedule& schedule) {
    if (form.event != Event::follow_up || schedule.horizons.empty()) return false;
    const auto answer = form.at(FormSlot::code);
    return answer != unsaid && settles(static_cast<Answer>(answer)) ? s.followed : s.window_ahead;
}

/// Whether an event would have no effect: it repeats what the episode has, or comes after its end.
constexpr bool is_barred(const Situation& s, const EventForm& form, const FollowUpSchedule& schedule) {
    switch (form.event) {
        case Event::referral: return ended(s) || s.has(Milestone::referral);
        case Event::reopening: return s.stage.known() && !ended(s);
        case Event::entry: return s.has(Milestone::entry) || ended(s);
        case Event::refusal: return ended(s);
        case Event::outcome: return s.has(Milestone::outcome) || (ended(s) && !s.has(Milestone::refusal));
        case Event::follow_up: return !has_anchor(s, form, schedule);
        default: return false;
    }
}

}  // namespace detail

/// Whether a guard holds in a situation, were everybody to agree who can: consents were given where they could be.
constexpr bool guard_holds(const Guard& guard, const RuleView& view, const Situation& s, const EventForm& form, const Protocol& protocol) {
    switch (guard.kind) {
        case GuardKind::consent: return detail::agreed(guard, view, s, form);
        case GuardKind::consent_by_recipient: return detail::recipients_agreed(view, s, form, protocol.team);
        case GuardKind::after: return s.has(guard.milestone);
        case GuardKind::not_after: return !s.has(guard.milestone);
        case GuardKind::age_at_least: return guard.age <= oldest_age;
        case GuardKind::origin_in: {
            const auto origin = form.event == Event::referral ? form.at(FormSlot::code) : s.origin;
            return origin != unsaid && guard.origins.contains(static_cast<Origin>(origin));
        }
        case GuardKind::on_sick_leave: return s.on_leave;
        case GuardKind::anchored: return detail::has_anchor(s, form, protocol.follow_up);
    }
    return false;
}

/// Whether the milestones a row asks for are as it says: this tells two rows of one stage apart, as the engine does.
constexpr bool milestones_fit(const Transition& row, const Situation& s) {
    for (const auto& guard : row.guards) {
        if (!guard.when.empty()) continue;
        if (guard.kind == GuardKind::after && !s.has(guard.milestone)) return false;
        if (guard.kind == GuardKind::not_after && s.has(guard.milestone)) return false;
    }
    return true;
}

/// What a protocol says of an event of this form; it is the protocol of the view, or the base the view was made for too.
constexpr Ruling ruling_on(const RuleView& view, const Situation& s, const EventForm& form, const Protocol& protocol) {
    Ruling ruling;
    int best = -1;
    for (const auto& row : rows_of(protocol, form.event)) {
        if (!holds_for(row.when, form)) continue;
        const bool fits = holds(row.from, s.stage);
        const int rank = (fits ? 2 : 0) + (milestones_fit(row, s) ? 1 : 0);
        if (rank <= best) continue;
        best = rank;
        ruling.row = &row;
        ruling.stage_fits = fits;
    }
    ruling.barred = detail::is_barred(s, form, protocol.follow_up);
    for (std::size_t i = 0; ruling.row && i < ruling.row->guards.size(); ++i) {
        const auto& guard = ruling.row->guards[i];
        const bool unmet = holds_for(guard.when, form) && !guard_holds(guard, view, s, form, protocol);
        if (unmet) ruling.unmet |= static_cast<std::uint16_t>(1u << i);
    }
    return ruling;
}

/// Whether an event of this form is allowed and falls under `row`, which must be for its form and start from its stage: the
/// same as asking for the ruling, at a fraction of its work.
constexpr bool allows(const RuleView& view, const Situation& s, const EventForm& form, const Transition& row, const Protocol& protocol) {
    if (detail::is_barred(s, form, protocol.follow_up)) return false;
    for (const auto& guard : row.guards)
        if (!guard_holds(guard, view, s, form, protocol) && holds_for(guard.when, form)) return false;
    for (const auto& other : rows_of(protocol, form.event)) {
        if (&other == &row) return true;
        if (holds(other.from, s.stage) && milestones_fit(other, s) && holds_for(other.when, form)) return false;
    }
    return true;
}

/// Where an allowed event leads: its effects, and the stage its row says.
constexpr Situation led_on(const RuleView& view, const Situation& from, const EventForm& form, const Transition& row) {
    Situation s = from;
    const bool begins = form.event == Event::reopening && ended(from);
    take_effect(s, view, form);
    s.reached &= view.watched;
    if (!view.watches_leave) s.on_leave = false;
    for (const auto& guard : row.guards)
        if (view.watches_age && guard.kind == GuardKind::age_at_least && holds_for(guard.when, form) && guard.age > s.age && guard.age <= oldest_age)
            s.age = static_cast<std::uint8_t>(guard.age);
    if (row.move.kind == MoveKind::to) s.stage = row.move.stage;
    else if (begins) s.stage = Stage::contacted;
    else if (row.move.kind == MoveKind::before) s.stage = from.before_suspension;
    if (!begins && s.stage == Stage::suspended && from.stage != Stage::suspended) s.before_suspension = from.stage;
    if (closes_in_time(s) && view.protocol->follow_up.horizons.empty()) s = closed_in_time(s);
    return s;
}

}  // namespace maintien

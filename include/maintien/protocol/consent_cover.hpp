#pragma once
/// @file
/// Consent cover: which consent an event needs because somebody outside learns something, and whether a row asks for it.

#include <optional>

#include "maintien/protocol/ruling.hpp"

namespace maintien {

/// Whether the employer learns something from an event of this form: he does not when it is he who calls.
constexpr bool tells_the_employer(const EventForm& form) {
    if (form.event == Event::employer_contact) return form.at(FormSlot::incoming) != 1;
    return form.event == Event::action && (form.says(FormSlot::actor, Actor::employer) || form.says(FormSlot::code, Measure::employer_meeting));
}

namespace detail {

/// Whether a form names a recipient that a consent can name too: a partner, or an actor whose code is a partner's.
constexpr bool names_a_partner(const EventForm& form, CodeSet<Actor> team) {
    const auto partner = form.at(form.event == Event::relay ? FormSlot::code : FormSlot::partner);
    if (partner != unsaid) return true;
    const auto actor = form.at(FormSlot::actor);
    return form.event == Event::action && actor != unsaid && !team.contains(static_cast<Actor>(actor)) &&
           from_code<Partner>(code_of(static_cast<Actor>(actor))).has_value();
}

/// Whether a row asks the worker himself for a consent in every event of this form.
constexpr bool asks_the_worker(const Transition& row, const EventForm& form, ConsentScope scope) {
    for (const auto& guard : row.guards) {
        const bool the_same = guard.kind == GuardKind::consent && guard.scope == scope && guard.party == Actor::worker;
        const bool implied = guard.implied_by && form.says(FormSlot::by, *guard.implied_by);
        if (the_same && !implied && holds_for(guard.when, form)) return true;
    }
    return false;
}

constexpr bool asks_by_recipient(const Transition& row, const EventForm& form) {
    for (const auto& guard : row.guards)
        if (guard.kind == GuardKind::consent_by_recipient && holds_for(guard.when, form)) return true;
    return false;
}

}  // namespace detail

/// The worker's consent that an event of this form needs and its row does not ask for, or none. Only a consent by recipient
/// covers a partner: a general consent may stand while that partner was refused by name.
constexpr std::optional<ConsentScope> uncovered_scope(const Transition& row, const EventForm& form, CodeSet<Actor> team) {
    if (tells_the_employer(form) && !detail::asks_the_worker(row, form, ConsentScope::employer_contact)) return ConsentScope::employer_contact;
    if (form.event != Event::relay && form.event != Event::action) return std::nullopt;
    if (detail::asks_by_recipient(row, form)) return std::nullopt;
    const bool by_name = detail::names_a_partner(form, team);
    const auto needed = recipient_scopes(form, team);
    const auto open = [&](bool is_needed, ConsentScope scope) { return is_needed && (by_name || !detail::asks_the_worker(row, form, scope)); };
    if (open(needed.partner, ConsentScope::partner_exchange)) return ConsentScope::partner_exchange;
    if (open(needed.insurance, ConsentScope::insurance_exchange)) return ConsentScope::insurance_exchange;
    return std::nullopt;
}

}  // namespace maintien

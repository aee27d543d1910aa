#pragma once
/// @file
/// Demonstrations: the witness of each flaw of a protocol.

#include "maintien/protocol/soundness.hpp"
#include "maintien/protocol/witness.hpp"

namespace maintien {
namespace detail {

/// The age a worker needs for the guards of a row and those passed before it; 40 where only more than anybody reaches is asked.
inline int age_for(const RuleView& view, const Situation& s, const Transition* row) {
    if (!view.watches_age) return 0;
    int age = s.age;
    for (std::size_t i = 0; row && i < row->guards.size(); ++i)
        if (row->guards[i].kind == GuardKind::age_at_least && row->guards[i].age <= oldest_age) age = std::max(age, row->guards[i].age);
    return age > 0 ? age : 40;
}

/// The witness of moves, told shortly: they keep leading where they lead, to a last event that is judged as it was.
inline Witness shown(const RuleView& view, const WitnessMoves& moves, bool ends_with_event) {
    const auto end_of = [&](const WitnessMoves& some) {
        return ends_with_event ? played(view, WitnessMoves(some.begin(), some.end() - 1)) : played(view, some);
    };
    const Played whole = end_of(moves);
    const auto last = [&](const Situation& s) { return ends_with_event ? ruling_on_move(view, s, moves.back(), *view.protocol) : Ruling{}; };
    const Ruling wanted = last(whole.end);
    const WitnessMoves told = told_shortly(moves, [&](const WitnessMoves& fewer) {
        const Played now = end_of(fewer);
        const Ruling ruling = last(now.end);
        return now.allowed && alike(now.end, whole.end) && ruling.unmet == wanted.unmet && ruling.barred == wanted.barred;
    });
    Witness witness = dated(view, told);
    witness.age = age_for(view, whole.end, wanted.row);
    return witness;
}

inline WitnessMoves followed_by(WitnessMoves moves, const EventForm& form) {
    moves.push_back({form});
    return moves;
}

/// The witness of an event in a situation.
inline Witness shown_by_event(const Exploration& found, SituationIndex at, const EventForm& form) {
    return shown(found.view, followed_by(moves_to(found, at), form), true);
}

/// The witness of a situation: the way there.
inline Witness shown_by_path(const Exploration& found, SituationIndex at) { return shown(found.view, moves_to(found, at), false); }

/// A form of an event with one code.
template <ClosedList Code>
EventForm form_with(Event event, Code code) {
    EventForm form{event};
    form.at(FormSlot::code) = static_cast<std::uint8_t>(index_of(code));
    return form;
}

/// The event that usually leads to a stage.
inline EventForm usual_form(Stage stage) {
    switch (stage) {
        case Stage::referred: return form_with(Event::referral, Origin::pre_return_visit);
        case Stage::contacted: return form_with(Event::first_contact, Channel::phone);
        case Stage::qualified: return form_with(Event::qualification_interview, Decision::accepted);
        case Stage::in_support: return EventForm{Event::entry};
        case Stage::suspended: return form_with(Event::suspension, SuspensionReason::hospital);
        case Stage::declined: return form_with(Event::refusal, RefusalReason::does_not_wish);
        case Stage::redirected: return form_with(Event::qualification_interview, Decision::redirected);
        case Stage::exited: return form_with(Event::outcome, Outcome::adapted_post);
        case Stage::closed: return form_with(Event::outcome, Outcome::death);
    }
    return {};
}

/// Where an event comes nearest to being allowed: in the empty file when no path leads to a stage of its rows.
inline SituationIndex nearest_place(const Exploration& found, const EventForm& form) {
    for (const auto& row : rows_of(*found.view.protocol, form.event)) {
        if (!holds_for(row.when, form)) continue;
        const Attempt nearest = nearest_attempt(found, row, {form}, no_guard);
        if (nearest.at != no_situation) return nearest.at;
    }
    return 0;
}

/// A stage out of reach is shown where the path to it breaks off: the event that would lead on is refused. Without any rule that
/// leads there, the event that usually does is refused, or leads elsewhere.
inline Witness witness_of_unreachable(const Exploration& found, Stage stage) {
    CodeSet<Stage> wanted{stage};
    for (std::size_t round = 0; round < count_of<Stage>; ++round) {
        for (const auto& row : found.view.protocol->transitions) {
            if (row.move.kind != MoveKind::to || !wanted.contains(row.move.stage)) continue;
            const Attempt nearest = nearest_attempt(found, row, forms_for(found.view, row), no_guard);
            if (nearest.at != no_situation) return shown_by_event(found, nearest.at, nearest.form);
        }
        for (const auto& row : found.view.protocol->transitions)
            if (row.move.kind == MoveKind::to && wanted.contains(row.move.stage)) wanted = wanted | row.from.stages;
    }
    return shown_by_event(found, nearest_place(found, usual_form(stage)), usual_form(stage));
}

/// The way to where the clock of a time limit runs and nothing stops it; where it never runs, to where it would have to stop.
inline Witness witness_of_limit(const Exploration& found, const TimeLimit& limit) {
    for (const bool runs : {true, false})
        for (SituationIndex i = 0; i < found.situations.size(); ++i) {
            const Situation& s = found.situations[i];
            if (runs ? s.has(limit.from) && !s.has(limit.to) : s.has(limit.to)) return shown_by_path(found, i);
        }
    return {};
}

/// A word on a consent.
inline EventForm word_on(const AskedScope& asked, ConsentState state, std::uint8_t partner = unsaid) {
    EventForm form = consent_form(asked);
    form.at(FormSlot::state) = static_cast<std::uint8_t>(index_of(state));
    form.at(FormSlot::partner) = partner;
    return form;
}

/// The partner an event tells something, or who has a partner's code.
inline std::uint8_t partner_told(const EventForm& form) {
    const auto partner = form.at(form.event == Event::relay ? FormSlot::code : FormSlot::partner);
    if (partner != unsaid || form.at(FormSlot::actor) == unsaid) return partner;
    const auto alike_partner = from_code<Partner>(code_of(static_cast<Actor>(form.at(FormSlot::actor))));
    return alike_partner ? static_cast<std::uint8_t>(index_of(*alike_partner)) : unsaid;
}

/// Whether a step gives a consent.
inline bool gives(const WitnessStep& step, const AskedScope& asked) {
    const bool by_form = step.form.event == Event::referral && step.agreed && asked == AskedScope{ConsentScope::referral, Actor::worker};
    return by_form || step.form == consent_form(asked);
}

/// Puts an event before a step; the days from there on move by one.
inline void say_before(Witness& witness, std::size_t place, const EventForm& word) {
    const WitnessStep said{.on = witness.steps[place].on, .form = word};
    for (std::size_t i = place; i < witness.steps.size(); ++i) witness.steps[i].on = witness.steps[i].on + 1;
    witness.steps.insert(witness.steps.begin() + static_cast<std::ptrdiff_t>(place), said);
    witness.as_of = witness.steps.back().on;
}

inline void say_before_last(Witness& witness, const EventForm& word) { say_before(witness, witness.steps.size() - 1, word); }

/// Whether a row asks for a plain consent in events of a form.
inline bool asks_plainly(const Transition& row, const EventForm& form, const AskedScope& asked) {
    for (const auto& guard : row.guards) {
        const bool implied_by_actor = guard.implied_by && form.says(FormSlot::by, *guard.implied_by);
        if (guard.kind == GuardKind::consent && guard.scope == asked.scope && guard.party == asked.party && !implied_by_actor && holds_for(guard.when, form)) return true;
    }
    return false;
}

/// The moves of some steps of a witness.
inline WitnessMoves moves_of(const Witness& witness, std::size_t first, std::size_t end) {
    WitnessMoves moves;
    for (std::size_t i = first; i < end; ++i) moves.push_back({witness.steps[i].form, false, false, witness.steps[i].agreed});
    return moves;
}

/// Whether a consent may be withdrawn before a step of a witness, and what follows up to the last step needs it no more.
inline bool may_withdraw(const RuleView& view, const Witness& witness, std::size_t place, const AskedScope& asked) {
    WitnessMoves moves = moves_of(witness, 0, place);
    moves.push_back({word_on(asked, ConsentState::withdrawn)});
    Played before = played(view, moves);
    before.end.consents &= ~consent_bit(view, asked.scope, asked.party);
    return before.allowed && played(view, moves_of(witness, place, witness.steps.size() - 1), before.end).allowed;
}

/// Takes back a consent that a step of a witness gives: by a withdrawal as late as may be, or it was given for a time only.
/// Nothing is left to show where no word on it can be recorded. Says whether nothing that gives it can follow.
inline bool take_back(Witness& witness, const RuleView& view, const AskedScope& asked, std::size_t given) {
    const std::size_t last = witness.steps.size() - 1;
    const bool by_word = witness.steps[given].form.event == Event::consent;
    for (std::size_t place = last; place > (by_word ? last - 1 : given); --place) {
        if (!may_withdraw(view, witness, place, asked)) continue;
        say_before(witness, place, word_on(asked, ConsentState::withdrawn));
        return place == last;
    }
    if (by_word) {
        witness.steps[given].until = witness.steps[last - 1].on;
        return false;
    }
    WitnessMoves moves = moves_of(witness, 0, given);
    moves.push_back({consent_form(asked)});
    if (!played(view, moves).allowed) {
        witness.steps.clear();
        return true;
    }
    witness.steps[given].agreed = false;
    say_before(witness, given, consent_form(asked));
    witness.steps[given].until = witness.steps[given + 1].on;
    return false;
}

/// Takes a consent away before the last event of a witness: it is withdrawn, or refused for the partner by name where the
/// rule asks for the general one, or was given for that partner alone where it asks by recipient. A form that agreed for
/// itself no longer does.
inline void take_consent_away(Witness& witness, const RuleView& view, const AskedScope& asked, const Transition& row) {
    WitnessStep& last = witness.steps.back();
    const auto partner = partner_told(last.form);
    if (asks_plainly(row, last.form, asked)) return say_before_last(witness, word_on(asked, ConsentState::refused, partner));
    const auto scopes = recipient_scopes(last.form, view.protocol->team);
    const bool by_recipient = asks_by_recipient(row, last.form) && partner != unsaid &&
                              ((asked.scope == ConsentScope::partner_exchange && scopes.partner) || (asked.scope == ConsentScope::insurance_exchange && scopes.insurance));
    if (gives(last, asked)) last.agreed = false;
    for (std::size_t i = 0; i + 1 < witness.steps.size(); ++i) {
        if (!gives(witness.steps[i], asked)) continue;
        if (by_recipient) {
            witness.steps[i].form.at(FormSlot::partner) = partner;
            continue;
        }
        if (take_back(witness, view, asked, i)) return;
    }
}

}  // namespace detail

/// A file that shows a flaw; empty when the flaw is one of the text alone, such as a row that starts from no stage.
inline Witness witness_of(const Exploration& found, const Flaw& flaw) {
    const Protocol& protocol = *found.view.protocol;
    if (flaw.kind == Unsoundness::no_start) return detail::shown_by_event(found, 0, detail::usual_form(Stage::referred));
    if (flaw.kind == Unsoundness::unreachable_stage) return detail::witness_of_unreachable(found, *flaw.stage.stage());
    if (flaw.kind == Unsoundness::impossible_limit) {
        for (const auto& limit : protocol.time_limits)
            if (limit.id == flaw.rule) return detail::witness_of_limit(explored_for(protocol, limit), limit);
    }
    if (flaw.at == no_situation) return {};
    if (!flaw.has_event) return detail::shown_by_path(found, flaw.at);
    Witness witness = detail::shown_by_event(found, flaw.at, flaw.form);
    if (flaw.kind == Unsoundness::uncovered_sharing)
        detail::take_consent_away(witness, found.view, {flaw.scope, Actor::worker}, *row_named(protocol, flaw.rule));
    return witness;
}

}  // namespace maintien

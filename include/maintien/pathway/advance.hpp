#pragma once
/// @file
/// Advancing: the one place where a rule is applied, for one case and for ten million.

#include <bit>

#include "maintien/pathway/effect.hpp"
#include "maintien/pathway/expectation.hpp"
#include "maintien/pathway/rule_index.hpp"

namespace maintien {

namespace detail {

/// A day that stands once it is known; without a branch that nobody could foresee.
constexpr void keep_first(Day& first, Day day) {
    const auto before = first.days;
    first.days = before == no_day.days ? day.days : before;
}

/// Where an allowed event leads is told by its row; its usual effect on the stage counts only for what was not allowed. An
/// episode that only begins has no stage to keep or to return to.
inline void move_as_told(Position& position, std::size_t episodes_before, MaybeStage met, MaybeStage returns_to, const Move& move) {
    auto& episode = position.current();
    const bool begins = position.episodes.size() > episodes_before;
    if (move.kind == MoveKind::to) episode.stage = move.stage;
    else if (!begins) episode.stage = move.kind == MoveKind::same ? met : returns_to;
    if (!begins) episode.before_suspension = episode.stage == Stage::suspended && met != Stage::suspended ? met : returns_to;
}

/// Lets an event have its effect unless it is barred, facts being facts, and lead where the row says under which it is allowed, if
/// it is.
inline void happen(Position& position, const Mark& mark, const Protocol& protocol, Bar bar, const Transition* allowed_by) {
    const std::size_t episodes = position.episodes.size();
    const MaybeStage met = position.current().stage, returns_to = position.current().before_suspension;
    if (bar == Bar::none) apply(position, mark, protocol);
    if (allowed_by) move_as_told(position, episodes, met, returns_to, allowed_by->move);
    if (mark.event == Event::referral) apply_referral_consent(position, mark);
    keep_first(position.current().reached.back(), mark.on);
}

}  // namespace detail

/// Applies the rules to one event: judges it, and lets it have its effect unless it is barred. A live program that wants
/// to refuse an event judges it first and does not advance.
inline Judgement advance(Position& position, const Mark& mark, const Protocol& protocol) {
    const Judgement judgement = judge(position, mark, protocol);
    detail::happen(position, mark, protocol, judgement.bar, judgement.allowed() ? judgement.row : nullptr);
    return judgement;
}

/// The same for mark `i` of a history, where what is expected beside it is looked for too.
inline Judgement advance(Position& position, std::span<const Mark> marks, std::size_t i, const Protocol& protocol) {
    const auto missed = protocol.expected.empty() ? std::uint8_t{0} : missed_expectations(position, marks, i, protocol);
    Judgement judgement = advance(position, marks[i], protocol);
    judgement.missed = missed;
    return judgement;
}

namespace detail {

/// The effect that was looked up of an event, but for what it does further; without branches.
inline void apply_plainly(EpisodeAtHand& at_hand, const QuickRow& quick, const Mark& mark) {
    Episode& episode = *at_hand.episode;
    // Both days are read before one is written: each would wait for the other.
    const std::size_t place = quick.reaches[0], other = quick.reaches[1];
    Day reached = episode.reached[place], other_reached = episode.reached[other];
    keep_first(reached, mark.on);
    keep_first(other_reached, mark.on);
    episode.reached[place] = reached;
    episode.reached[other] = other_reached;
    at_hand.passed |= quick.reached;
    episode.passed = static_cast<std::uint16_t>(at_hand.passed);
    episode.measures |= std::uint64_t{quick.notes_measure} << (mark.code & 63);
    episode.outcome = quick.notes_outcome ? mark.code : episode.outcome;
    at_hand.stage = quick.leads_to_place;
    episode.stage = quick.leads_to;
}

/// What an event does further; tells the milestones reached then. A function of its own, since it needs registers that the common
/// way can use better.
[[gnu::noinline]] inline std::uint32_t apply_further(Position& position, QuickEffect effect, const Mark& mark) {
    if (effect == QuickEffect::consent) apply_consent(position, mark);
    else if (effect == QuickEffect::leave) apply_leave(position, mark);
    else {
        position.current().origin = mark.code;
        apply_referral_consent(position, mark);
    }
    return position.current().passed;
}

/// Lets an event happen of which not everything was looked up; false when it has to be judged in full, and then nothing is changed.
[[gnu::noinline]] inline bool happen_if_it_may(Position& position, const QuickRow& quick, const Mark& mark, const Protocol& protocol) {
    if (quick.effect == QuickEffect::any) {
        happen(position, mark, protocol, Bar::none, &protocol.transitions[quick.row]);
        return true;
    }
    if (!apply_follow_up(position, mark, protocol.follow_up)) return false;
    position.current().stage = quick.leads_to;
    return true;
}

/// The same as `advance_at_once` for the episode at hand, in which something has happened already, and what is looked up of the event.
inline const Transition* advance_episode(Position& position, EpisodeAtHand& at_hand, const Mark& mark, const QuickRow* rows, const Protocol& protocol) {
    const auto& quick = rows[at_hand.stage];
    if (!allowed_at_once(quick, at_hand.passed, position, mark, protocol)) return nullptr;
    if (quick.effect >= QuickEffect::answer) {
        if (!happen_if_it_may(position, quick, mark, protocol)) return nullptr;
        at_hand = maintien::at_hand(position);
    } else {
        apply_plainly(at_hand, quick, mark);
        if (quick.effect != QuickEffect::none) at_hand.passed = apply_further(position, quick.effect, mark);
    }
    return &protocol.transitions[quick.row];
}

}  // namespace detail

/// The row of an event that is allowed, as can be told at once, after it has had its effect; none when it has to be judged in full,
/// and then nothing is changed. The judgement would be the same.
inline const Transition* advance_at_once(Position& position, const Mark& mark, const RuleIndex& index) {
    auto episode = at_hand(position);
    const auto* row = detail::advance_episode(position, episode, mark, looked_up(mark, index), *index.protocol);
    if (row) detail::keep_first(position.current().reached.back(), mark.on);
    return row;
}

}  // namespace maintien

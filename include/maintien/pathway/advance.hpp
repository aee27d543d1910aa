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

/// An allowed event of which no effect was looked up. A function of its own, for the same reason.
[[gnu::noinline]] inline void happen_whole(Position& position, const Mark& mark, const Protocol& protocol, const Transition* allowed_by) {
    happen(position, mark, protocol, Bar::none, allowed_by);
}

/// The effect that was looked up of an event, but for what it does further; without branches.
inline void apply_plainly(Episode& episode, const QuickRow& quick, const Mark& mark) {
    const Day day = mark.on;
    for (const std::size_t place : quick.reaches) keep_first(episode.reached[place], day);
    episode.passed = static_cast<std::uint16_t>(episode.passed | quick.reached);
    episode.measures |= std::uint64_t{quick.notes_measure} << (mark.code & 63);
    episode.outcome = static_cast<std::uint8_t>((episode.outcome & quick.keeps_outcome) | (mark.code & ~quick.keeps_outcome));
    episode.stage = quick.leads_to;
}

/// What an event does further. A function of its own, since it needs registers that the common way can use better.
[[gnu::noinline]] inline void apply_further(Position& position, QuickEffect effect, const Mark& mark, const Protocol& protocol) {
    switch (effect) {
        case QuickEffect::referral: position.current().origin = mark.code; return apply_referral_consent(position, mark);
        case QuickEffect::consent: return apply_consent(position, mark);
        case QuickEffect::leave: return apply_leave(position, mark);
        case QuickEffect::answer: return apply_follow_up(position, mark, protocol.follow_up);
        default: return;
    }
}

}  // namespace detail

/// The row of an event that is allowed, as can be told at once, after it has had its effect; none when it has to be judged in full,
/// and then nothing is changed. The judgement would be the same.
inline const Transition* advance_at_once(Position& position, const Mark& mark, const RuleIndex& index) {
    const auto* quick = allowed_at_once(position, mark, index);
    if (!quick) return nullptr;
    const Transition* row = index.protocol->transitions.begin() + quick->row;
    if (quick->effect == QuickEffect::any) {
        detail::happen_whole(position, mark, *index.protocol, row);
        return row;
    }
    detail::apply_plainly(position.current(), *quick, mark);
    if (quick->effect != QuickEffect::none) detail::apply_further(position, quick->effect, mark, *index.protocol);
    return row;
}

}  // namespace maintien

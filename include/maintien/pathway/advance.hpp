#pragma once
/// @file
/// Advancing: the one place where a rule is applied, for one case and for ten million.

#include <bit>

#include "maintien/pathway/effect.hpp"
#include "maintien/pathway/expectation.hpp"
#include "maintien/pathway/rule_index.hpp"

namespace maintien {

namespace detail {

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
    if (auto& begun = position.current().begun; !known(begun)) begun = mark.on;
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

/// A plain effect, as it was looked up; without branches.
inline void apply_plainly(Episode& episode, const QuickRow& quick, const Mark& mark) {
    const unsigned fresh = quick.reached & ~unsigned{episode.passed};
    for (const std::size_t milestone : quick.reaches) episode.reached[milestone] = (fresh >> milestone & 1) != 0 ? mark.on : episode.reached[milestone];
    episode.passed = static_cast<std::uint16_t>(episode.passed | quick.reached);
    episode.measures |= std::uint64_t{quick.notes_measure} << (mark.code & 63);
    if (quick.moves_to >= 0) episode.stage = static_cast<Stage>(quick.moves_to);
}

}  // namespace detail

/// The row of an event that is allowed, as can be told at once, after it has had its effect; none when it has to be judged in full,
/// and then nothing is changed. The judgement would be the same.
inline const Transition* advance_at_once(Position& position, const Mark& mark, const RuleIndex& index) {
    const auto* quick = allowed_at_once(position, mark, index);
    if (!quick) return nullptr;
    const Transition* row = index.protocol->transitions.begin() + quick->row;
    if (!quick->is_plain) {
        detail::happen(position, mark, *index.protocol, Bar::none, row);
        return row;
    }
    detail::apply_plainly(position.current(), *quick, mark);
    if (auto& begun = position.current().begun; !known(begun)) begun = mark.on;
    return row;
}

}  // namespace maintien

#pragma once
/// @file
/// Soundness: what a rule book must be before anybody may rely on it.

#include "maintien/protocol/protocol.hpp"

namespace maintien {

/// What is wrong with a protocol, in the order in which it is looked for.
enum class Unsoundness : std::uint8_t {
    none,               ///< nothing
    no_start,           ///< no event can begin an episode
    unreachable_stage,  ///< no path leads to a stage
    dead_end,           ///< no path leads from a stage to the end
    overlapping_rows,   ///< two rows match one event
    dead_row            ///< a row starts from no stage, or its condition never holds
};

namespace detail {

/// Whether two conditions can hold for one event; a condition that never holds is not compatible with itself.
constexpr bool compatible(const Condition& a, const Condition& b) {
    for (const auto& x : a)
        for (const auto& y : b)
            if (x.attribute == y.attribute && (x.codes & y.codes) == 0) return false;
    return true;
}

/// Whether one of two rows asks "after" and the other "not after" the same milestone: they never both apply.
constexpr bool exclude_each_other(const Transition& a, const Transition& b) {
    for (const auto& x : a.guards)
        for (const auto& y : b.guards)
            if (x.milestone == y.milestone && x.when.empty() && y.when.empty() &&
                ((x.kind == GuardKind::after && y.kind == GuardKind::not_after) ||
                 (x.kind == GuardKind::not_after && y.kind == GuardKind::after)))
                return true;
    return false;
}

/// Whether two rows can match the same event of the same episode.
constexpr bool overlap(const Transition& a, const Transition& b) {
    const bool same_stage_possible = (a.from.stages.bits & b.from.stages.bits) != 0 || (a.from.none && b.from.none);
    return a.event == b.event && same_stage_possible && compatible(a.when, b.when) && !exclude_each_other(a, b);
}

/// The stages one more step leads to from `reached` ("—" counts as reached from the start).
constexpr std::uint64_t step_forward(const Protocol& protocol, std::uint64_t reached) {
    for (const auto& row : protocol.transitions)
        if (row.move.kind == MoveKind::to && (row.from.none || (row.from.stages.bits & reached) != 0))
            reached |= std::uint64_t{1} << index_of(row.move.stage);
    return reached;
}

/// The stages a suspension may start from.
constexpr std::uint64_t stages_suspended(const Protocol& protocol) {
    std::uint64_t stages = 0;
    for (const auto& row : protocol.transitions)
        if (row.move == to(Stage::suspended)) stages |= row.from.stages.bits;
    return stages;
}

/// The stages from which one more step leads into `ending`; a resumption leads back to every stage that may be suspended.
constexpr std::uint64_t step_back(const Protocol& protocol, std::uint64_t ending) {
    const auto stages_before = stages_suspended(protocol);
    for (const auto& row : protocol.transitions) {
        const bool leads_on = row.move.kind == MoveKind::to && (ending >> index_of(row.move.stage) & 1) != 0;
        const bool leads_back = row.move.kind == MoveKind::before && (ending & stages_before) != 0;
        if (leads_on || leads_back) ending |= row.from.stages.bits;
    }
    return ending;
}

/// Repeats a step until nothing is added.
template <class Step>
constexpr std::uint64_t closure(std::uint64_t stages, Step step) {
    for (std::size_t i = 0; i < count_of<Stage>; ++i) stages = step(stages);
    return stages;
}

}  // namespace detail

/// The first thing wrong with the shape of a protocol, or `none`.
constexpr Unsoundness unsoundness_of(const Protocol& protocol) {
    const auto all = all_codes<Stage>().bits;
    const auto reached = detail::closure(0, [&](std::uint64_t s) { return detail::step_forward(protocol, s); });
    if (reached == 0) return Unsoundness::no_start;
    if (reached != all) return Unsoundness::unreachable_stage;
    const auto final_stages = CodeSet<Stage>{Stage::closed, Stage::exited, Stage::declined, Stage::redirected}.bits;
    if (detail::closure(final_stages, [&](std::uint64_t s) { return detail::step_back(protocol, s); }) != all)
        return Unsoundness::dead_end;
    for (std::size_t i = 0; i < protocol.transitions.size(); ++i) {
        const auto& row = protocol.transitions[i];
        if (row.from.stages.bits == 0 && !row.from.none) return Unsoundness::dead_row;
        if (!detail::compatible(row.when, row.when)) return Unsoundness::dead_row;
        for (std::size_t j = 0; j < i; ++j)
            if (detail::overlap(row, protocol.transitions[j])) return Unsoundness::overlapping_rows;
    }
    return Unsoundness::none;
}

}  // namespace maintien

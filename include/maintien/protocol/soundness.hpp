#pragma once
/// @file
/// Soundness: what a rule book must be before anybody may rely on it. The same code judges the built-in protocols while they
/// are compiled and those read from files.

#include "maintien/protocol/row_flaws.hpp"

namespace maintien {

/// What is wrong with the rows of a protocol that were explored, in the order of `Unsoundness`.
constexpr Flaws flaws_of_rows(const Exploration& found) {
    Flaws flaws;
    const auto& rows = found.view.protocol->transitions;
    const auto first = detail::first_at_stage(found);
    bool begins = false;
    for (std::size_t i = 1; i < first.size(); ++i) begins = begins || first[i] != no_situation;
    if (!begins) return {{.kind = Unsoundness::no_start}};
    detail::add_unreachable_stages(flaws, found, first);
    detail::add_dead_ends(flaws, found);
    detail::add_overlaps(flaws, found);
    for (const auto& row : rows) detail::add_dead_parts(flaws, found, row);
    detail::add_lost_returns(flaws, found);
    for (const auto& row : rows) detail::add_uncovered_sharing(flaws, found, row);
    return flaws;
}

/// A protocol explored for one of its time limits: its two milestones are told apart too.
constexpr Exploration explored_for(const Protocol& protocol, const TimeLimit& limit) {
    return explored(protocol, nullptr, static_cast<MilestoneSet>(bit_of(limit.from) | bit_of(limit.to)));
}

/// Whether a time limit can be met: it has a length, and some path reaches its end once its beginning is reached.
constexpr bool can_be_met(const Exploration& found, const TimeLimit& limit) {
    if (limit.length < 1 || limit.from == limit.to) return false;
    for (const auto& passage : found.passages) {
        const auto &before = found.situations[passage.from], &after = found.situations[passage.to];
        const bool same_episode = !(passage.form.event == Event::reopening && ended(before));
        if (after.has(limit.from) && after.has(limit.to) && !(same_episode && before.has(limit.to))) return true;
    }
    return false;
}

/// Everything wrong with a protocol; empty when it is sound. Flaws of rows speak of the situations of `found`, which is the
/// protocol explored; a time limit that cannot be met speaks of none.
constexpr Flaws flaws_of(const Exploration& found) {
    Flaws flaws = flaws_of_rows(found);
    if (!flaws.empty() && flaws.front().kind == Unsoundness::no_start) return flaws;
    for (const auto& limit : found.view.protocol->time_limits)
        if (!can_be_met(explored_for(*found.view.protocol, limit), limit)) flaws.push_back({.kind = Unsoundness::impossible_limit, .rule = limit.id});
    return flaws;
}

/// The first thing wrong with the rows of a protocol, or `none`.
constexpr Unsoundness unsoundness_of_rows(const Protocol& protocol) {
    const auto flaws = flaws_of_rows(explored(protocol));
    return flaws.empty() ? Unsoundness::none : flaws.front().kind;
}

/// The first thing wrong with a protocol, or `none`.
constexpr Unsoundness unsoundness_of(const Protocol& protocol) {
    const auto flaws = flaws_of(explored(protocol));
    return flaws.empty() ? Unsoundness::none : flaws.front().kind;
}

namespace detail {

/// What is wrong with the rows, worked out once by the compiler. Each time limit is worked out by itself: one constant may
/// take a compiler a million steps, no more.
template <const Protocol& protocol>
inline constexpr Unsoundness rows_while_compiled = unsoundness_of_rows(protocol);
template <const Protocol& protocol, std::size_t i>
inline constexpr bool limit_while_compiled = can_be_met(explored_for(protocol, protocol.time_limits[i]), protocol.time_limits[i]);

template <const Protocol& protocol, std::size_t... i>
constexpr bool limits_while_compiled(std::index_sequence<i...>) {
    return (limit_while_compiled<protocol, i> && ...);
}

}  // namespace detail

/// Stops compilation unless a protocol is sound, and says what is wrong: `static_assert(assert_sound<common_core>());`.
template <const Protocol& protocol>
constexpr bool assert_sound() {
    constexpr Unsoundness found = detail::rows_while_compiled<protocol>;
    static_assert(found != Unsoundness::no_start, "no_start: no event can begin an episode of this protocol");
    static_assert(found != Unsoundness::unreachable_stage, "unreachable_stage: no path leads to a stage of this protocol");
    static_assert(found != Unsoundness::dead_end, "dead_end: a path of this protocol leads to where no path to an end goes on");
    static_assert(found != Unsoundness::overlapping_rows, "overlapping_rows: two rows of this protocol match one event");
    static_assert(found != Unsoundness::dead_row, "dead_row: a row of this protocol never applies");
    static_assert(found != Unsoundness::impossible_guard, "impossible_guard: a guard of this protocol can never hold");
    static_assert(found != Unsoundness::lost_return, "lost_return: a row leads back to the stage before a suspension that never was");
    static_assert(found != Unsoundness::uncovered_sharing, "uncovered_sharing: a row shares without a live consent of the worker that covers it");
    static_assert(detail::limits_while_compiled<protocol>(std::make_index_sequence<protocol.time_limits.count>{}),
                  "impossible_limit: a time limit of this protocol cannot be met");
    return true;
}

}  // namespace maintien

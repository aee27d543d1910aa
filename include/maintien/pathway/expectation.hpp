#pragma once
/// @file
/// Expectations: what a cell usually does beside an event, looked for in a history.

#include <span>

#include "maintien/pathway/judge.hpp"

namespace maintien {

namespace detail {

/// Whether an event happens on the day of mark `i`, before or after it in the order of that day.
inline bool happens_that_day(std::span<const Mark> marks, std::size_t i, Event event) {
    const auto is = [&](std::size_t at) { return marks[at].on == marks[i].on && marks[at].event == event; };
    for (std::size_t at = i; at-- > 0 && marks[at].on == marks[i].on;)
        if (is(at)) return true;
    for (std::size_t at = i + 1; at < marks.size() && marks[at].on == marks[i].on; ++at)
        if (is(at)) return true;
    return false;
}

/// How what a rule looks for stands at mark `i`, which meets `before`.
inline GuardStanding standing_of(const ExpectedRule& rule, const Position& before, std::span<const Mark> marks, std::size_t i, const Protocol& protocol) {
    const auto met_if = [](bool yes) { return yes ? GuardStanding::met : GuardStanding::unmet; };
    switch (rule.kind) {
        case ExpectedKind::guard: return measured(rule.guard, before, marks[i], protocol);
        case ExpectedKind::same_day: return met_if(happens_that_day(marks, i, rule.beside));
        case ExpectedKind::after_measure: return met_if((before.current().measures >> index_of(rule.measure) & 1) != 0);
        case ExpectedKind::says: return met_if(holds(rule.said, marks[i]));
    }
    return GuardStanding::unmet;
}

}  // namespace detail

/// The expected rules of a protocol that mark `i` of a history lacks, as it meets `before`; bit r is rule r. Nothing is
/// expected beside an event that has no effect.
inline std::uint8_t missed_expectations(const Position& before, std::span<const Mark> marks, std::size_t i, const Protocol& protocol) {
    std::uint8_t missed = 0;
    for (std::size_t r = 0; r < protocol.expected.size(); ++r) {
        const auto& rule = protocol.expected[r];
        if (rule.event != marks[i].event || !detail::holds(rule.when, marks[i])) continue;
        if (detail::standing_of(rule, before, marks, i, protocol) != GuardStanding::met) missed = static_cast<std::uint8_t>(missed | 1u << r);
    }
    return missed != 0 && detail::bar_of(before, marks[i], protocol) != Bar::none ? std::uint8_t{0} : missed;
}

}  // namespace maintien

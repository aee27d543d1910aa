#pragma once
/// @file
/// Differences: a cell's own way of working, written as what it changes in a base.

#include <cassert>

#include "maintien/protocol/protocol.hpp"

namespace maintien {

/// A protocol that begins as its base, under its own name, version and first day.
constexpr Protocol variant_of(const Protocol& base, std::string_view name, int version, Day valid_from) {
    Protocol variant = base;
    variant.base = base.name;
    variant.name = name;
    variant.version = version;
    variant.valid_from = valid_from;
    variant.valid_until = no_day;
    variant.relaxes = {};
    return variant;
}

/// The row a variant changes; asking for a row the base does not have is our mistake.
constexpr Transition& row_to_change(Protocol& variant, std::string_view id) {
    std::size_t i = 0;
    while (i < variant.transitions.size() && variant.transitions[i].id != id) ++i;
    assert(i < variant.transitions.size());
    return variant.transitions[i];
}

/// Drops the guard of a row that asks for a milestone in the given way.
constexpr void drop_guard(Transition& row, GuardKind kind, Milestone milestone) {
    for (std::size_t i = 0; i < row.guards.size(); ++i)
        if (row.guards[i].kind == kind && row.guards[i].milestone == milestone) return row.guards.erase(i);
    assert(false && "the row has no such guard");
}

/// Drops a time limit.
constexpr void drop_limit(Protocol& variant, std::string_view id) {
    for (std::size_t i = 0; i < variant.time_limits.size(); ++i)
        if (variant.time_limits[i].id == id) return variant.time_limits.erase(i);
    assert(false && "the base has no such time limit");
}

}  // namespace maintien

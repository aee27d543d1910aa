#pragma once
/// @file
/// The versions of a protocol: the rules of a cell change with time, and an episode keeps those it began under.

#include <cassert>

#include "maintien/protocol/protocol.hpp"

namespace maintien {

/// Whether two protocols read figures alike: the same follow-up, outcome table, profile and targets.
constexpr bool agree_on_figures(const Protocol& a, const Protocol& b) {
    return a.follow_up == b.follow_up && a.outcomes == b.outcomes && a.profile == b.profile && a.targets == b.targets;
}

/// The versions of a protocol between which the referral day of each episode chooses, by ascending first day; a single one
/// applies to every episode. They agree on figures, so that a register has one report whatever its versions; the protocols must outlive it.
struct ProtocolVersions {
    FixedList<const Protocol*, 8> list{};  ///< the versions

    constexpr ProtocolVersions() = default;

    /// One version for every episode, whatever its day.
    constexpr ProtocolVersions(const Protocol& only) : list{&only} {}

    constexpr bool empty() const { return list.empty(); }                           ///< whether there is none
    constexpr std::size_t size() const { return list.size(); }                      ///< number of versions
    constexpr const Protocol* const* begin() const { return list.begin(); }         ///< the earliest
    constexpr const Protocol* const* end() const { return list.end(); }             ///< past the latest
};

/// Adds a later version.
constexpr void add_version(ProtocolVersions& versions, const Protocol& later) {
    assert(versions.empty() || (versions.list[versions.size() - 1]->valid_from < later.valid_from && agree_on_figures(*versions.list[0], later)));
    versions.list.push_back(&later);
}

/// The version in force on a day: the latest that has begun, or the earliest before any has. At least one must be there.
constexpr const Protocol& version_on(const ProtocolVersions& versions, Day day) {
    const Protocol* in_force = versions.list[0];
    for (const Protocol* version : versions)
        if (version->valid_from <= day) in_force = version;
    return *in_force;
}

/// The latest version: the one figures are read with.
constexpr const Protocol& latest(const ProtocolVersions& versions) { return *versions.list[versions.size() - 1]; }

}  // namespace maintien

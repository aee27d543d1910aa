#pragma once
/// @file
/// The version in force: which version of a protocol the events of an episode are read under.

#include "maintien/pathway/position.hpp"
#include "maintien/protocol/protocol_versions.hpp"

namespace maintien {

/// Whether an event is one that opens an episode.
constexpr bool opens(Event event) { return event == Event::reopening || event == Event::referral; }

/// The day that chooses the version of an episode: its referral or reopening, or its first event while it has none.
constexpr Day version_day(const Episode& episode) {
    const Day referral = episode.day_of(Milestone::referral);
    return known(referral) ? referral : episode.begun();
}

/// The version an episode is read under.
constexpr const Protocol& version_of(const ProtocolVersions& versions, const Episode& episode) { return version_on(versions, version_day(episode)); }

/// The version an event of `on` would be read under if it came next: one that opens an episode, or the first of all, chooses by its own day.
inline const Protocol& version_met(const ProtocolVersions& versions, const Position& position, Event event, Day on) {
    const auto& episode = position.current();
    const bool begins = opens(event) && (ended(episode) || !known(episode.day_of(Milestone::referral)));
    return version_on(versions, begins || !known(version_day(episode)) ? on : version_day(episode));
}

}  // namespace maintien

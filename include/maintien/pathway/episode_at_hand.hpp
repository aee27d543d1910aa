#pragma once
/// @file
/// The current episode at hand: what is asked of it event by event, kept where it is found soonest.

#include "maintien/pathway/position.hpp"

namespace maintien {

namespace detail {

/// The place of a stage in an index; that of none comes last.
constexpr std::size_t place_of_stage(MaybeStage stage) { return stage ? index_of(*stage) : count_of<Stage>; }

}  // namespace detail

/// The current episode at hand: what a lookup asks of it first. Good until the episode changes otherwise.
struct EpisodeAtHand {
    Episode* episode = nullptr;  ///< the episode
    std::size_t stage = 0;       ///< the place of its stage in an index
    std::uint32_t passed = 0;    ///< the milestones reached, as bits
};

/// The current episode of a position at hand.
inline EpisodeAtHand at_hand(Position& position) {
    auto& episode = position.current();
    return {&episode, detail::place_of_stage(episode.stage), episode.passed};
}

}  // namespace maintien

#pragma once
/// @file
/// Transitions: the rows of the pathway's rule book.

#include <cstdint>
#include <string_view>

#include "maintien/protocol/guard.hpp"
#include "maintien/protocol/source.hpp"
#include "maintien/protocol/stage.hpp"
#include "maintien/vocabulary/event.hpp"

namespace maintien {

/// How a transition moves the stage.
enum class MoveKind : std::uint8_t {
    same,    ///< the stage stays
    before,  ///< back to the stage before the suspension
    to       ///< on to a given stage
};

/// Where a transition leads.
struct Move {
    MoveKind kind = MoveKind::same;  ///< how the stage moves
    Stage stage = Stage::referred;   ///< for `to`: the stage reached
    constexpr bool operator==(const Move&) const = default;
};

inline constexpr Move same_stage{};                             ///< the stage stays
inline constexpr Move stage_before{MoveKind::before, {}};       ///< back to the stage before the suspension

/// The move to `stage`.
constexpr Move to(Stage stage) { return {MoveKind::to, stage}; }

/// One row: this event, in these variants, from these stages, leads there when every guard holds.
struct Transition {
    std::string_view id;             ///< the rule's name in every list of deviations
    Event event = Event::referral;   ///< the event
    Condition when{};                ///< the variants of the event this row is for
    StageSet from{};                 ///< the stages it may happen at
    Move move{};                     ///< where it leads
    FixedList<Guard, 12> guards{};   ///< what must hold
    RuleSource source{};                 ///< where the rule comes from
    constexpr bool operator==(const Transition&) const = default;
};

}  // namespace maintien

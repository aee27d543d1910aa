#pragma once
/// @file
/// Time limits: by when the next step is owed.

#include <cstdint>
#include <string_view>

#include "maintien/protocol/milestone.hpp"
#include "maintien/protocol/source.hpp"
#include "maintien/vocabulary/actor.hpp"

namespace maintien {

/// The unit a time limit is counted in.
enum class LimitUnit : std::uint8_t {
    days,         ///< civil days
    months,       ///< calendar months, clamped to the month's end
    working_days  ///< Monday to Saturday except public holidays
};

/// From one milestone to the next, at most so long. Day 0 is the starting milestone; the last day still counts.
struct TimeLimit {
    std::string_view id;                      ///< the rule's name in the agenda
    Milestone from = Milestone::referral;     ///< where the clock starts
    Milestone to = Milestone::contact;        ///< what stops it
    int length = 0;                           ///< how long, in `unit`
    LimitUnit unit = LimitUnit::days;         ///< the unit
    bool holds = false;                       ///< whether a suspension stops the clock and keeps the remaining days
    Actor who = Actor::case_manager;          ///< who has to act
    RuleSource source{};                          ///< where the limit comes from
    Text title{};                             ///< how the agenda names it
    constexpr bool operator==(const TimeLimit&) const = default;
};

}  // namespace maintien

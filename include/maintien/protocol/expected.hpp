#pragma once
/// @file
/// Expected rules: what a cell usually does beside an event. They are no guards: nothing is refused for want of them, a
/// history that lacks them gets a note.

#include <cstdint>
#include <string_view>

#include "maintien/protocol/guard.hpp"
#include "maintien/protocol/source.hpp"
#include "maintien/vocabulary/event.hpp"
#include "maintien/vocabulary/measure.hpp"

namespace maintien {

/// What an expected rule looks for.
enum class ExpectedKind : std::uint8_t {
    guard,         ///< what `guard` asks for, as a guard would
    same_day,      ///< an event `beside` on the same day, before or after it
    after_measure, ///< an action with `measure`, recorded earlier in the episode
    says           ///< the event itself says one of the codes of `said`
};

/// Something a cell usually does when an event happens. The kinds beside `guard` are ours: no guard of a step asks for what
/// comes later the same day, no milestone stands for one measure, and a step is not refused for a word that is missing.
struct ExpectedRule {
    std::string_view id;                       ///< the rule's name in every list of deviations
    Event event = Event::referral;             ///< the event it stands beside
    Condition when{};                          ///< the variants of the event it is for
    ExpectedKind kind = ExpectedKind::guard;   ///< what it looks for
    Guard guard{};                             ///< for `guard`; its own condition is not used
    Event beside = Event::action_plan;         ///< for `same_day`
    Measure measure = Measure::other_measure;  ///< for `after_measure`
    Condition said{};                          ///< for `says`
    RuleSource source{};                       ///< where the rule comes from
    constexpr bool operator==(const ExpectedRule&) const = default;
};

/// The rule "`guard` usually holds when `event` happens".
constexpr ExpectedRule expects(std::string_view id, Event event, Guard guard, RuleSource source) {
    const Condition when = guard.when;
    guard.when = {};
    return {.id = id, .event = event, .when = when, .guard = guard, .source = source};
}

/// The rule "`beside` usually happens on the day of `event`".
constexpr ExpectedRule expects_same_day(std::string_view id, Event event, Condition when, Event beside, RuleSource source) {
    return {.id = id, .event = event, .when = when, .kind = ExpectedKind::same_day, .beside = beside, .source = source};
}

/// The rule "an action with `measure` usually comes before `event`".
constexpr ExpectedRule expects_measure(std::string_view id, Event event, Condition when, Measure measure, RuleSource source) {
    return {.id = id, .event = event, .when = when, .kind = ExpectedKind::after_measure, .measure = measure, .source = source};
}

/// The rule "`event` usually says one of the codes of `said`".
constexpr ExpectedRule expects_words(std::string_view id, Event event, Condition when, Condition said, RuleSource source) {
    return {.id = id, .event = event, .when = when, .kind = ExpectedKind::says, .said = said, .source = source};
}

}  // namespace maintien

#pragma once
/// @file
/// Guards: what must hold for a step to be allowed. They are data, never code.

#include <cstdint>
#include <optional>

#include "maintien/protocol/condition.hpp"
#include "maintien/protocol/milestone.hpp"
#include "maintien/vocabulary/actor.hpp"
#include "maintien/vocabulary/consent_scope.hpp"
#include "maintien/vocabulary/origin.hpp"

namespace maintien {

/// What a guard asks for.
enum class GuardKind : std::uint8_t {
    consent,               ///< a live consent of `scope` by `party`, or the act done by `implied_by` himself
    consent_by_recipient,  ///< a live consent of the worker that covers every recipient outside the team
    after,                 ///< `milestone` has been reached in the episode
    not_after,             ///< `milestone` has not been reached in the episode
    age_at_least,          ///< the worker's age at referral
    origin_in,             ///< the origin of the referral
    on_sick_leave,         ///< the worker is on sick leave that day
    anchored               ///< an exit of the case whose follow-up window holds the day
};

/// One condition of a transition, with the variants of the event it applies to.
struct Guard {
    GuardKind kind = GuardKind::after;                   ///< what is asked
    ConsentScope scope = ConsentScope::referral;         ///< for `consent`
    Actor party = Actor::worker;                         ///< for `consent`: who must have given it
    std::optional<Actor> implied_by = std::nullopt;      ///< for `consent`: whose own act implies it
    Milestone milestone = Milestone::referral;           ///< for `after` and `not_after`
    int age = 0;                                         ///< for `age_at_least`, years
    CodeSet<Origin> origins{};                           ///< for `origin_in`
    Condition when{};                                    ///< the guard applies only when this holds
    constexpr bool operator==(const Guard&) const = default;
};

/// The guard "a live consent of `scope` by `party`".
constexpr Guard needs_consent(ConsentScope scope, Actor party = Actor::worker, Condition when = {}) {
    return {.kind = GuardKind::consent, .scope = scope, .party = party, .when = when};
}

/// The same, taken as given when `implied_by` does the act himself.
constexpr Guard needs_consent_unless_by(ConsentScope scope, Actor party, Actor implied_by, Condition when = {}) {
    return {.kind = GuardKind::consent, .scope = scope, .party = party, .implied_by = implied_by, .when = when};
}

/// The guard "the worker's consent covers every recipient outside the team".
constexpr Guard needs_consent_by_recipient() { return {.kind = GuardKind::consent_by_recipient}; }

/// The guard "after `milestone`".
constexpr Guard after(Milestone milestone, Condition when = {}) {
    return {.kind = GuardKind::after, .milestone = milestone, .when = when};
}

/// The guard "`milestone` not reached yet".
constexpr Guard not_after(Milestone milestone) { return {.kind = GuardKind::not_after, .milestone = milestone}; }

/// The guard "at least so old at referral".
constexpr Guard needs_age(int years) { return {.kind = GuardKind::age_at_least, .age = years}; }

/// The guard "the referral came from one of these occasions".
constexpr Guard needs_origin(CodeSet<Origin> origins) { return {.kind = GuardKind::origin_in, .origins = origins}; }

/// The guard "on sick leave that day".
constexpr Guard needs_sick_leave(Condition when) { return {.kind = GuardKind::on_sick_leave, .when = when}; }

/// The guard "inside the follow-up window of an exit".
constexpr Guard needs_anchor() { return {.kind = GuardKind::anchored}; }

}  // namespace maintien

#pragma once
/// @file
/// Effects: what an event does to its case, whatever the rules say of it.

#include "maintien/pathway/follow_up_place.hpp"
#include "maintien/pathway/mark.hpp"
#include "maintien/protocol/protocol.hpp"

namespace maintien {

namespace detail {

/// Sets a milestone the episode has not reached yet.
constexpr void reach(Episode& episode, Milestone milestone, Day day) {
    auto& reached = episode.reached[index_of(milestone)];
    if (!known(reached)) reached = day;
    episode.passed = static_cast<std::uint16_t>(episode.passed | 1u << index_of(milestone));
}

/// Moves the stage on, unless it already lies further along the pathway.
constexpr void move_on(Episode& episode, Stage stage) {
    if (!episode.stage || *episode.stage < stage) episode.stage = stage;
}

/// The current episode, or a new one when the current one ended.
inline Episode& episode_to_begin(Position& position) {
    if (ended(position.current())) position.episodes.emplace_back();
    return position.current();
}

inline void apply_reopening(Position& position, const Mark& mark) {
    auto& episode = episode_to_begin(position);
    reach(episode, Milestone::referral, mark.on);
    reach(episode, Milestone::contact, mark.on);
    move_on(episode, Stage::contacted);
}

inline void note_leave(Position& position, Day from, Day until) {
    position.leave_known = true;
    position.leave_from = from;
    position.leave_until = until;
    if (known(from)) reach(position.current(), Milestone::first_sick_leave_day, from);
}

inline void apply_referral(Position& position, const Mark& mark) {
    auto& episode = episode_to_begin(position);
    reach(episode, Milestone::referral, mark.on);
    episode.origin = mark.code;
    move_on(episode, Stage::referred);
}

/// The consent a referral form says, even a second one.
inline void apply_referral_consent(Position& position, const Mark& mark) {
    const auto worker = static_cast<std::uint8_t>(index_of(Actor::worker));
    if (has(mark, consent_given))
        position.consents.push_back({mark.on, no_day, ConsentScope::referral, ConsentState::given, worker, no_code});
    if (has(mark, consent_refused))
        position.consents.push_back({mark.on, no_day, ConsentScope::referral, ConsentState::refused, worker, no_code});
}

inline void apply_interview(Episode& episode, const Mark& mark) {
    reach(episode, Milestone::interview, mark.on);
    reach(episode, Milestone::contact, mark.on);
    const auto decision = static_cast<Decision>(mark.code);
    if (decision == Decision::accepted) return move_on(episode, Stage::qualified);
    if (decision == Decision::deferred) return move_on(episode, Stage::contacted);
    if (known(episode.day_of(Milestone::entry))) return;
    if (!ended(episode)) reach(episode, Milestone::closing, mark.on);
    move_on(episode, Stage::redirected);
}

inline void apply_refusal(Episode& episode, const Mark& mark) {
    reach(episode, Milestone::contact, mark.on);
    if (!known(episode.day_of(Milestone::entry))) {
        reach(episode, Milestone::refusal, mark.on);
        return move_on(episode, Stage::declined);
    }
    reach(episode, Milestone::exit, mark.on);
    reach(episode, Milestone::outcome, mark.on);
    episode.outcome = static_cast<std::uint8_t>(index_of(Outcome::drop_out));
    move_on(episode, Stage::exited);
}

inline void apply_outcome(Episode& episode, const Mark& mark, const Protocol& protocol) {
    reach(episode, Milestone::outcome, mark.on);
    episode.outcome = mark.code;
    if (known(episode.day_of(Milestone::refusal))) return;
    const bool leaves = known(episode.day_of(Milestone::entry));
    reach(episode, leaves ? Milestone::exit : Milestone::closing, mark.on);
    move_on(episode, leaves && anchored(episode, protocol.follow_up) ? Stage::exited : Stage::closed);
}

/// Notes that the worker is known dead or retired at every followed exit before that day; whether there is one.
inline bool settle(Position& position, const FollowUpSchedule& schedule, Day day) {
    bool any = false;
    for (auto& episode : position.episodes) {
        if (!anchored(episode, schedule) || episode.day_of(Milestone::exit) >= day) continue;
        any = true;
        if (!known(episode.settled)) episode.settled = day;
    }
    return any;
}

/// Whether a follow-up finds its exit, once it has had its effect there.
inline bool apply_follow_up(Position& position, const Mark& mark, const FollowUpSchedule& schedule) {
    const int horizon = position_of_horizon(schedule, mark.horizon);
    if (horizon < 0 || mark.code == no_code) return false;
    const auto answer = static_cast<Answer>(mark.code);
    if (settles(answer)) return settle(position, schedule, mark.on);
    const int place = episode_answered(position, schedule, mark.horizon, mark.on);
    if (place < 0) return false;
    auto& day = position.episodes[static_cast<std::size_t>(place)].answered[static_cast<std::size_t>(horizon)];
    if (is_substantive(answer) && !known(day)) day = mark.on;
    return true;
}

inline void apply_consent(Position& position, const Mark& mark) {
    const auto party = mark.actor == no_code ? static_cast<std::uint8_t>(index_of(Actor::worker)) : mark.actor;
    position.consents.push_back({mark.on, mark.until, static_cast<ConsentScope>(mark.code), static_cast<ConsentState>(mark.state), party, mark.partner});
}

inline void apply_leave(Position& position, const Mark& mark) {
    const auto state = static_cast<LeaveState>(mark.code);
    if (state == LeaveState::ended) return note_leave(position, no_day, no_day);
    const bool goes_on = state == LeaveState::extended && known(position.leave_from);
    note_leave(position, goes_on ? position.leave_from : mark.on, mark.until);
}

inline void apply_suspension(Episode& episode) {
    if (episode.stage == Stage::suspended) return;
    episode.before_suspension = episode.stage;
    move_on(episode, Stage::suspended);
}

/// The effect of an event on its case, whatever the rules said of it: facts are facts.
inline void apply(Position& position, const Mark& mark, const Protocol& protocol) {
    auto& episode = position.current();
    switch (mark.event) {
        case Event::reopening: return apply_reopening(position, mark);
        case Event::referral: return apply_referral(position, mark);
        case Event::first_contact: reach(episode, Milestone::contact, mark.on); return move_on(episode, Stage::contacted);
        case Event::appointment:
            if (static_cast<AppointmentState>(mark.code) != AppointmentState::held) return;
            reach(episode, Milestone::appointment_held, mark.on);
            reach(episode, Milestone::contact, mark.on);
            return move_on(episode, Stage::contacted);
        case Event::qualification_interview: return apply_interview(episode, mark);
        case Event::entry:
            reach(episode, Milestone::entry, mark.on);
            reach(episode, Milestone::contact, mark.on);
            return move_on(episode, Stage::in_support);
        case Event::refusal: return apply_refusal(episode, mark);
        case Event::action_plan: return reach(episode, Milestone::plan, mark.on);
        case Event::action:
            if (mark.code != no_code) episode.measures |= std::uint64_t{1} << mark.code;
            return;
        case Event::suspension: return apply_suspension(episode);
        case Event::resumption:
            if (episode.stage == Stage::suspended) episode.stage = episode.before_suspension;
            return;
        case Event::outcome: return apply_outcome(episode, mark, protocol);
        case Event::follow_up: apply_follow_up(position, mark, protocol.follow_up); return;
        case Event::consent: return apply_consent(position, mark);
        case Event::sick_leave: return apply_leave(position, mark);
        default: return;
    }
}

}  // namespace detail
}  // namespace maintien

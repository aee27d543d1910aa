#pragma once
/// @file
/// Follow-ups in their place: which exit an answer belongs to, and when nothing more is expected.

#include <algorithm>

#include "maintien/pathway/position.hpp"
#include "maintien/protocol/follow_up_schedule.hpp"
#include "maintien/vocabulary/follow_up_answer.hpp"

namespace maintien {

/// Whether an episode has an exit that is followed: an exit whose outcome is not excepted.
constexpr bool anchored(const Episode& episode, const FollowUpSchedule& schedule) {
    return known(episode.day_of(Milestone::exit)) && episode.outcome != no_code &&
           !schedule.except.contains(static_cast<Outcome>(episode.outcome));
}

/// Whether an answer of `horizon` on `day` falls into the window of an exit. Only near the ends of the window is the calendar asked:
/// so many months are never four days more or fewer than as many mean months.
constexpr bool in_window(const FollowUpSchedule& schedule, Day exit, int horizon, Day day) {
    constexpr int slack = 4;
    const int from_due = day - exit - (horizon * 30437 + 500) / 1000;
    if (from_due < -schedule.opens_before_days - slack || from_due > schedule.closes_after_days + slack) return false;
    if (from_due >= -schedule.opens_before_days + slack && from_due <= schedule.closes_after_days - slack) return true;
    return contains(answer_window(schedule, exit, horizon), day);
}

/// The position of the episode an answer of `horizon` on `day` belongs to: the latest followed exit whose window holds the day; -1 when none does. The schedule must know the horizon.
inline int episode_answered(const Position& position, const FollowUpSchedule& schedule, int horizon, Day day) {
    for (auto i = static_cast<int>(position.episodes.size()) - 1; i >= 0; --i) {
        const auto& episode = position.episodes[static_cast<std::size_t>(i)];
        if (anchored(episode, schedule) && in_window(schedule, episode.day_of(Milestone::exit), horizon, day)) return i;
    }
    return -1;
}

/// Whether the case has a followed exit before `day`: a death or a retirement may be noted on any day after it.
inline bool exited_before(const Position& position, const FollowUpSchedule& schedule, Day day) {
    return std::any_of(position.episodes.begin(), position.episodes.end(), [&](const Episode& episode) {
        return anchored(episode, schedule) && episode.day_of(Milestone::exit) < day;
    });
}

/// The day from which nothing more is expected of an exited episode: every horizon answered or over, or the worker known dead or retired.
inline Day expectation_ends(const Episode& episode, const FollowUpSchedule& schedule) {
    Day end = episode.day_of(Milestone::exit);
    for (std::size_t i = 0; i < schedule.horizons.size(); ++i) {
        const Day over = answer_window(schedule, episode.day_of(Milestone::exit), schedule.horizons[i]).to + 1;
        end = std::max(end, known(episode.answered[i]) ? std::min(episode.answered[i], over) : over);
    }
    return known(episode.settled) ? std::min(end, episode.settled) : end;
}

/// The stage of an episode as of `day`: an exited one is closed once nothing more is expected.
inline MaybeStage stage_as_of(const Episode& episode, const FollowUpSchedule& schedule, Day day) {
    const bool left = episode.stage == Stage::exited && known(episode.day_of(Milestone::exit));
    if (left && day >= expectation_ends(episode, schedule)) return Stage::closed;
    return episode.stage;
}

}  // namespace maintien

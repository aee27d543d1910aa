#pragma once
/// @file
/// Deadlines: by when the protocol wants the next steps of a case, and the follow-ups of its exits.

#include <vector>

#include "maintien/pathway/agenda/follow_ups.hpp"
#include "maintien/pathway/agenda/limits.hpp"

namespace maintien {

/// A day a protocol sets for a case: that of a time limit which runs in the current episode, or of a follow-up still to be answered.
struct Deadline {
    std::size_t episode = 0;                    ///< position of the episode in the case
    Milestone step = Milestone::contact;        ///< what is owed by then; `exit` for a follow-up, which hangs on that exit
    int horizon = 0;                            ///< of a follow-up: months after the exit; 0 for a time limit
    std::string_view rule{};                    ///< the time limit, or `follow_up`; it lives as long as the protocol
    Day due{};                                  ///< the last day that still counts; of a follow-up its due day
    constexpr bool operator==(const Deadline&) const = default;
};

/// Whether two deadlines of one case are about the same thing, whatever their days: they may come from two protocols.
constexpr bool about_the_same(const Deadline& a, const Deadline& b) { return a.episode == b.episode && a.step == b.step && a.horizon == b.horizon; }

namespace detail {

inline void add_running_limits(std::vector<Deadline>& deadlines, const AgendaFacts& facts, const Protocol& protocol, const AgendaDay& day) {
    const auto& episode = facts.position.current();
    for (const auto& limit : protocol.time_limits) {
        if (!runs(limit, episode)) continue;
        const Day due = clock_end(limit, episode.day_of(limit.from), facts.pauses, day.as_of, day.region).due;
        deadlines.push_back({facts.position.episodes.size() - 1, limit.to, 0, limit.id, due});
    }
}

inline void add_open_follow_ups(std::vector<Deadline>& deadlines, const AgendaFacts& facts, const FollowUpSchedule& schedule, Day as_of) {
    for (std::size_t i = 0; i < facts.position.episodes.size(); ++i) {
        const auto& episode = facts.position.episodes[i];
        if (!anchored(episode, schedule)) continue;
        const Day exit = episode.day_of(Milestone::exit);
        for (std::size_t h = 0; h < schedule.horizons.size(); ++h)
            if (const int months = schedule.horizons[h]; as_of <= answer_window(schedule, exit, months).to && !done_asking(facts, i, h))
                deadlines.push_back({i, Milestone::exit, months, code_of(AgendaRule::follow_up), due_day(exit, months)});
    }
}

}  // namespace detail

/// The deadlines of a case on a day, whether near or far: first those of the current episode's steps, then the follow-ups of every
/// exit. They are the agenda's own, without its looking ahead; nothing is asked of a worker known dead.
inline std::vector<Deadline> deadlines_of(const AgendaFacts& facts, const Protocol& protocol, const AgendaDay& day) {
    std::vector<Deadline> deadlines;
    if (known(facts.death_known)) return deadlines;
    detail::add_running_limits(deadlines, facts, protocol, day);
    if (!never_asked(facts, day.as_of)) detail::add_open_follow_ups(deadlines, facts, protocol.follow_up, day.as_of);
    return deadlines;
}

}  // namespace maintien

#pragma once
/// @file
/// Where the ways of a search have come to, and on which days they may go on.

#include <queue>
#include <set>
#include <string>

#include "maintien/pathway/laid_entry.hpp"
#include "maintien/pathway/path_step.hpp"

namespace maintien::detail {

/// A way begun: the entries made so far and the day it has come to.
struct Way {
    std::vector<PackedEntry> steps{};  ///< the entries
    Day day{};                         ///< the day of the last, or of the wanted event
    bool arrived = false;              ///< the wanted event may happen on that day
    std::string left{};                ///< where the case stood before the last step, when the last thing done was a step
    Day waited{};                      ///< the telling day that was waited for since the last step, or none
    std::size_t number = 0;            ///< the order in which ways were begun: the preferred one of equals
};

/// Whether another way is followed first.
struct FollowedLater {
    bool operator()(const Way& a, const Way& b) const {
        return std::tuple{a.steps.size(), a.day, a.number} > std::tuple{b.steps.size(), b.day, b.number};
    }
};

/// What a search works with.
struct PathSearch {
    ProtocolVersions protocol;            ///< the rules
    History history{};                    ///< the case; the steps of a way are laid in it
    std::size_t recorded = 0;             ///< how many entries are the file's own
    PackedEntry wanted{};                 ///< the event to come to
    std::vector<PackedEntry> moving{};    ///< what may move the case on
    std::uint32_t looked_at = 0;          ///< bit i: milestone i decides what may follow
    bool age_may_come = false;            ///< the episode has no referral yet, or ended: the worker may be older at the next
    std::vector<Guard> on_referrals{};    ///< the guards on the age at referral and on its origin
    std::priority_queue<Way, std::vector<Way>, FollowedLater> ways{};  ///< the ways begun
    std::set<std::string> seen{};         ///< where ways have come to
    std::size_t begun = 0;                ///< how many ways were begun
};

/// Whether the file itself goes on, on a day or after it.
inline bool file_goes_on(const PathSearch& search, Day day) {
    const auto& marks = search.history.marks;
    return std::any_of(marks.begin(), marks.end(), [&](const DatedMark& dated) { return dated.mark.on >= day && dated.at.position() < search.recorded; });
}

/// The same entry on another day; what became known before that day becomes known on it.
inline PackedEntry moved(PackedEntry entry, Day day) {
    entry.on = day;
    if (known(entry.recorded_on) && entry.recorded_on < day) entry.recorded_on = no_day;
    return entry;
}

/// The guards of all the rules, version by version.
inline std::vector<Guard> guards_of(const ProtocolVersions& protocol) {
    std::vector<Guard> guards;
    for (const Protocol* version : protocol)
        for (const auto& row : version->transitions) guards.insert(guards.end(), row.guards.begin(), row.guards.end());
    return guards;
}

/// The milestones a rule looks at, as bits; at those that open, enter or end an episode the reading itself does.
inline std::uint32_t milestones_looked_at(const std::vector<Guard>& guards) {
    std::uint32_t looked_at = 0;
    for (const auto milestone : {Milestone::referral, Milestone::entry, Milestone::refusal, Milestone::exit, Milestone::closing}) looked_at |= 1u << index_of(milestone);
    for (const auto& guard : guards)
        if (guard.kind == GuardKind::after || guard.kind == GuardKind::not_after) looked_at |= 1u << index_of(guard.milestone);
    return looked_at;
}

/// How the guards on the referral of the current episode stand, and the version it chooses.
inline std::string referral_in_short(const Position& position, const PathSearch& search, Day day) {
    Mark today;
    today.on = day;
    std::string text;
    for (const auto& guard : search.on_referrals) {
        const auto standing = guard.kind == GuardKind::age_at_least ? age_standing(guard, position, today) : origin_standing(guard, position, today);
        text += static_cast<char>(standing);
    }
    if (known(version_day(position.current()))) text += iso(version_of(search.protocol, position.current()).valid_from);
    return text;
}

/// What of a position decides what may follow, days aside.
inline std::string standing_in_short(const Position& position, const PathSearch& search, Day day) {
    const auto& episode = position.current();
    const auto& schedule = latest(search.protocol).follow_up;
    const auto stage = stage_as_of(episode, schedule, day);
    std::string text = referral_in_short(position, search, day);
    const auto add = [&](std::size_t number) { text += static_cast<char>(number); };
    add(stage ? index_of(*stage) : no_code);
    add(episode.before_suspension && stage == Stage::suspended ? index_of(*episode.before_suspension) : no_code);
    add(episode.outcome == no_code ? 0u : schedule.except.contains(static_cast<Outcome>(episode.outcome)) ? 1u : 2u);
    for (const auto& term : terms_of<Milestone>)
        if (search.looked_at >> index_of(term.value) & 1) add(known(episode.day_of(term.value)));
    const auto left_on_the_way = [&](const Episode& each) { return anchored(each, schedule) && each.day_of(Milestone::exit) >= search.wanted.on; };
    add(std::any_of(position.episodes.begin(), position.episodes.end(), left_on_the_way));
    return text;
}

/// Where a way has come to, as far as it decides what may follow; on days the file speaks of, the day counts too.
inline std::string place_of(const PathSearch& search, const Way& way, std::string text) {
    std::set<std::string> words;
    Event last = Event::sick_leave;
    for (const auto& step : way.steps) {
        if (step.event == Event::consent || step.event == Event::sick_leave) words.insert(canonical_json({}, view_of(moved(step, make_day(2000, 1, 1))), search.history.names));
        else if (step.on == way.day) last = step.event;
    }
    for (const auto& word : words) text += word;
    text += static_cast<char>(last);
    return text + iso(file_goes_on(search, way.day) ? way.day : way.waited);
}

/// The next day after `day` on which something changes by itself: the file goes on, a window opens, the year of an age begins,
/// a version of the protocol comes into force; none when nothing will.
inline Day next_telling_day(const PathSearch& search, const Position& position, Day day) {
    Day next{};
    const auto add = [&](Day one) {
        if (one > day && (!known(next) || one < next)) next = one;
    };
    const auto& schedule = latest(search.protocol).follow_up;
    for (const auto& dated : search.history.marks) add(dated.mark.on), add(dated.mark.on + 1);
    for (const Protocol* version : search.protocol) add(version->valid_from);
    for (const auto& guard : search.on_referrals)
        if (search.age_may_come && guard.kind == GuardKind::age_at_least && position.birth_year != 0) add(make_day(position.birth_year + guard.age, 1, 1));
    for (const auto& episode : position.episodes) {
        if (!anchored(episode, schedule)) continue;
        const Day exit = episode.day_of(Milestone::exit);
        add(exit + 1);
        add(expectation_ends(episode, schedule));
        for (const int horizon : schedule.horizons) add(answer_window(schedule, exit, horizon).from);
    }
    return next;
}

}  // namespace maintien::detail

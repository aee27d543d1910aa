#pragma once
/// @file
/// Where the ways of a search have come to, and on which days they may go on.

#include <map>
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
    IndexedVersions lookups;              ///< their lookups
    History history{};                    ///< the case; the steps of a way are laid in it
    std::size_t recorded = 0;             ///< how many entries are the file's own
    PackedEntry wanted{};                 ///< the event to come to
    std::vector<PackedEntry> moving{};    ///< what may move the case on
    std::uint32_t looked_at = 0;          ///< bit i: milestone i decides what may follow
    bool age_may_come = false;            ///< the episode has no referral yet, or ended: the worker may be older at the next
    std::vector<Guard> on_referrals{};    ///< the guards on the age at referral and on its origin
    std::priority_queue<Way, std::vector<Way>, FollowedLater> ways{};  ///< the ways begun
    std::map<std::string, Event> seen{};  ///< where ways have come to, each with how early in its day
    std::size_t begun = 0;                ///< how many ways were begun
};

/// The first day from `day` on of which the file itself speaks, or none.
inline Day next_recorded_day(const PathSearch& search, Day day) {
    for (const auto& dated : search.history.marks)
        if (dated.mark.on >= day && dated.at.position() < search.recorded) return dated.mark.on;
    return no_day;
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
    if (search.protocol.size() > 1) text += iso(version_on(search.protocol, day).valid_from);
    return text;
}

/// Whether the day after an exit, and each of its windows, is to come, there or over on a day, as bits.
inline std::uint32_t windows_of(Day exit, const FollowUpSchedule& schedule, Day day) {
    std::uint32_t bits = exit < day ? 1 : 0;
    for (std::size_t i = 0; i < schedule.horizons.size(); ++i) {
        const auto window = answer_window(schedule, exit, schedule.horizons[i]);
        bits |= 1u << (1 + 3 * i + (day < window.from ? 0u : day <= window.to ? 1u : 2u));
    }
    return bits;
}

/// How the windows of the exits stand on a day: one by one of the exits that there were, together of those on the way.
inline std::string windows_in_short(const Position& position, const PathSearch& search, Day day) {
    const auto& schedule = latest(search.protocol).follow_up;
    std::string text;
    std::uint32_t on_the_way = 0;
    for (const auto& episode : position.episodes) {
        if (!anchored(episode, schedule)) continue;
        const Day exit = episode.day_of(Milestone::exit);
        if (exit < search.wanted.on) text += std::to_string(windows_of(exit, schedule, day)) + ",";
        else on_the_way |= windows_of(exit, schedule, day);
    }
    return text + std::to_string(on_the_way);
}

/// What of a position decides what may follow, days aside.
inline std::string standing_in_short(const Position& position, const PathSearch& search, Day day) {
    const auto& episode = position.current();
    const auto& schedule = latest(search.protocol).follow_up;
    const auto stage = stage_as_of(episode, schedule, day);
    std::string text = referral_in_short(position, search, day) + windows_in_short(position, search, day);
    const auto add = [&](std::size_t number) { text += static_cast<char>(number); };
    add(stage ? index_of(*stage) : no_code);
    add(episode.before_suspension && stage == Stage::suspended ? index_of(*episode.before_suspension) : no_code);
    add(episode.outcome == no_code ? 0u : schedule.except.contains(static_cast<Outcome>(episode.outcome)) ? 1u : 2u);
    for (const auto& term : terms_of<Milestone>)
        if (search.looked_at >> index_of(term.value) & 1) add(known(episode.day_of(term.value)));
    return text;
}

/// Whether an entry is a word or a fact that may be told at any moment of its day.
inline bool told_any_time(const PackedEntry& entry) { return entry.event == Event::consent || entry.event == Event::sick_leave; }

/// How far in the order of its day a way has come: the steps of a day may be made in that order, those that open an episode aside.
inline Event last_of_the_day(const Way& way) {
    Event last = Event::sick_leave;
    for (const auto& step : way.steps)
        if (step.on == way.day && !told_any_time(step) && !maintien::opens(step.event)) last = std::max(last, step.event);
    return last;
}

/// Where a way has come to, as far as it decides what may follow: days that the file does not speak of differ only by what comes next.
inline std::string place_of(const PathSearch& search, const Way& way, std::string text) {
    std::set<std::string> words;
    for (const auto& step : way.steps)
        if (told_any_time(step)) words.insert(canonical_json({}, view_of(moved(step, make_day(2000, 1, 1))), search.history.names));
    for (const auto& word : words) text += word;
    const Day next = next_recorded_day(search, way.day);
    return text + (next == way.day ? "on" : "before") + iso(next);
}

/// Whether a way comes to a place where none has been, or only later in a day.
inline bool comes_first(PathSearch& search, const Way& way, const std::string& standing) {
    const Event last = last_of_the_day(way);
    const auto [place, fresh] = search.seen.try_emplace(place_of(search, way, standing), last);
    if (!fresh && place->second <= last) return false;
    place->second = last;
    return true;
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

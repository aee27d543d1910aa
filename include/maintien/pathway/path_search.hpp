#pragma once
/// @file
/// The search for the shortest path: fewest steps first, then the earliest day.

#include "maintien/pathway/path_place.hpp"

namespace maintien::detail {

/// Entries laid in a history while they are looked at.
class Laid {
public:
    explicit Laid(History& history) : history_(history) {}
    Laid(const Laid&) = delete;
    Laid& operator=(const Laid&) = delete;
    ~Laid() {
        while (!places_.empty()) take_last_back();
    }

    std::size_t add(const PackedEntry& entry) {
        places_.push_back(lay(history_, entry));
        return places_.back();
    }
    void take_last_back() {
        take_back(history_, places_.back());
        places_.pop_back();
    }

private:
    History& history_;
    std::vector<std::size_t> places_{};
};

/// Whether an entry comes last in its day, so that it meets the position at the end of it; what opens an episode may have to wait.
inline bool comes_last(const History& history, const PackedEntry& entry) {
    if (value_of(view_of(entry), Attribute::birth_year)) return false;
    return std::none_of(history.marks.begin(), history.marks.end(), [&](const DatedMark& dated) {
        return dated.mark.on == entry.on && (dated.mark.event >= entry.event || opens(dated.mark));
    });
}

inline Trial trial_at(PathSearch& search, const Position& position, const PackedEntry& entry) {
    if (comes_last(search.history, entry)) return {judge(position, mark_of(view_of(entry)), version_met(search.protocol, position, entry.event, entry.on)), {}, false};
    Laid laid(search.history);
    return trial_of(tried_at(search.history, laid.add(entry)), search.protocol);
}

/// The facts after which an entry may be made on its day, none when it may be made at once; nothing when no facts would do.
inline std::optional<std::vector<PackedEntry>> facts_before(PathSearch& search, const Position& position, const PackedEntry& entry) {
    auto trial = trial_at(search, position, entry);
    if (trial.accepted()) return std::vector<PackedEntry>{};
    if (trial.judgement.unmet == 0) return std::nullopt;
    if (comes_last(search.history, entry)) trial.before = position;
    auto facts = facts_wanting(trial, mark_of(view_of(entry)));
    if (!facts) return std::nullopt;
    Laid laid(search.history);
    for (const auto& fact : *facts) laid.add(fact);
    return trial_of(tried_at(search.history, laid.add(entry)), search.protocol).accepted() ? facts : std::nullopt;
}

/// Where a case stands on a day.
struct Standing {
    Position position{};   ///< at its end
    std::string course{};  ///< in short; on a day the file speaks of also how the day came there, since a step may be made in between
};

/// Watches how a day goes: where the case stands, change by change, and which event each time came before.
struct CourseOfDay {
    const PathSearch& search;
    const Position& position;
    std::span<const Mark> marks;
    Day day;
    std::string course{}, last{};
    Event event{};

    void note() {
        auto now = standing_in_short(position, search, day);
        if (now == last) return;
        course += static_cast<char>(event) + now;
        last = std::move(now);
    }
    void operator()(std::size_t, const Judgement&) const {}
    void before(std::size_t i, const Protocol&) {
        if (marks[i].on != day) return;
        note();
        event = marks[i].event;
    }
};

/// Where the case stands on a day, the steps laid in its history counted.
inline Standing standing_on(const PathSearch& search, Day day) {
    std::vector<Mark> marks;
    int birth_year = 0;
    bool file_speaks = false;
    for (const auto& dated : search.history.marks) {
        if (dated.mark.on > day) break;
        if (birth_year == 0 && has(dated.mark, about_the_case)) birth_year = birth_year_said(entry_at(search.history, dated.at));
        file_speaks = file_speaks || (dated.mark.on == day && dated.at.position() < search.recorded);
        marks.push_back(dated.mark);
    }
    Standing standing{new_position(birth_year)};
    CourseOfDay watch{search, standing.position, marks, day};
    if (file_speaks) replay_one(standing.position, std::span<const Mark>(marks), search.protocol, watch);
    else replay_one(standing.position, std::span<const Mark>(marks), search.lookups, Unwatched{});
    watch.note();
    standing.course = std::move(watch.course);
    return standing;
}

/// Goes on with an entry on the day the way has come to, if it may be made.
inline void go_on_with(PathSearch& search, const Way& way, const Position& position, const PackedEntry& entry, bool arrives) {
    const auto next = moved(entry, way.day);
    const auto facts = facts_before(search, position, next);
    if (!facts) return;
    Way longer{way.steps, way.day, arrives, way.left, ++search.begun};
    longer.steps.insert(longer.steps.end(), facts->begin(), facts->end());
    if (!arrives) longer.steps.push_back(next);
    search.ways.push(std::move(longer));
}

/// The next day on which something is no longer as on the day a way has come to.
inline Day next_other_day(const PathSearch& search, const Way& way, const Position& position) {
    const auto today = standing_in_short(position, search, way.day);
    const Day recorded = next_recorded_day(search, way.day);
    Day next = next_telling_day(search, position, way.day);
    while (known(next) && next_recorded_day(search, next) == recorded && next != recorded && standing_in_short(position, search, next) == today)
        next = next_telling_day(search, position, next);
    return next;
}

/// Waits for the next day, where what comes earlier in a day may be made, or for the next on which something is different.
inline void wait(PathSearch& search, const Way& way, const Position& position) {
    const Day other = next_other_day(search, way, position);
    if (other != way.day + 1) search.ways.push({way.steps, way.day + 1, false, {}, ++search.begun});
    if (known(other)) search.ways.push({way.steps, other, false, {}, ++search.begun});
}

/// Whether a step is to be tried: in the order of the day where nothing else is recorded that day, and nobody is born twice.
inline bool worth_trying(const PathSearch& search, const Way& way, const Position& position, const PackedEntry& entry) {
    if (position.birth_year != 0 && value_of(view_of(entry), Attribute::birth_year)) return false;
    return entry.event >= last_of_the_day(way) || maintien::opens(entry.event) || next_recorded_day(search, way.day) == way.day;
}

/// Begins every way that goes on from `way`, unless its last step changed nothing or another has come to the same place before.
inline void go_on(PathSearch& search, Way way) {
    Laid laid(search.history);
    for (const auto& step : way.steps) laid.add(step);
    const auto [position, course] = standing_on(search, way.day);
    if (search.seen.empty()) search.age_may_come = ended(position.current()) || !known(position.current().day_of(Milestone::referral));
    if (course == way.left || !comes_first(search, way, course)) return;
    way.left = course;
    go_on_with(search, way, position, search.wanted, true);
    for (const auto& entry : search.moving)
        if (worth_trying(search, way, position, entry)) go_on_with(search, way, position, entry, false);
    wait(search, way, position);
}

/// How many ways a search follows before it gives up: more than there are from the end of a file, where a search that finds nothing
/// has looked everywhere; fewer where the file goes on after the event, since what it tells later can make them very many.
inline constexpr std::size_t ways_from_the_end = 20'000, ways_in_between = 6'000;

/// Everything laid out for the search of a way to an event.
inline PathSearch search_for(const CaseFile& file, const Entry& wanted, const ProtocolVersions& protocol) {
    PathSearch search{.protocol = protocol, .lookups = indexed_versions(protocol), .history = whole_history_of(file), .moving = moving_entries(protocol)};
    search.recorded = search.history.entries.size();
    search.wanted = packed(wanted, search.history.names);
    const auto guards = guards_of(protocol);
    search.looked_at = milestones_looked_at(guards);
    const auto on_referral = [](const Guard& guard) { return guard.kind == GuardKind::age_at_least || guard.kind == GuardKind::origin_in; };
    std::copy_if(guards.begin(), guards.end(), std::back_inserter(search.on_referrals), on_referral);
    return search;
}

/// Whether the steps and then the wanted event may all be made, one after the other.
inline bool leads_there(PathSearch& search, const std::vector<PackedEntry>& steps, Day day) {
    Laid laid(search.history);
    const auto made = [&](const PackedEntry& entry) { return trial_of(tried_at(search.history, laid.add(entry)), search.protocol).accepted(); };
    return std::all_of(steps.begin(), steps.end(), made) && made(moved(search.wanted, day));
}

/// The shortest way to the wanted event, of fewer than so many steps, or none among so many ways.
inline std::optional<Way> shortest_way(PathSearch& search, std::size_t fewer_than = SIZE_MAX, std::size_t ways_at_most = ways_from_the_end) {
    search.ways.push({{}, search.wanted.on, false, {}, 0});
    for (std::size_t followed = 0; !search.ways.empty() && followed < ways_at_most; ++followed) {
        const Way way = search.ways.top();
        search.ways.pop();
        if (way.steps.size() >= fewer_than) return std::nullopt;
        if (way.arrived) return way;
        go_on(search, way);
    }
    return std::nullopt;
}

/// Leaves out what the file tells after the day of the wanted event; whether there is any.
inline bool stop_at_its_day(PathSearch& search) {
    return std::erase_if(search.history.marks, [&](const DatedMark& dated) { return dated.mark.on > search.wanted.on; }) > 0;
}

/// The same for an event before the end of its file: first as if the file stopped there, which is soon told, then with what the
/// file tells later, which may spare a step, be in the way, or lead where no step of today would.
inline std::optional<Way> way_through(PathSearch& until_then, PathSearch& whole) {
    const bool goes_on = stop_at_its_day(until_then);
    const auto way = shortest_way(until_then);
    if (!goes_on) return way;
    const bool leads = way && leads_there(whole, way->steps, way->day);
    const auto shorter = shortest_way(whole, leads ? way->steps.size() : SIZE_MAX, ways_in_between);
    return shorter || !leads ? shorter : way;
}

}  // namespace maintien::detail

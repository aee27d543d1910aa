#pragma once
/// @file
/// Survival tables: how many days after their beginning episodes had which event, or were last seen without it.

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "maintien/indicators/day_counts.hpp"

namespace maintien {

/// A table "days since the beginning → events by cause, censored, delayed entries", in whole numbers. Tables of different services
/// add up to the table of all of them, in any order, to the bit; every survival estimate is worked out from such a table alone.
///
/// Days are whole and not negative (negative delays are the caller's to exclude and count). An episode watched from its beginning is at
/// risk on day 0 too, so an event on day 0 counts. One that came under observation `watched_from` > 0 days after its beginning
/// (delayed entry, left truncation) is at risk from the day after: observed (watched_from, days], as R's `Surv(start, stop, event)`.
struct SurvivalTable {
    std::vector<DayCounts> events{};     ///< by cause, from 0: days to the event
    DayCounts censored{};                ///< days to the last day the episode was seen without any event
    DayCounts delayed_entries{};         ///< days to the beginning of observation, for episodes not watched from day 0

    /// Adds the table of other episodes, with the same causes; both must be in order.
    void operator+=(const SurvivalTable& other) {
        assert(events.size() == other.events.size());
        for (std::size_t cause = 0; cause < events.size(); ++cause) events[cause] += other.events[cause];
        censored += other.censored;
        delayed_entries += other.delayed_entries;
    }

    /// Whether two tables, both in order, hold the same numbers.
    friend bool operator==(const SurvivalTable& a, const SurvivalTable& b) {
        const auto same = [](const DayCounts& x, const DayCounts& y) { return x.rows == y.rows; };
        return std::equal(a.events.begin(), a.events.end(), b.events.begin(), b.events.end(), same) && same(a.censored, b.censored) &&
               same(a.delayed_entries, b.delayed_entries);
    }
};

/// An empty table for so many competing causes of the end of an episode; 1 when there is one event.
inline SurvivalTable survival_table(std::size_t causes = 1) {
    assert(causes > 0);
    SurvivalTable table;
    table.events.resize(causes);
    return table;
}

namespace detail {

inline void watch(SurvivalTable& table, int days, int watched_from, std::int64_t count) {
    assert(days >= 0 && watched_from >= 0 && count >= 0 && (watched_from == 0 || watched_from < days));
    (void)days;
    if (watched_from > 0 && count > 0) table.delayed_entries.add(watched_from, count);
}

}  // namespace detail

/// Adds `count` episodes that had the event of that cause after so many days. An episode with delayed entry must end after the day it
/// came under observation: one that did not was never at risk and belongs in no table.
inline void add_event(SurvivalTable& table, int days, std::size_t cause = 0, int watched_from = 0, std::int64_t count = 1) {
    detail::watch(table, days, watched_from, count);
    if (count > 0) table.events.at(cause).add(days, count);
}

/// Adds `count` episodes last seen without any event after so many days; delayed entry as for `add_event`.
inline void add_censored(SurvivalTable& table, int days, int watched_from = 0, std::int64_t count = 1) {
    detail::watch(table, days, watched_from, count);
    if (count > 0) table.censored.add(days, count);
}

/// Puts a table in order once all episodes are in; estimates and sums take tables in order.
inline void put_in_order(SurvivalTable& table) {
    for (auto& cause : table.events) cause.merge();
    table.censored.merge();
    table.delayed_entries.merge();
}

/// Whether a table is in order: what was added last is among the rows.
inline bool is_in_order(const SurvivalTable& table) {
    const auto in_order = [](const DayCounts& days) { return days.by_day.empty() && days.merged == days.rows.size(); };
    return std::all_of(table.events.begin(), table.events.end(), in_order) && in_order(table.censored) && in_order(table.delayed_entries);
}

/// The number of episodes in a table.
inline std::int64_t episodes_in(const SurvivalTable& table) {
    assert(is_in_order(table));
    std::int64_t episodes = cases_of(table.censored);
    for (const auto& cause : table.events) episodes += cases_of(cause);
    return episodes;
}

/// The number of events of one cause up to a day, that day included.
inline std::int64_t events_until(const SurvivalTable& table, std::size_t cause, std::int64_t day) {
    std::int64_t events = 0;
    for (const auto& row : table.events.at(cause).rows)
        if (row.days <= day) events += row.count;
    return events;
}

/// The last day anybody was observed: the greatest number of days to an event or to a censoring; −1 in an empty table.
inline std::int64_t last_day_observed(const SurvivalTable& table) {
    std::int64_t last = -1;
    const auto look = [&](const DayCounts& days) { if (!days.rows.empty()) last = std::max(last, days.rows.back().days); };
    for (const auto& cause : table.events) look(cause);
    look(table.censored);
    return last;
}

}  // namespace maintien

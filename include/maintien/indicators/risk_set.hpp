#pragma once
/// @file
/// Risk sets: who could still have the event on each day somebody had it or was last seen.

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "maintien/indicators/survival_table.hpp"

namespace maintien {

/// One day on which an episode ended or was last seen. On a tied day events come before censorings: those censored that day are at risk.
struct RiskSet {
    std::int64_t day{};                       ///< days since the beginning
    std::int64_t at_risk{};                   ///< episodes under observation without event just before that day's events
    std::int64_t events{};                    ///< events of that day, of any cause
    std::int64_t censored{};                  ///< episodes last seen that day without event
    std::vector<std::int64_t> by_cause{};     ///< the events of that day by cause

    /// Whether two risk sets are the same.
    friend bool operator==(const RiskSet&, const RiskSet&) = default;
};

namespace detail {

/// Goes along a table in order, giving the number on each of a sequence of ascending days.
class DayReader {
public:
    explicit DayReader(const DayCounts& table) : rows_(&table.rows) {}

    /// How many on that day; days in between are passed over.
    std::int64_t on(std::int64_t day) {
        before(day);
        return next_ < rows_->size() && (*rows_)[next_].days == day ? (*rows_)[next_].count : 0;
    }

    /// How many on all days before that day.
    std::int64_t before(std::int64_t day) {
        while (next_ < rows_->size() && (*rows_)[next_].days < day) passed_ += (*rows_)[next_++].count;
        return passed_;
    }

private:
    const std::vector<DayCount>* rows_;
    std::size_t next_ = 0;
    std::int64_t passed_ = 0;
};

inline std::vector<std::int64_t> days_with_an_end(const SurvivalTable& table) {
    std::vector<std::int64_t> days;
    const auto add = [&](const DayCounts& counts) { for (const auto& row : counts.rows) days.push_back(row.days); };
    for (const auto& cause : table.events) add(cause);
    add(table.censored);
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

}  // namespace detail

/// The risk sets of a table in order, by ascending day; none for an empty table. With delayed entries the risk set may fall to
/// few or none and grow again.
inline std::vector<RiskSet> risk_sets(const SurvivalTable& table) {
    assert(is_in_order(table));
    std::vector<RiskSet> sets;
    std::vector<detail::DayReader> events(table.events.begin(), table.events.end());
    detail::DayReader censored(table.censored), delayed(table.delayed_entries);
    std::int64_t under_watch = episodes_in(table) - cases_of(table.delayed_entries);
    std::int64_t joined = 0;
    for (const auto day : detail::days_with_an_end(table)) {
        RiskSet set{.day = day, .censored = censored.on(day)};
        under_watch += delayed.before(day) - joined;
        joined = delayed.before(day);
        set.at_risk = under_watch;
        for (auto& cause : events) set.by_cause.push_back(cause.on(day));
        for (const auto count : set.by_cause) set.events += count;
        under_watch -= set.events + set.censored;
        sets.push_back(std::move(set));
    }
    return sets;
}

}  // namespace maintien

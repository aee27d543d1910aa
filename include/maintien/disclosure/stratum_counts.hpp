#pragma once
/// @file
/// Where the counts of a stratum stand in a system of counts.

#include "maintien/disclosure/count_system.hpp"
#include "maintien/indicators/cell.hpp"
#include "maintien/indicators/day_counts.hpp"
#include "maintien/indicators/tally.hpp"

namespace maintien {

/// How many counts a stratum has: its cells, how many cases each of its day tables holds, its persons, and how many of those still in the
/// cell have been seen for less than each of `mature_days`, which a curve of stays tells.
inline constexpr std::uint32_t counts_of_stratum = cells.total + static_cast<std::uint32_t>(stay_count) + 1 + static_cast<std::uint32_t>(mature_days.size());

/// The counts of one stratum in a system: its cells first, then its day tables, its persons, those seen for a short time.
struct StratumCounts {
    std::uint32_t first = 0;  ///< the position of its first count

    /// The sum of some cells.
    CountForm cells_in(const CellSum& sum) const {
        CountForm form;
        for (const auto& range : sum)
            for (std::uint32_t i = range.first; i < range.end(); ++i) form.push_back({first + i, 1});
        return tidy(std::move(form));
    }
    /// How many cases a day table holds.
    CountForm stay(std::size_t which) const { return {{first + cells.total + static_cast<std::uint32_t>(which), 1}}; }
    /// How many cases a day table holds.
    CountForm stay(Stay which) const { return stay(static_cast<std::size_t>(which)); }
    /// How many persons were referred.
    CountForm persons() const { return {{first + cells.total + static_cast<std::uint32_t>(stay_count), 1}}; }
    /// How many of the entered were seen for less than a horizon of `mature_days` and without an exit: open since then, or transferred.
    CountForm seen_shortly(std::size_t horizon) const { return {{first + cells.total + static_cast<std::uint32_t>(stay_count + 1 + horizon), 1}}; }
};

/// Adds the counts of a stratum to a system, in their order.
inline void add_counts_of(CountSystem& system, const StratumTally& tally, std::int64_t persons) {
    system.truth.insert(system.truth.end(), tally.counts.begin(), tally.counts.end());
    for (const auto& stay : tally.stays) system.truth.push_back(cases_of(stay));
    system.truth.push_back(persons);
    for (const int horizon : mature_days) {
        std::int64_t shortly = 0;
        for (const auto& row : tally.stays[static_cast<std::size_t>(Stay::entry_to_now)].rows) shortly += row.days < horizon ? row.count : 0;
        system.truth.push_back(shortly);
    }
}

/// The sum of two sums of counts.
inline CountForm plus(CountForm a, const CountForm& b) {
    a.insert(a.end(), b.begin(), b.end());
    return tidy(std::move(a));
}

}  // namespace maintien

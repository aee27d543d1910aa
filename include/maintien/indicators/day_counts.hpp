#pragma once
/// @file
/// Day tables: how many cases took how many days.

#include <algorithm>
#include <cstdint>
#include <vector>

#include "maintien/indicators/delay.hpp"
#include "maintien/indicators/quantile.hpp"

namespace maintien {

/// A table "number of days → number of cases" that is filled case by case; it grows with the different durations, not with the cases.
/// Its `rows` are in order once it is merged.
struct DayCounts {
    std::vector<DayCount> rows{};           ///< ascending and merged up to `merged`, then as they came
    std::size_t merged = 0;                 ///< how many rows are in order
    std::vector<std::int64_t> by_day{};     ///< in a table of many cases, until it is merged: how many of each small duration

    /// Adds `count` cases of `days` days.
    void add(int days, std::int64_t count = 1) {
        if (static_cast<std::size_t>(days) < by_day.size()) {
            by_day[static_cast<std::size_t>(days)] += count;
            return;
        }
        if (rows.size() >= 64 && rows.size() >= 2 * merged) {
            merge_rows();
            spread();
        }
        rows.push_back({days, count});
    }

    /// Counts small durations by day from now on, unless they lie so far apart that this would take much more room than rows;
    /// long and negative ones stay rows. The rows must be in order.
    void spread() {
        const auto small = [](const DayCount& row) { return 0 <= row.days && row.days < 4096; };
        std::size_t needed = by_day.size();
        for (const auto& row : rows)
            if (small(row)) needed = std::max(needed, static_cast<std::size_t>(row.days) + 1);
        if (by_day.empty() && needed > 16 * rows.size()) return;
        by_day.resize(needed);
        for (const auto& row : rows)
            if (small(row)) by_day[static_cast<std::size_t>(row.days)] += row.count;
        rows.erase(std::remove_if(rows.begin(), rows.end(), small), rows.end());
        merged = rows.size();
    }

    /// Puts the rows in order, each duration once, those counted by day among them.
    void merge() {
        for (std::size_t days = 0; days < by_day.size(); ++days)
            if (by_day[days] != 0) rows.push_back({static_cast<int>(days), by_day[days]});
        by_day = {};
        merge_rows();
    }

    /// Puts the rows in order, each duration once.
    void merge_rows() {
        std::sort(rows.begin(), rows.end(), [](const DayCount& a, const DayCount& b) { return a.days < b.days; });
        std::size_t last = 0;
        for (std::size_t i = 1; i < rows.size(); ++i) {
            if (rows[i].days == rows[last].days) rows[last].count += rows[i].count;
            else rows[++last] = rows[i];
        }
        if (!rows.empty()) rows.resize(last + 1);
        merged = rows.size();
    }

    /// Adds another table, which must be merged.
    void operator+=(const DayCounts& other) {
        rows.insert(rows.end(), other.rows.begin(), other.rows.end());
        merge();
    }
};

/// The sum of all days of a table.
inline std::int64_t sum_of_days(const DayCounts& table) {
    std::int64_t sum = 0;
    for (const auto& row : table.rows) sum += row.days * row.count;
    return sum;
}

/// The number of cases in a table.
inline std::int64_t cases_of(const DayCounts& table) {
    std::int64_t count = 0;
    for (const auto& row : table.rows) count += row.count;
    return count;
}

/// The durations that are measured.
enum class Stay : std::uint8_t {
    of_entries,   ///< X − E of the files entered in the period
    of_exits,     ///< X − E of the files that left in the period
    all,          ///< end − entry day of the whole entry cohort, open files stopped at T
    open_age,     ///< T − E of the files open at T
    referral_to_entering,  ///< R to E, first of the days on which waiting ends
    referral_to_refusing,  ///< R to D, likewise
    referral_to_closing,   ///< R to Z, likewise
    referral_to_now,       ///< R to T of those still waiting
    entry_to_positive,     ///< E to X with a positive outcome
    entry_to_negative,     ///< E to X with a negative outcome
    entry_to_neutral,      ///< E to X with a neutral outcome, transferred episodes apart
    entry_to_now,          ///< E to T of the open files, to X of those transferred: seen so long without another end
    first_delay,           ///< and from here on the delays between stages, in the order of `Delay`
    first_running = first_delay + static_cast<std::uint8_t>(count_of<Delay>)  ///< then the delays that run on: until the end of the file, or T
};

/// How many durations are measured.
inline constexpr std::size_t stay_count = static_cast<std::size_t>(Stay::first_running) + count_of<Delay>;

/// The position of a delay among the durations.
constexpr std::size_t stay_of(Delay delay) { return static_cast<std::size_t>(Stay::first_delay) + index_of(delay); }

/// The position among the durations of a delay whose second stage has not come.
constexpr std::size_t running_stay_of(Delay delay) { return static_cast<std::size_t>(Stay::first_running) + index_of(delay); }

}  // namespace maintien

#pragma once
/// @file
/// Medians and quartiles of durations in days, from a table of days instead of the list of cases.

#include <cassert>
#include <cmath>
#include <cstdint>
#include <span>

namespace maintien {

/// One line of a table of durations: how many cases lasted that many days. Such tables add up exactly between services.
struct DayCount {
    std::int64_t days{};   ///< the duration, in days
    std::int64_t count{};  ///< the number of cases, never negative

    /// Whether two lines give the same number of cases for the same duration.
    friend bool operator==(const DayCount&, const DayCount&) = default;
};

/// The number of cases in a table of durations.
constexpr std::int64_t cases_in(std::span<const DayCount> table) {
    std::int64_t cases = 0;
    for (const DayCount& line : table) cases += line.count;
    return cases;
}

namespace detail {

/// The duration of the case of rank `rank`, from 0, when the cases stand by increasing duration.
constexpr std::int64_t days_at_rank(std::span<const DayCount> table, std::int64_t rank) {
    std::int64_t seen = 0;
    for (const DayCount& line : table) {
        seen += line.count;
        if (rank < seen) return line.days;
    }
    assert(false && "rank beyond the table");
    return 0;
}

constexpr bool strictly_ascending(std::span<const DayCount> table) {
    for (std::size_t i = 1; i < table.size(); ++i)
        if (table[i - 1].days >= table[i].days) return false;
    return true;
}

}  // namespace detail

/// The quantile of a table of durations, in days: 0.5 gives the median, 0.25 and 0.75 the quartiles.
///
/// With h = (n − 1)·q and x the n durations in increasing order from rank 0: x⌊h⌋ + (h − ⌊h⌋)·(x⌊h⌋+1 − x⌊h⌋). Medians
/// and quartiles are exact. Preconditions: days strictly increasing, at least one case, 0 ≤ q ≤ 1. Source: type 7 of R.
/// J. Hyndman and Y. Fan, The American Statistician 50 (1996) 361–365, the default of R and of NumPy.
inline double quantile_type7(std::span<const DayCount> table, double q) {
    const std::int64_t cases = cases_in(table);
    assert(cases > 0 && q >= 0.0 && q <= 1.0 && detail::strictly_ascending(table));
    const double position = static_cast<double>(cases - 1) * q;
    const auto rank = static_cast<std::int64_t>(std::floor(position));
    const double weight = position - std::floor(position);
    const auto below = static_cast<double>(detail::days_at_rank(table, rank));
    if (weight == 0.0) return below;
    return below + weight * (static_cast<double>(detail::days_at_rank(table, rank + 1)) - below);
}

}  // namespace maintien

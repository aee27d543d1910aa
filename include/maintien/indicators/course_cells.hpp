#pragma once
/// @file
/// The cells of courses: how many of the followed had what happened to them, by when.

#include <array>

#include "maintien/indicators/cell_range.hpp"
#include "maintien/indicators/delay.hpp"

namespace maintien {

/// The horizons, in days after the referral, of the share that has entered.
inline constexpr std::array<int, 3> entry_days{30, 60, 90};

/// The horizons, in days after the entry, of the share that has left positively.
inline constexpr std::array<int, 3> mature_days{90, 180, 365};

/// The first of ascending horizons that holds so many days; one past the last when none does.
template <std::size_t Horizons>
constexpr std::size_t horizon_holding(const std::array<int, Horizons>& horizons, int days) {
    std::size_t first = 0;
    while (first < Horizons && days > horizons[first]) ++first;
    return first;
}

/// The cells of the courses; each followed episode is in one of its course. Blocks by horizon have a cell for each, then one for later.
struct CourseCells {
    CellRange entered_by{};            ///< R in the period and entered, by the first of `entry_days` that holds E − R
    CellRange entry_not_come{};        ///< R in the period: refused, closed or still waiting
    CellRange before_referral{};       ///< R in the period whose waiting ended before it began: in no course
    CellRange positive_by{};           ///< E in the period and left positively, by the first of `mature_days` that holds X − E
    CellRange otherwise_by{};          ///< E in the period and left otherwise, the same way; transferred episodes apart
    CellRange still_in_cell{};         ///< E in the period: open, or transferred
    std::array<CellRange, count_of<Delay>> delay_over{};       ///< first day in the period and the second not before it
    std::array<CellRange, count_of<Delay>> delay_running{};    ///< no second day, seen without it for some time or none
    std::array<CellRange, count_of<Delay>> delay_backwards{};  ///< second day, or the end of a file without one, before the first day
};

namespace detail {

constexpr CourseCells deal_courses(CellDealer& dealer) {
    CourseCells c;
    c.entered_by = dealer.deal(entry_days.size() + 1);
    c.positive_by = dealer.deal(mature_days.size() + 1);
    c.otherwise_by = dealer.deal(mature_days.size() + 1);
    dealer.deal_each(c.entry_not_come, c.before_referral, c.still_in_cell);
    for (std::size_t i = 0; i < count_of<Delay>; ++i) dealer.deal_each(c.delay_over[i], c.delay_running[i], c.delay_backwards[i]);
    return c;
}

}  // namespace detail

}  // namespace maintien

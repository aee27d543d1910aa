#pragma once
/// @file
/// The rows of courses: cumulative incidences, Kaplan-Meier quantiles, restricted means.

#include <array>

#include "maintien/indicators/cell.hpp"
#include "maintien/indicators/row_rule.hpp"

namespace maintien::detail {

/// How the horizons after a referral are spelt, in the order of `entry_days`.
inline constexpr std::array<std::string_view, entry_days.size()> entry_day_names{"30", "60", "90"};

/// How the horizons after an entry are spelt, in the order of `mature_days`.
inline constexpr std::array<std::string_view, mature_days.size()> mature_names{"90", "180", "365"};

/// I05: the share entered by a day after the referral.
inline void add_entry_incidence_rows(Catalogue& rows) {
    const auto& c = cells.courses;
    for (std::size_t i = 0; i < entry_days.size(); ++i)
        rows.push_back({.indicator = "entry_rate", .variant = "cumulative_incidence", .category = entry_day_names[i], .kind = FigureKind::incidence,
                        .numerator = {c.entered_by.part(0, i + 1)}, .denominator = {c.entered_by, c.entry_not_come}, .course = Course::from_referral,
                        .cause = 0, .horizon = entry_days[i], .excluded = {{"negative", c.before_referral}}});
}

/// Those whose stay is followed.
inline constexpr CellSum followed_in_cell{cells.courses.positive_by, cells.courses.otherwise_by, cells.courses.still_in_cell};

/// I08: the share that has left positively by a day after the entry.
inline void add_exit_incidence_rows(Catalogue& rows) {
    for (std::size_t i = 0; i < mature_days.size(); ++i)
        rows.push_back({.indicator = "positive_exit_rate", .variant = "cumulative_incidence", .category = mature_names[i], .kind = FigureKind::incidence,
                        .numerator = {cells.courses.positive_by.part(0, i + 1)}, .denominator = followed_in_cell, .course = Course::from_entry,
                        .cause = 0, .horizon = mature_days[i]});
}

/// I09: days until any exit.
inline void add_stay_course_rows(Catalogue& rows) {
    const auto add_quantile = [&](std::string_view variant, double q) {
        rows.push_back({.indicator = "days_in_cell", .variant = variant, .kind = FigureKind::course_quantile,
                        .numerator = {cells.courses.positive_by, cells.courses.otherwise_by}, .denominator = followed_in_cell, .q = q, .course = Course::from_entry});
    };
    add_quantile("km_median", 0.5);
    add_quantile("km_q1", 0.25);
    add_quantile("km_q3", 0.75);
    for (std::size_t i = 0; i < mature_days.size(); ++i)
        rows.push_back({.indicator = "days_in_cell", .variant = "rmst", .category = mature_names[i], .kind = FigureKind::course_mean,
                        .numerator = {cells.courses.positive_by.part(0, i + 1), cells.courses.otherwise_by.part(0, i + 1)}, .denominator = followed_in_cell,
                        .course = Course::from_entry, .horizon = mature_days[i]});
}

/// I10: the median of a delay, those still waiting among them.
inline void add_delay_course_row(Catalogue& rows, Delay delay) {
    const auto& c = cells.courses;
    const auto which = index_of(delay);
    rows.push_back({.indicator = "stage_delay", .variant = code_of(delay), .category = "km_median", .kind = FigureKind::course_quantile,
                    .numerator = {c.delay_over[which]}, .denominator = {c.delay_over[which], c.delay_running[which]}, .q = 0.5, .course = course_of(delay),
                    .excluded = {{"negative", c.delay_backwards[which]}}});
}

}  // namespace maintien::detail

#pragma once
/// @file
/// Row rules: each figure as sums of cells.

#include <string_view>
#include <vector>

#include "maintien/indicators/cell_range.hpp"
#include "maintien/indicators/course.hpp"
#include "maintien/indicators/day_counts.hpp"
#include "maintien/indicators/report.hpp"
#include "maintien/indicators/stratum_key.hpp"
#include "maintien/protocol/target.hpp"

namespace maintien {

/// How a figure is worked out.
enum class FigureKind : std::uint8_t {
    count,          ///< a number
    counted_flow,   ///< a number with the interval of a Poisson count
    share,          ///< numerator / denominator with the interval of a proportion
    share_so_far,   ///< the same, with the bounds between which the final value lies: open files may still join the numerator
    flow_ratio,     ///< numerator / denominator of two flows, without interval
    mean,           ///< mean of a duration
    quantile,       ///< type-7 quantile of a duration
    incidence,      ///< share of a course that has ended for one cause by a day
    course_quantile,  ///< Kaplan-Meier quantile of a course
    course_mean,    ///< mean of a course within its first days
    standardised,   ///< a rate as it would be with the ages and sectors of a reference population
    service_rate,   ///< a rate of one service, with the funnel limits at its size
    service_limits, ///< the rate of all services together, with the same limits
    overdispersion, ///< how much more services differ than chance explains
    persons,        ///< distinct persons
    flow_target,    ///< a flow against its prorated target
    rate_target,    ///< a rate against its target
    bounded_share,  ///< numerator / denominator where some of the denominator did not answer: bounds whatever they would have said
    weighted_share  ///< a share of those who answered, weighted for those who did not
};

/// Something left out of a figure, counted in a cell.
struct ExclusionRule {
    std::string_view reason{};  ///< why
    CellRange cell{};           ///< where it is counted; a run of cells is added up
};

/// What is left out of a figure, reason by reason.
using ExclusionRules = FixedList<ExclusionRule, 4>;

/// One row of the catalogue: everything needed to work out the figure, to explain it, and to know what else it reveals.
struct RowRule {
    std::string_view indicator{};             ///< the indicator's name
    std::string_view variant{};               ///< its variant, empty for the plain one
    std::string_view category{};              ///< its category, empty without one
    FigureKind kind = FigureKind::count;      ///< how it is worked out
    CellSum numerator{};                      ///< what is counted
    CellSum denominator{};                    ///< what it is measured against
    CellSum open{};                           ///< for `share_so_far`: what may still join the numerator; for `bounded_share`: who did not answer
    CellSum matured{};                        ///< what was observed long enough; while there is some, a figure is not missing for want of time
    const WeightingRanges* weighting = nullptr;  ///< for `weighted_share`: the kinds
    std::size_t stay = 0;                     ///< for durations: which day table
    double q = 0;                             ///< for quantiles: which one
    Course course{};                          ///< for courses: which one
    std::size_t cause = 0;                    ///< for incidences: the cause, in the order of the course's tables
    int horizon = 0;                          ///< for incidences and means of a course: the day
    StratumCode service = unknown_stratum;    ///< for comparisons of services: which one
    ExclusionRules excluded{};                ///< what is left out
    const Target* target = nullptr;           ///< for targets
};

/// The rows of a report under one protocol, in the order of docs/indicators.md.
using Catalogue = std::vector<RowRule>;

}  // namespace maintien

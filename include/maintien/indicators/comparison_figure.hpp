#pragma once
/// @file
/// The figures that compare: rates standardised on a reference, services around their common rate.

#include "maintien/indicators/course_figure.hpp"
#include "maintien/indicators/funnel.hpp"
#include "maintien/indicators/reference_population.hpp"
#include "maintien/indicators/standardisation.hpp"

namespace maintien {

/// The inner level of the funnel that services are compared in, whatever the level of the report: 95 %.
inline constexpr double funnel_warning_level = 0.95;

/// Its outer level: 99.8 %.
inline constexpr double funnel_alarm_level = 0.998;

namespace detail {

/// The reason under which those are counted whose age band and sector have no weight in the reference.
inline constexpr std::string_view outside_reference = "outside_reference";

/// A standardised rate; numerator and denominator count the parts that have a weight, or everybody without a reference.
inline void finish_standardised(ReportRow& row, const RowRule& rule, const StratumTally& tally, const ReferencePopulation* reference, double level) {
    std::vector<StandardStratum> parts;
    std::int64_t numerator = 0, denominator = 0, outside = 0;
    for (std::size_t place = 0; place < mix_size; ++place) {
        const auto x = sum_of(tally, {rule.numerator[0].at(place)}), n = sum_of(tally, {rule.denominator[0].at(place)});
        const double weight = reference ? reference->weights[place] : 0.0;
        parts.push_back({x, n, weight});
        if (reference && weight == 0.0) outside += n;
        else numerator += x, denominator += n;
    }
    row.numerator = static_cast<double>(numerator);
    row.denominator = static_cast<double>(denominator);
    row.unit = Unit::proportion;
    if (outside > 0) row.excluded.push_back({outside_reference, outside});
    set_estimate(row, direct_standardisation(parts, level), "mover_wilson");
}

/// The services of a stratum as the funnel takes them.
inline std::vector<ServiceShare> shares_of(const StratumTally& tally) {
    std::vector<ServiceShare> shares;
    for (const auto& [service, share] : tally.services) shares.push_back(share);
    return shares;
}

/// A rate between the funnel's limits at the size of a service around the common rate.
inline void set_funnel(ReportRow& row, double pooled, std::int64_t size) {
    const auto inner = funnel_limits(pooled, size, funnel_warning_level), outer = funnel_limits(pooled, size, funnel_alarm_level);
    row.lower = inner.lower, row.upper = inner.upper;
    row.bound_lower = outer.lower, row.bound_upper = outer.upper;
    row.null_reason = inner.null_reason;
}

/// One service's rate, or the common one, with the limits at that service's size. A service without exits has none.
inline void finish_service(ReportRow& row, const RowRule& rule, const StratumTally& tally) {
    const auto found = tally.services.find(rule.service);
    const auto own = found == tally.services.end() ? ServiceShare{} : found->second;
    const ServiceShare all{sum_of(tally, rule.numerator), sum_of(tally, rule.denominator)};
    const auto& shown = rule.kind == FigureKind::service_rate ? own : all;
    row.numerator = static_cast<double>(shown.x);
    row.denominator = static_cast<double>(shown.n);
    row.unit = Unit::proportion;
    row.method = "exact_funnel";
    row.null_reason = NullReason::denominator_zero;
    if (own.n == 0) return;
    row.value = *row.numerator / *row.denominator;
    set_funnel(row, static_cast<double>(all.x) / static_cast<double>(all.n), own.n);
}

inline void finish_overdispersion(ReportRow& row, const RowRule& rule, const StratumTally& tally) {
    row.numerator = static_cast<double>(sum_of(tally, rule.numerator));
    row.denominator = static_cast<double>(sum_of(tally, rule.denominator));
    row.unit = Unit::ratio;
    set_estimate(row, overdispersion(shares_of(tally)), {});
}

}  // namespace detail

}  // namespace maintien

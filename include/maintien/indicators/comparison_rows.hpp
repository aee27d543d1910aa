#pragma once
/// @file
/// The rows of comparisons: standardised rates, and services side by side.

#include <algorithm>
#include <set>
#include <span>

#include "maintien/indicators/cell.hpp"
#include "maintien/indicators/row_rule.hpp"

namespace maintien {

/// A service of the register.
struct NamedService {
    StratumCode code = unknown_stratum;  ///< as strata and tallies know it
    std::string_view name{};             ///< as it is spelt, `unknown` when not given; it lives as long as the register

    /// By the bytes of the name, `unknown` last.
    friend bool operator<(const NamedService& a, const NamedService& b) {
        const bool unknown_a = a.code == unknown_stratum, unknown_b = b.code == unknown_stratum;
        return unknown_a != unknown_b ? unknown_b : a.name < b.name;
    }
};

/// The services of the episodes of a study, in order.
inline std::vector<NamedService> services_of(const Study& study) {
    const auto& of_case = study.events.case_service;
    std::set<NameIndex> names;
    NameIndex last = 0;
    for (const auto index : study.table.episodes.case_index)
        if (names.empty() || of_case[index] != last) names.insert(last = of_case[index]);
    std::vector<NamedService> services;
    for (const auto name : names)
        services.push_back(name == 0 ? NamedService{unknown_stratum, "unknown"} : NamedService{name, study.events.names.text_of(name)});
    std::sort(services.begin(), services.end());
    return services;
}

namespace detail {

/// I15: rates standardised by age band and sector.
inline void add_standardised_rows(Catalogue& rows) {
    const auto add = [&](std::string_view variant, const MixCells& mix) {
        rows.push_back({.indicator = "standardised_rate", .variant = variant, .kind = FigureKind::standardised, .numerator = {mix.counted}, .denominator = {mix.measured}});
    };
    add("entry_rate", cells.entered_mix);
    add("positive_exit_rate", cells.positive_mix);
}

/// I16: the positive exit rates of services, the limits at the size of each, the rate of all, and how much they differ.
inline void add_service_rows(Catalogue& rows, std::span<const NamedService> services) {
    const auto& exits = cells.of_entries;
    const RowRule rate{.indicator = "service_comparison", .numerator = {exits.positive}, .denominator = {exits.positive, exits.negative, exits.refused}};
    const auto add = [&](std::string_view variant, FigureKind kind, const NamedService& service) {
        rows.push_back(rate);
        rows.back().variant = variant;
        rows.back().kind = kind;
        rows.back().category = service.name;
        rows.back().service = service.code;
    };
    for (const auto& service : services) add("positive_exit_rate", FigureKind::service_rate, service);
    for (const auto& service : services) add("limits", FigureKind::service_limits, service);
    add("pooled", FigureKind::share, {});
    add("overdispersion", FigureKind::overdispersion, {});
}

}  // namespace detail

}  // namespace maintien

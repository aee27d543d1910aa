#pragma once
/// @file
/// Data quality: what a report had to leave out, and what it was not told.

#include <algorithm>

#include "maintien/indicators/report.hpp"

namespace maintien {

/// What figures left out for one reason, all figures of the whole register together.
struct ExclusionSum {
    std::string_view reason{};   ///< why
    std::int64_t rows = 0;       ///< how many figures left something out for it
    std::int64_t count = 0;      ///< how often; what two figures leave out counts twice
    bool operator==(const ExclusionSum&) const = default;
};

/// How often one attribute of the referrals of the period is not given.
struct NotGiven {
    std::string_view attribute{};              ///< a variant of `distribution`
    std::optional<double> numerator{};         ///< referrals without it; none when the figure is hidden
    std::optional<double> denominator{};       ///< referrals
    std::optional<double> value{};             ///< the share; none without referrals
};

/// How many delays between two stages go backwards.
struct BackwardDelays {
    std::string_view delay{};            ///< a code of `Delay`
    std::optional<std::int64_t> count{}; ///< second stage before the first; none when the figure is hidden
};

/// What a reader should know of the register before trusting its figures. What was rejected, objected to, deviating or without a referral is
/// in the report's `input`.
struct DataQuality {
    std::vector<ExclusionSum> excluded{};           ///< by reason, in the order in which figures name them
    std::vector<BackwardDelays> negative_delays{};  ///< every delay
    std::vector<NotGiven> not_given{};              ///< every attribute of `distribution`
};

namespace detail {

inline bool is_hidden(const ReportRow& row) { return row.null_reason == NullReason::suppressed; }

inline void add_exclusions(std::vector<ExclusionSum>& sums, const ReportRow& row) {
    for (const auto& left_out : row.excluded) {
        auto at = std::find_if(sums.begin(), sums.end(), [&](const auto& sum) { return sum.reason == left_out.reason; });
        if (at == sums.end()) at = sums.insert(sums.end(), {left_out.reason, 0, 0});
        ++at->rows;
        at->count += left_out.count;
    }
}

inline NotGiven not_given_of(const ReportRow& unknown, const ReportRow* referrals) {
    NotGiven attribute{.attribute = unknown.variant, .numerator = unknown.numerator};
    if (referrals && !is_hidden(*referrals)) attribute.denominator = referrals->numerator;
    if (attribute.numerator && attribute.denominator.value_or(0) > 0) attribute.value = *attribute.numerator / *attribute.denominator;
    return attribute;
}

inline BackwardDelays backward_delays_of(const ReportRow& mean) {
    if (is_hidden(mean)) return {mean.variant, std::nullopt};
    for (const auto& left_out : mean.excluded)
        if (left_out.reason == "negative") return {mean.variant, left_out.count};
    return {mean.variant, 0};
}

}  // namespace detail

/// The data quality behind a report, read from its rows alone: what is hidden there stays hidden here.
inline DataQuality data_quality_of(const Report& report) {
    DataQuality quality;
    const auto* referrals = find_row(report, "referrals");
    for (const auto& row : report.rows) {
        if (row.stratum != 0) continue;
        detail::add_exclusions(quality.excluded, row);
        if (row.indicator == "stage_delay" && row.category == "mean") quality.negative_delays.push_back(detail::backward_delays_of(row));
        if (row.indicator == "distribution" && row.category == "unknown") quality.not_given.push_back(detail::not_given_of(row, referrals));
    }
    return quality;
}

}  // namespace maintien

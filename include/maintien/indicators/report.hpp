#pragma once
/// @file
/// Reports: the figures of a register, each with its denominator, what was excluded, and its interval.

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "maintien/indicators/null_reason.hpp"
#include "maintien/indicators/proportion.hpp"
#include "maintien/pathway/severity.hpp"
#include "maintien/protocol/source.hpp"
#include "maintien/vocabulary/day.hpp"
#include "maintien/vocabulary/period.hpp"

namespace maintien {

/// What a figure counts in.
enum class Unit : std::uint8_t {
    cases,       ///< a number of cases, episodes or events
    proportion,  ///< a share, 0 to 1
    days,        ///< civil days
    ratio        ///< a ratio of two flows; it may exceed 1
};

template <>
inline constexpr std::string_view list_name_of<Unit> = "unit";

template <>
inline constexpr auto terms_of<Unit> = std::to_array<Term<Unit>>({
    {Unit::cases, "cases", "dossiers", "cases"},
    {Unit::proportion, "proportion", "proportion", "proportion"},
    {Unit::days, "days", "jours", "days"},
    {Unit::ratio, "ratio", "rapport", "ratio"},
});
static_assert(well_formed(terms_of<Unit>));

/// How a figure compares with its target.
enum class TargetVerdict : std::uint8_t {
    reached,  ///< above the target, beyond the interval
    missed,   ///< below the target, beyond the interval
    open      ///< the interval contains the target
};

template <>
inline constexpr std::string_view list_name_of<TargetVerdict> = "verdict";

template <>
inline constexpr auto terms_of<TargetVerdict> = std::to_array<Term<TargetVerdict>>({
    {TargetVerdict::reached, "reached", "atteint", "reached"},
    {TargetVerdict::missed, "missed", "non atteint", "missed"},
    {TargetVerdict::open, "open", "indéterminé", "open"},
});
static_assert(well_formed(terms_of<TargetVerdict>));

/// One key and value of a stratum (`sex` = `female`).
struct StratumPart {
    std::string_view key;  ///< what the register is divided by
    std::string value;     ///< which part of it; `unknown` when not given
    bool operator==(const StratumPart&) const = default;
};

/// A part of the register; without parts it is the whole.
using Stratum = std::vector<StratumPart>;

/// Something left out of a figure, and how often.
struct Exclusion {
    std::string_view reason;   ///< why
    std::int64_t count = 0;    ///< how many
    bool operator==(const Exclusion&) const = default;
};

/// One figure.
struct ReportRow {
    std::string_view indicator{};                   ///< the indicator's name
    std::string_view variant{};                     ///< its variant, empty for the plain one
    std::string_view category{};                    ///< its category, empty without one
    std::uint32_t stratum = 0;                      ///< its stratum, a position in the report's list
    std::optional<double> numerator{};              ///< what is counted, or the sum of days
    std::optional<double> denominator{};            ///< what it is measured against
    std::optional<double> value{};                  ///< the figure
    std::optional<double> lower{};                  ///< lower end of the interval at the report's level
    std::optional<double> upper{};                  ///< its upper end
    std::optional<double> bound_lower{};            ///< least final value for certain, or the target
    std::optional<double> bound_upper{};            ///< greatest final value for certain
    std::string_view method{};                      ///< how value or interval were worked out, empty for none
    Unit unit = Unit::cases;                        ///< what it counts in
    std::optional<TargetVerdict> verdict{};         ///< of a target: how the figure compares
    std::vector<Exclusion> excluded{};              ///< what was left out
    std::optional<NullReason> null_reason{};        ///< why there is no value, or why a limit is missing beside one
};

/// What stands for a number of a report's heading that is hidden.
inline constexpr std::int64_t hidden_count = -1;

/// What went into a report; any number may be `hidden_count`.
struct ReportInput {
    std::int64_t cases = 0;     ///< distinct (service, case)
    std::int64_t events = 0;    ///< entries accepted
    std::int64_t rejected = 0;  ///< cases left out because of a bad row
    std::int64_t objected = 0;  ///< cases left out because the worker objects
    std::array<std::int64_t, count_of<Severity>> deviations{};  ///< deviations of each severity
    std::int64_t without_referral = 0;  ///< cases counted that have no referral by T
};

/// The figures of a register: rows in the order of the catalogue, strata after the overall row of each figure.
struct Report {
    std::string protocol{};                  ///< the protocol, as it was asked for
    Text title{};                            ///< how people call it; it lives as long as the protocol
    Day as_of{};                             ///< the day looked at
    Day known_on{};                          ///< the day of knowledge, or none
    Period period{};                         ///< the period the figures are about
    std::int64_t min_count = 1;              ///< the least count shown
    double level = default_level;            ///< the level of the intervals
    int decimals = 2;                        ///< decimals of printed percentages
    ReportInput input{};                     ///< what went in
    std::string reference{};                 ///< the title of the population rates are standardised on, empty without one
    std::vector<Stratum> strata{};           ///< the strata; the first is the whole
    std::vector<ReportRow> rows{};           ///< the figures
    std::shared_ptr<const std::vector<std::string>> names{};  ///< keeps the names of services that rows speak of
};

/// The version of the indicators' definitions that a report follows.
inline constexpr std::string_view definitions_version = "1";

/// The first row with these names in the whole register, or none.
inline const ReportRow* find_row(const Report& report, std::string_view indicator, std::string_view variant = {}, std::string_view category = {},
                                 std::uint32_t stratum = 0) {
    for (const auto& row : report.rows)
        if (row.indicator == indicator && row.variant == variant && row.category == category && row.stratum == stratum) return &row;
    return nullptr;
}

}  // namespace maintien

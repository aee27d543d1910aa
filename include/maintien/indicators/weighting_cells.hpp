#pragma once
/// @file
/// Weighting cells: those who answered speak for those of the same kind who did not.

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "maintien/indicators/non_response.hpp"
#include "maintien/indicators/standardisation.hpp"
#include "maintien/vocabulary/case_attributes.hpp"
#include "maintien/vocabulary/outcome.hpp"

namespace maintien {

/// The answers of one kind of cases: one family of outcomes, one age band.
struct WeightingCell {
    std::optional<Family> family{};     ///< none: the outcome keeps nobody in work, or is not known
    std::optional<AgeBand> age_band{};  ///< none: not known
    ResponseCounts answers{};                  ///< what these cases answered
};

/// How fine the weighting cells are.
enum class CellFineness : std::uint8_t {
    family_and_age_band,   ///< the family of the outcome and the age band
    family_and_age_half,   ///< the family and whether the worker was under 50, or not known
    family,                ///< the family alone
    one_cell               ///< all together: the weighted share is the observed one
};

/// How fine cells are spelt.
constexpr std::string_view fineness_code(CellFineness fineness) {
    return std::array<std::string_view, 4>{"family_and_age_band", "family_and_age_half", "family", "one_cell"}[static_cast<std::size_t>(fineness)];
}

/// A share weighted for non-response.
struct WeightedShare {
    Estimate share{};                                              ///< the share, with its interval
    CellFineness fineness = CellFineness::family_and_age_band;     ///< the finest cells that all have enough respondents
    std::size_t cells{};                                           ///< how many cells that makes
};

/// The least number of respondents of a weighting cell.
inline constexpr std::int64_t least_respondents = 5;

namespace detail {

/// Family and age of a cell as numbers.
using CellKey = std::pair<std::uint8_t, std::uint8_t>;

inline constexpr std::uint8_t any_or_unknown = 255;

inline CellKey cell_key(const WeightingCell& cell, CellFineness fineness) {
    const std::uint8_t family = cell.family ? static_cast<std::uint8_t>(*cell.family) : any_or_unknown;
    if (fineness == CellFineness::one_cell) return {any_or_unknown, any_or_unknown};
    if (fineness == CellFineness::family || !cell.age_band) return {family, any_or_unknown};
    if (fineness == CellFineness::family_and_age_half) return {family, std::uint8_t{*cell.age_band >= AgeBand::_50_54}};
    return {family, static_cast<std::uint8_t>(*cell.age_band)};
}

/// The cells with somebody eligible, as strata that weigh as much as they have eligible.
inline std::map<CellKey, StandardStratum> strata_of(std::span<const WeightingCell> counted, CellFineness fineness) {
    std::map<CellKey, StandardStratum> strata;
    for (const auto& cell : counted) {
        if (cell.answers.eligible == 0) continue;
        auto& stratum = strata[cell_key(cell, fineness)];
        stratum.x += cell.answers.positive;
        stratum.n += cell.answers.respondents;
        stratum.weight += static_cast<double>(cell.answers.eligible);
    }
    return strata;
}

}  // namespace detail

/// The share among all who should have answered if, within each cell, those who did not answer are like those who did: Σ (eligible/all eligible)·
/// (yes/respondents) over the cells, with the MOVER-Wilson interval of a standardised rate, the cells' sizes taken as known.
///
/// Cells are the family of the outcome by the age band. While one of them has fewer than 5 respondents a whole level is given up: age bands become under 50 and
/// 50 and over, then age goes, then the family. A family or age not known is a cell of its own until its level goes. `denominator_zero` when nobody is
/// eligible or nobody answered; `empty_stratum` when fewer than 5 answered in all (decided by us). The order of the cells changes nothing.
/// Precondition: 0 ≤ positive ≤ respondents ≤ eligible in each cell. Source: G. Kalton and D. Kasprzyk, Survey Methodology 12 (1986) 1–16; the order
/// of collapse is decided by us.
inline WeightedShare weighting_cells(std::span<const WeightingCell> counted, double level = default_level) {
    for (const auto fineness : {CellFineness::family_and_age_band, CellFineness::family_and_age_half, CellFineness::family, CellFineness::one_cell}) {
        std::vector<StandardStratum> strata;
        bool enough = true;
        std::int64_t respondents = 0;
        for (const auto& [key, stratum] : detail::strata_of(counted, fineness)) {
            strata.push_back(stratum);
            respondents += stratum.n;
            enough = enough && stratum.n >= least_respondents;
        }
        if (respondents == 0) break;
        if (enough) return {direct_standardisation(strata, level), fineness, strata.size()};
        if (fineness == CellFineness::one_cell) return {not_given(NullReason::empty_stratum), fineness, strata.size()};
    }
    return {not_given(NullReason::denominator_zero), CellFineness::one_cell, 0};
}

}  // namespace maintien

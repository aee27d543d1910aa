#pragma once
/// @file
/// What a row of a report says about numbers of people.

#include <cmath>
#include <string>
#include <tuple>

#include "maintien/disclosure/counted_report.hpp"
#include "maintien/disclosure/primary.hpp"
#include "maintien/disclosure/relations.hpp"

namespace maintien {

/// Counts that are no cells: numbers that rows say and that no rule of the catalogue explains, by row and role.
struct FurtherCounts {
    /// What they stand for: the row's names, the role, the stratum.
    using Name = std::tuple<std::string, std::string, std::size_t>;
    std::map<Name, std::uint32_t> places{};  ///< where each stands in the system
};

/// A stratum of a report on its way into a system.
struct StratumInSystem {
    CountSystem& system;          ///< the system
    FurtherCounts& further;       ///< its counts that are no cells
    StratumCounts at;             ///< where the stratum's counts begin
    std::size_t stratum = 0;      ///< which stratum of the report
};

namespace detail {

/// Whether a published number is a number of people.
inline bool is_count(const std::optional<double>& number) { return number && *number >= 0 && *number == std::floor(*number) && *number < 1e15; }

/// A number that a row says, as a sum: of the cells of its rule where they come to it, otherwise a count of its own.
inline CountForm said_by(const StratumInSystem& where, const ReportRow& row, const CellSum* rule, std::string_view role, std::int64_t value) {
    if (rule && !rule->empty()) {
        auto form = where.at.cells_in(*rule);
        if (value_of(form, where.system.truth) == value) return form;
    }
    const auto name = std::string(row.indicator) + "/" + std::string(row.variant) + "/" + std::string(row.category);
    const auto [place, added] = where.further.places.emplace(FurtherCounts::Name{name, std::string(role), where.stratum}, static_cast<std::uint32_t>(where.system.truth.size()));
    if (added) where.system.truth.push_back(value);
    return {{place->second, 1}};
}

/// What the bounds of a row say beside its numerator: bound · denominator is a number of people too.
inline void add_bounds(const StratumInSystem& where, const ReportRow& row, const CountForm& whole, RowCounts& said) {
    for (const auto& [role, bound] : {std::pair("bound_lower", row.bound_lower), std::pair("bound_upper", row.bound_upper)}) {
        if (!bound || row.unit != Unit::proportion) continue;
        const double people = *bound * *row.denominator;
        if (std::fabs(people - std::round(people)) < 1e-6) said.parts_of.emplace_back(said_by(where, row, nullptr, role, std::llround(people)), whole);
    }
}

/// What a row says of which only the numbers are known: a numerator that is a number of people is a part of the denominator.
inline void add_as_shown(const StratumInSystem& where, const ReportRow& row, const RowRule* rule, RowCounts& said) {
    const bool has_part = is_count(row.numerator) && row.unit != Unit::days, has_whole = is_count(row.denominator);
    CountForm part, whole;
    if (has_part) part = said_by(where, row, rule ? &rule->numerator : nullptr, "numerator", static_cast<std::int64_t>(*row.numerator));
    if (has_whole) whole = said_by(where, row, rule ? &rule->denominator : nullptr, "denominator", static_cast<std::int64_t>(*row.denominator));
    if (has_part && has_whole) said.parts_of.emplace_back(part, whole);
    else if (has_part || has_whole) said.counts.push_back(has_part ? part : whole);
    if (has_whole) add_bounds(where, row, whole, said);
}

/// What is left out of a row; a reason its rule does not name is a count of its own.
inline void add_excluded(const StratumInSystem& where, const ReportRow& row, const RowRule* rule, RowCounts& said) {
    if (rule)
        for (const auto& excluded : rule->excluded) said.counts.push_back(where.at.cells_in({excluded.cell}));
    for (const auto& excluded : row.excluded) {
        const bool known = rule && std::any_of(rule->excluded.begin(), rule->excluded.end(), [&](const ExclusionRule& one) { return one.reason == excluded.reason; });
        if (!known) said.counts.push_back(said_by(where, row, nullptr, excluded.reason, excluded.count));
    }
}

}  // namespace detail

/// Whether the relations between what a row says and what others say are written down (`relations.hpp`). Where they are not, an outsider
/// could know more of them than the system does: such a row is not published.
inline bool is_related(const RowRule& rule) {
    const auto is_plain = [](const CellSum& sum) { return std::all_of(sum.begin(), sum.end(), [](const CellRange& range) { return range.end() <= related_cells; }); };
    const auto excluded = std::all_of(rule.excluded.begin(), rule.excluded.end(), [&](const ExclusionRule& one) { return is_plain({one.cell}); });
    switch (rule.kind) {
        case FigureKind::incidence:
        case FigureKind::course_quantile:
        case FigureKind::course_mean:
        case FigureKind::standardised:
        case FigureKind::service_rate:
        case FigureKind::service_limits:
        case FigureKind::overdispersion:
        case FigureKind::bounded_share:
        case FigureKind::weighted_share: return false;
        default: return excluded && is_plain(rule.numerator) && is_plain(rule.denominator) && is_plain(rule.open);
    }
}

/// What a row says about numbers of people, so that it can be decided whether it may be shown. A rate says its counts, a
/// mean or a quantile its n, the bounds of a rate what may still join it; left-out cases are counts too. A ratio of two
/// flows is taken like a rate: where one is a little above the other, the difference is as good as a number of people.
/// Kinds that are not known here say what is printed.
inline RowCounts counts_said(const StratumInSystem& where, const ReportRow& row, const RowRule* rule) {
    RowCounts said;
    const auto kind = rule ? rule->kind : FigureKind::count;
    const auto sum = [&](const CellSum& range) { return where.at.cells_in(range); };
    const bool plain = kind == FigureKind::count || kind == FigureKind::counted_flow || kind == FigureKind::flow_target;
    const bool of_a_whole = kind == FigureKind::share || kind == FigureKind::share_so_far || kind == FigureKind::flow_ratio || kind == FigureKind::rate_target;
    if (rule && kind == FigureKind::persons) said.parts_of.emplace_back(where.at.persons(), sum(rule->numerator));
    else if (rule && (kind == FigureKind::mean || kind == FigureKind::quantile)) said.counts.push_back(where.at.stay(rule->stay));
    else if (rule && plain && !rule->numerator.empty()) said.counts.push_back(sum(rule->numerator));
    else if (rule && of_a_whole && !rule->denominator.empty()) said.parts_of.emplace_back(sum(rule->numerator), sum(rule->denominator));
    else detail::add_as_shown(where, row, rule, said);
    if (rule && !rule->open.empty()) {
        auto together = sum(rule->numerator);
        const auto open = sum(rule->open);
        together.insert(together.end(), open.begin(), open.end());
        said.counts.push_back(open);
        said.parts_of.emplace_back(tidy(std::move(together)), sum(rule->denominator));
    }
    detail::add_excluded(where, row, rule, said);
    return said;
}

}  // namespace maintien

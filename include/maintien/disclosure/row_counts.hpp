#pragma once
/// @file
/// What a row of a report says about numbers of people.

#include <cmath>

#include "maintien/disclosure/counted_report.hpp"
#include "maintien/disclosure/primary.hpp"
#include "maintien/disclosure/relations.hpp"
#include "maintien/disclosure/relations_of_tables.hpp"
#include "maintien/disclosure/service_counts.hpp"

namespace maintien {

/// A stratum of a report in a system.
struct StratumInSystem {
    const CountSystem& system;       ///< the system
    const CountedReport& counted;    ///< the report
    StratumCounts at{};              ///< where the stratum's counts begin
    ServiceCounts services{};        ///< where the exits by service stand
    std::size_t stratum = 0;         ///< which stratum of the report
};

namespace detail {

/// Whether a published number is a number of people.
inline bool is_count(const std::optional<double>& number) { return number && *number >= 0 && *number == std::floor(*number) && *number < 1e15; }

/// A rate of a part: it is worked out from who has it, who has not, and all.
inline void make_of(RowCounts& said, const CountForm& part, const CountForm& whole) {
    said.made_of.insert(said.made_of.end(), {part, minus(whole, part), whole});
}

/// What a share says, and what may still join it or did not answer.
inline void say_share(const StratumInSystem& where, const RowRule& rule, RowCounts& said) {
    const auto part = where.at.cells_in(rule.numerator), whole = where.at.cells_in(rule.denominator);
    if (rule.denominator.empty()) return said.counts.push_back(part);
    said.parts_of.emplace_back(part, whole);
    if (rule.open.empty()) return;
    const auto open = where.at.cells_in(rule.open);
    said.counts.push_back(open);
    said.parts_of.emplace_back(plus(part, open), whole);
}

// ---- curves ---------------------------------------------------------------------------------------------------------

inline void tell_each(const StratumInSystem& where, CellRange block, RowCounts& said) {
    for (std::size_t i = 0; i < block.count; ++i) said.also_says.push_back(where.at.cells_in({block.at(i)}));
}

/// A curve of stays tells who was seen shortly and, by each horizon, who had left; one of the positive exits tells them from the others.
inline void tell_stays(const StratumInSystem& where, bool by_polarity, RowCounts& said) {
    const auto& c = cells.courses;
    for (std::size_t i = 0; i < c.positive_by.count; ++i) said.also_says.push_back(where.at.cells_in({c.positive_by.at(i), c.otherwise_by.at(i)}));
    if (by_polarity) tell_each(where, c.positive_by, said);
    for (std::size_t i = 0; i < mature_days.size(); ++i) said.also_says.push_back(where.at.seen_shortly(i));
    tell_each(where, c.still_in_cell, said);
}

/// A curve of waiting tells who had entered by each horizon, who ended otherwise, who still waits.
inline void tell_waiting(const StratumInSystem& where, RowCounts& said) {
    tell_each(where, cells.courses.entered_by, said);
    said.also_says.push_back(plus(where.at.stay(Stay::referral_to_refusing), where.at.stay(Stay::referral_to_closing)));
    said.also_says.push_back(where.at.stay(Stay::referral_to_now));
}

/// A curve of a delay tells how many waited up to the days that other rows ask about.
inline void tell_delay(const StratumInSystem& where, Course course, RowCounts& said) {
    if (course == course_of(Delay::referral_to_contact))
        said.also_says.push_back(minus(where.at.cells_in({cells.contact_within}), where.at.cells_in({cells.negative_delay[index_of(Delay::referral_to_contact)]})));
    if (course == course_of(Delay::referral_to_entry)) tell_each(where, cells.courses.entered_by, said);
}

/// A point of a curve says its counts and is taken to tell all the counts of its curve.
inline void say_course(const StratumInSystem& where, const RowRule& rule, RowCounts& said) {
    say_share(where, rule, said);
    if (rule.course == Course::from_referral) tell_waiting(where, said);
    else if (rule.course == Course::from_entry) tell_stays(where, rule.kind == FigureKind::incidence, said);
    else tell_delay(where, rule.course, said);
}

/// Whether a quantile of a day table tells how many had come by the horizons of a curve.
constexpr bool tells_of_a_curve(std::size_t stay) {
    return stay == stay_of(Delay::referral_to_entry) || stay == static_cast<std::size_t>(Stay::of_entries) || stay == static_cast<std::size_t>(Stay::of_exits);
}

/// A quantile says how many cases it is about; between which days so many of them lie tells about how many had come by the horizons that other rows ask
/// about, and is taken to tell it.
inline void say_quantile(const StratumInSystem& where, const RowRule& rule, RowCounts& said) {
    said.counts.push_back(where.at.stay(rule.stay));
    for (const auto delay : {Delay::referral_to_contact, Delay::referral_to_entry})
        if (rule.stay == stay_of(delay)) return tell_delay(where, course_of(delay), said);
    if (tells_of_a_curve(rule.stay)) tell_stays(where, false, said);
}

// ---- tables ---------------------------------------------------------------------------------------------------------

/// Those of a kind that are weighted together, as sums of cells.
struct KindCounts {
    CountForm employed{}, respondents{}, eligible{};
};

/// A weighted share says its counts, is taken to tell its whole table, and is made of the cells that the weights were worked out on.
inline void say_weighted(const StratumInSystem& where, const ReportRow& row, const RowRule& rule, RowCounts& said) {
    say_share(where, rule, said);
    if (!row.value) return;
    for (const auto block : {rule.weighting->employed, rule.weighting->respondents, rule.weighting->eligible}) tell_each(where, block, said);
    const auto kinds = weighting_of(*rule.weighting, where.counted.stratum(where.stratum).tally);
    const auto fineness = weighting_cells(kinds).fineness;
    std::map<CellKey, KindCounts> weighted;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        auto& kind = weighted[cell_key(kinds[i], fineness)];
        const auto add = [&](CountForm& form, CellRange block) { form = plus(std::move(form), where.at.cells_in({block.at(i)})); };
        add(kind.employed, rule.weighting->employed);
        add(kind.respondents, rule.weighting->respondents);
        add(kind.eligible, rule.weighting->eligible);
    }
    for (const auto& [key, kind] : weighted) {
        make_of(said, kind.employed, kind.respondents);
        make_of(said, kind.respondents, kind.eligible);
    }
}

/// The first part of a reference that nobody is in; such a rate cannot be standardised.
inline CountForm empty_part(const StratumInSystem& where, CellRange measured) {
    for (std::size_t i = 0; i < mix_size; ++i) {
        auto part = where.at.cells_in({measured.at(i)});
        if (where.counted.reference->weights[i] > 0 && value_of(part, where.system.truth) == 0) return part;
    }
    return {};
}

/// A standardised rate says how many it is about, is taken to tell its whole table, and is made of the cells that have a weight. Without a reference it
/// says the counts of the plain rate.
inline void say_standardised(const StratumInSystem& where, const ReportRow& row, const RowRule& rule, RowCounts& said) {
    const auto part = rule.numerator[0], whole = rule.denominator[0];
    const auto& exits = cells.of_entries;
    if (!where.counted.reference && part == cells.entered_mix.counted) return say_share(where, {.numerator = {cells.referrals_entered}, .denominator = {cells.referrals}}, said);
    if (!where.counted.reference) return say_share(where, {.numerator = {exits.positive}, .denominator = exits_in_rate(exits)}, said);
    CountForm counted, measured, outside;
    for (std::size_t i = 0; i < mix_size; ++i) {
        const auto x = where.at.cells_in({part.at(i)}), n = where.at.cells_in({whole.at(i)});
        const bool weighs = where.counted.reference->weights[i] > 0;
        if (weighs) counted.push_back(x[0]);
        (weighs ? measured : outside).push_back(n[0]);
        if (row.value) said.also_says.insert(said.also_says.end(), {x, n});
        if (row.value && weighs) make_of(said, x, n);
    }
    said.parts_of.emplace_back(counted, measured);
    said.counts.push_back(outside);
    if (!row.value) said.also_says.push_back(empty_part(where, whole));
}

// ---- services -------------------------------------------------------------------------------------------------------

/// A service between the limits of the funnel says its own rate, or that of all; the limits tell the size of the one and the rate of the other.
inline void say_service(const StratumInSystem& where, const RowRule& rule, RowCounts& said) {
    const auto part = where.at.cells_in(rule.numerator), whole = where.at.cells_in(rule.denominator);
    const auto own = where.services.positive(where.stratum, rule.service), size = where.services.left(where.stratum, rule.service);
    if (rule.kind == FigureKind::service_rate) {
        said.parts_of.emplace_back(own, size);
        said.also_says.insert(said.also_says.end(), {part, whole});
    } else {
        said.parts_of.emplace_back(part, whole);
        said.counts.push_back(size);
    }
}

/// How much services differ is worked out from the rates of all of them.
inline void say_overdispersion(const StratumInSystem& where, const RowRule& rule, RowCounts& said) {
    say_share(where, rule, said);
    for (std::size_t service = 0; service < where.services.services; ++service) {
        const auto part = where.services.positive(where.stratum, service), whole = where.services.left(where.stratum, service);
        said.also_says.insert(said.also_says.end(), {part, whole});
        make_of(said, part, whole);
    }
}

}  // namespace detail

/// Whether what is counted in a row is related in its stratum, so that it can be protected.
inline bool is_related(const CountedReport& counted, const RowRule& rule, RelatedPart part) {
    if (part == RelatedPart::all) return true;
    if (part == RelatedPart::nothing) return rule.kind == FigureKind::counted_flow && rule.numerator[0] == cells.referrals;
    const auto lies_from = [&](CellRange first) { return !rule.numerator.empty() && rule.numerator[0].first >= first.first; };
    const bool of_a_curve = lies_from(cells.courses.entered_by) && !lies_from(cells.courses.delay_over[0]);
    if (of_a_curve || rule.kind == FigureKind::weighted_share || (rule.kind == FigureKind::standardised && counted.reference)) return false;
    return part == RelatedPart::without_curves || !lies_from(cells.follow_up[0].ends);
}

/// Whether a row may be published of a stratum: where not everything is related, neither the curve of a delay nor a quantile that tells of a curve.
inline bool may_be_published(const CountedReport& counted, const RowRule& rule, RelatedPart part) {
    if (part == RelatedPart::all || part == RelatedPart::nothing) return part == RelatedPart::all;
    const bool tells_of_a_curve = rule.kind == FigureKind::quantile ? detail::tells_of_a_curve(rule.stay) : rule.kind == FigureKind::course_quantile;
    return !tells_of_a_curve && is_related(counted, rule, part);
}

/// What a row says about numbers of people, so that it can be decided whether it may be shown. A rate says its counts, a mean or a quantile its n,
/// the bounds of a rate what may still join it or did not answer; left-out cases are counts too. A ratio of two flows is taken like a rate: where
/// one is a little above the other, the difference is as good as a number of people. A figure that is no linear function of counts (a point of a
/// curve, a weighted or standardised rate, how much services differ) is taken to tell every count that it is worked out from.
inline RowCounts counts_said(const StratumInSystem& where, const ReportRow& row, const RowRule& rule) {
    RowCounts said;
    switch (rule.kind) {
        case FigureKind::persons: said.parts_of.emplace_back(where.at.persons(), where.at.cells_in(rule.numerator)); break;
        case FigureKind::mean: said.counts.push_back(where.at.stay(rule.stay)); break;
        case FigureKind::quantile: detail::say_quantile(where, rule, said); break;
        case FigureKind::incidence:
        case FigureKind::course_quantile:
        case FigureKind::course_mean: detail::say_course(where, rule, said); break;
        case FigureKind::weighted_share: detail::say_weighted(where, row, rule, said); break;
        case FigureKind::standardised: detail::say_standardised(where, row, rule, said); break;
        case FigureKind::service_rate:
        case FigureKind::service_limits: detail::say_service(where, rule, said); break;
        case FigureKind::overdispersion: detail::say_overdispersion(where, rule, said); break;
        case FigureKind::count:
        case FigureKind::counted_flow:
        case FigureKind::flow_target: said.counts.push_back(where.at.cells_in(rule.numerator)); break;
        default: detail::say_share(where, rule, said);
    }
    for (const auto& excluded : rule.excluded) said.counts.push_back(where.at.cells_in({excluded.cell}));
    return said;
}

/// The tables that a row tells when it is shown.
inline ToldTables tables_told(const CountedReport& counted, const ReportRow& row, const RowRule& rule) {
    ToldTables told;
    const bool standardised = rule.kind == FigureKind::standardised && counted.reference;
    told.entered_mix = standardised && rule.numerator[0] == cells.entered_mix.counted;
    told.positive_mix = standardised && rule.numerator[0] == cells.positive_mix.counted;
    for (std::size_t i = 0; i < most_horizons; ++i)
        told.follow_up[i] = rule.kind == FigureKind::weighted_share && row.value && rule.weighting == &cells.follow_up[i].weighting;
    return told;
}

}  // namespace maintien

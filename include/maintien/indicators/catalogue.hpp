#pragma once
/// @file
/// The catalogue: every row of a report, in order.

#include <span>

#include "maintien/indicators/comparison_rows.hpp"
#include "maintien/indicators/course_rows.hpp"
#include "maintien/indicators/follow_up_rows.hpp"
#include "maintien/indicators/row_rule.hpp"
#include "maintien/protocol/protocol.hpp"

namespace maintien {

namespace detail {

/// The exits in the denominator of a cohort's rates: positive, negative, refused.
constexpr CellSum exits_in_rate(const ExitCells& exits) { return {exits.positive, exits.negative, exits.refused}; }

inline void add_count(Catalogue& rows, std::string_view indicator, std::string_view variant, CellSum cells_counted) {
    rows.push_back({.indicator = indicator, .variant = variant, .numerator = cells_counted});
}

inline void add_share(Catalogue& rows, std::string_view indicator, std::string_view variant, std::string_view category, CellSum numerator, CellSum denominator,
                      ExclusionRules excluded = {}) {
    rows.push_back({.indicator = indicator, .variant = variant, .category = category, .kind = FigureKind::share,
                    .numerator = numerator, .denominator = denominator, .excluded = excluded});
}

/// I01 to I05.
inline void add_referral_rows(Catalogue& rows) {
    rows.push_back({.indicator = "referrals", .kind = FigureKind::counted_flow, .numerator = {cells.referrals}});
    rows.push_back({.indicator = "referrals", .variant = "persons", .kind = FigureKind::persons, .numerator = {cells.referrals}});
    add_share(rows, "re_referrals", "", "", {cells.re_referrals}, {cells.referrals});
    add_share(rows, "re_referrals", "after_positive_exit_365", "", {cells.returned_after_positive}, {cells.positive_exits_mature},
              {{"not_mature", cells.positive_exits_not_mature}});
    rows.push_back({.indicator = "entries", .variant = "strict", .kind = FigureKind::counted_flow, .numerator = {cells.entries}});
    rows.push_back({.indicator = "entries", .variant = "broad", .kind = FigureKind::counted_flow, .numerator = {cells.broad_entries}});
    rows.push_back({.indicator = "entry_rate", .variant = "flow_ratio", .kind = FigureKind::flow_ratio,
                    .numerator = {cells.broad_entries}, .denominator = {cells.referrals}});
    add_share(rows, "entry_rate", "cohort", "", {cells.referrals_entered}, {cells.referrals});
    add_entry_incidence_rows(rows);
}

/// I06: where the entry cohort stands.
inline void add_status_rows(Catalogue& rows) {
    for (const auto& term : terms_of<EntryStatus>)
        add_share(rows, "status", "", term.code, {cells.status.at(index_of(term.value))}, {cells.broad_entries});
}

/// I07: the outcomes of one cohort; a neutral one has its number only.
inline void add_outcome_rows(Catalogue& rows, const Protocol& protocol, std::string_view variant, const ExitCells& exits) {
    for (const auto& term : terms_of<Outcome>) {
        const std::size_t outcome = index_of(term.value);
        if (protocol.outcomes[outcome].polarity == Polarity::neutral)
            rows.push_back({.indicator = "outcome", .variant = variant, .category = term.code, .numerator = {exits.neutral_outcome.at(outcome)}});
        else
            add_share(rows, "outcome", variant, term.code, {exits.outcome.at(outcome)}, exits_in_rate(exits));
    }
    add_share(rows, "outcome", variant, "unknown", {exits.outcome.at(count_of<Outcome>)}, exits_in_rate(exits));
}

/// I08, I08b, I08c: the rates of the exits.
inline void add_exit_rate_rows(Catalogue& rows) {
    const auto &cohort = cells.of_entries, &period = cells.of_period;
    const CellRange ongoing = cells.status.at(index_of(EntryStatus::ongoing));
    add_share(rows, "positive_exit_rate", "per_exit", "", {cohort.positive}, exits_in_rate(cohort));
    add_share(rows, "positive_exit_rate", "per_exit_of_period", "", {period.positive}, exits_in_rate(period));
    add_share(rows, "positive_exit_rate", "per_accompanied_exit", "", {cohort.positive}, {cohort.positive, cohort.negative});
    add_share(rows, "positive_exit_rate", "per_accompanied_exit_of_period", "", {period.positive}, {period.positive, period.negative});
    rows.push_back({.indicator = "positive_exit_rate", .variant = "per_entry", .kind = FigureKind::share_so_far, .numerator = {cohort.positive},
                    .denominator = {cohort.positive, cohort.negative, cohort.refused, ongoing}, .open = {ongoing}});
    add_exit_incidence_rows(rows);
    for (std::size_t i = 0; i < mature_days.size(); ++i)
        add_share(rows, "positive_exit_rate", "mature", mature_names[i], {cells.mature_positive[i]}, {cells.mature[i]}, {{"not_mature", cells.not_mature[i]}});
    add_share(rows, "kept_in_company", "per_exit", "", {cohort.in_company}, exits_in_rate(cohort));
    add_share(rows, "kept_in_company", "per_exit_of_period", "", {period.in_company}, exits_in_rate(period));
    add_share(rows, "kept_in_employment", "per_exit", "", {cohort.in_company, cohort.elsewhere}, exits_in_rate(cohort));
    add_share(rows, "kept_in_employment", "per_exit_of_period", "", {period.in_company, period.elsewhere}, exits_in_rate(period));
    add_share(rows, "neutral_share", "", "", {cohort.neutral}, {cohort.neutral, cohort.positive, cohort.negative, cohort.refused});
    add_share(rows, "neutral_share", "of_period", "", {period.neutral}, {period.neutral, period.positive, period.negative, period.refused});
}

inline void add_duration(Catalogue& rows, std::string_view indicator, std::string_view variant, std::string_view category, std::size_t stay, FigureKind kind,
                         double q = 0, ExclusionRules excluded = {}) {
    rows.push_back({.indicator = indicator, .variant = variant, .category = category, .kind = kind, .stay = stay, .q = q, .excluded = excluded});
}

/// I09: days in the cell.
inline void add_stay_rows(Catalogue& rows) {
    const auto add = [&](std::string_view variant, Stay stay, FigureKind kind) { add_duration(rows, "days_in_cell", variant, "", static_cast<std::size_t>(stay), kind, 0.5); };
    add_stay_course_rows(rows);
    add("closed_mean", Stay::of_entries, FigureKind::mean);
    add("closed_median", Stay::of_entries, FigureKind::quantile);
    add("closed_mean_of_period", Stay::of_exits, FigureKind::mean);
    add("closed_median_of_period", Stay::of_exits, FigureKind::quantile);
    add("all_mean", Stay::all, FigureKind::mean);
    add("open_mean_age", Stay::open_age, FigureKind::mean);
}

/// I10: delays between stages.
inline void add_delay_rows(Catalogue& rows) {
    for (const auto& term : terms_of<Delay>) {
        const ExclusionRules negative{{"negative", cells.negative_delay[index_of(term.value)]}};
        add_duration(rows, "stage_delay", term.code, "mean", stay_of(term.value), FigureKind::mean, 0, negative);
        add_duration(rows, "stage_delay", term.code, "median", stay_of(term.value), FigureKind::quantile, 0.5, negative);
        add_duration(rows, "stage_delay", term.code, "q1", stay_of(term.value), FigureKind::quantile, 0.25, negative);
        add_duration(rows, "stage_delay", term.code, "q3", stay_of(term.value), FigureKind::quantile, 0.75, negative);
        add_delay_course_row(rows, term.value);
        rows.push_back({.indicator = "stage_delay", .variant = term.code, .category = "pending", .numerator = {cells.pending[index_of(term.value)]}});
    }
}

/// I11: contact within the limit.
inline void add_contact_rows(Catalogue& rows) {
    add_share(rows, "contact_within_limit", "mature", "", {cells.contact_mature_within}, {cells.contact_mature},
              {{"not_mature", cells.contact_not_mature}, {"closed_without_contact", cells.closed_without_contact}});
    add_share(rows, "contact_within_limit", "all", "", {cells.contact_within}, {cells.referrals});
}

/// I14, I17, I18.
inline void add_monitoring_rows(Catalogue& rows, const Protocol& protocol) {
    for (const auto& target : protocol.targets) {
        const auto measured = std::find_if(rows.begin(), rows.end(), [&](const RowRule& row) {
            return row.indicator == target.indicator && row.variant == target.variant;
        });
        if (measured == rows.end()) continue;
        RowRule rule = *measured;
        rule.indicator = "objective";
        rule.variant = target.id;
        rule.kind = target.per_year ? FigureKind::flow_target : FigureKind::rate_target;
        rule.target = &target;
        rows.push_back(rule);
    }
    add_share(rows, "refusal_rate", "", "", {cells.refusals}, {cells.refusals, cells.entries});
    add_count(rows, "caseload", "opening", {cells.opening});
    add_count(rows, "caseload", "inflow", {cells.entries});
    add_count(rows, "caseload", "outflow", {cells.exits});
    add_count(rows, "caseload", "closing", {cells.closing});
    add_count(rows, "caseload", "active", {cells.opening, cells.entries});
}

/// I19: the referrals divided; those not given are counted apart.
inline void add_distribution_rows(Catalogue& rows) {
    for (std::size_t i = 0; i < distributions.size(); ++i) {
        const auto& shape = distributions[i];
        const CellRange given{cells.distribution[i].first, static_cast<std::uint16_t>(shape.codes)};
        for (std::size_t code = 0; code < shape.codes; ++code) add_share(rows, "distribution", shape.name, shape.code(code), {given.at(code)}, {given});
        rows.push_back({.indicator = "distribution", .variant = shape.name, .category = "unknown", .numerator = {cells.distribution[i].at(shape.codes)}});
    }
}

/// I22: appointments.
inline void add_appointment_rows(Catalogue& rows) {
    add_count(rows, "appointments", "held", {cells.appointments_held});
    add_count(rows, "appointments", "missed", {cells.appointments_missed});
    add_count(rows, "appointments", "cancelled", {cells.appointments_cancelled});
    rows.push_back({.indicator = "appointments", .variant = "per_person", .kind = FigureKind::flow_ratio, .numerator = {cells.appointments_held},
                    .denominator = {cells.episodes_with_appointment}});
}

}  // namespace detail

/// The catalogue of a protocol for a register of these services, both of which must outlive it.
inline Catalogue catalogue_of(const Protocol& protocol, std::span<const NamedService> services = {}) {
    Catalogue rows;
    detail::add_referral_rows(rows);
    detail::add_status_rows(rows);
    detail::add_outcome_rows(rows, protocol, "entry_cohort", cells.of_entries);
    detail::add_outcome_rows(rows, protocol, "exits_of_period", cells.of_period);
    detail::add_exit_rate_rows(rows);
    detail::add_stay_rows(rows);
    detail::add_delay_rows(rows);
    detail::add_contact_rows(rows);
    detail::add_follow_up_rows(rows, protocol.follow_up);
    detail::add_retention_rows(rows, protocol.follow_up);
    detail::add_monitoring_rows(rows, protocol);
    detail::add_distribution_rows(rows);
    detail::add_plan_rows(rows);
    detail::add_appointment_rows(rows);
    detail::add_standardised_rows(rows);
    detail::add_service_rows(rows, services);
    return rows;
}

}  // namespace maintien

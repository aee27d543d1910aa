// The figures beside the published page: each with numerator, denominator, interval, bounds, what was left out and why.
#include <algorithm>
#include <array>

#include "io/figure_titles.hpp"
#include "io/text_report_parts.hpp"
#include "io/text_table.hpp"
#include "maintien/indicators/percentage.hpp"

namespace maintien::io::detail {

namespace {

using Rows = std::vector<const ReportRow*>;

/// What the published page has already said, row for row.
bool is_published(const ReportRow& row) {
    if (row.indicator == "days_in_cell") return !is_of_course(row);
    return row.indicator == "status" || (row.indicator == "outcome" && row.variant == "entry_cohort");
}

/// What stands beside another figure: the limits at a service's size beside its rate.
bool is_beside(const ReportRow& row) { return row.indicator == "service_comparison" && row.variant == "limits"; }

TextTable figure_table() { return {49, {15, 11, 25}, {}}; }

// ---- one figure ---------------------------------------------------------------------------------------------------

std::string label_of_row(const ReportRow& row, Language language) { return figure_title(row.indicator, row.variant, row.category, language); }

/// Whether a share is not its counts' quotient: a point of a curve, a standardised rate, a ratio of variances.
bool is_no_quotient(const ReportRow& row) { return is_of_course(row) || row.method == "mover_wilson" || row.variant == "overdispersion"; }

/// What a row was measured on: numerator and denominator, or how many a mean or an estimate is over.
std::string base_text(const ReportRow& row, Language language) {
    if (!row.denominator) return {};
    if (row.unit == Unit::days || is_no_quotient(row)) return "n = " + number_text(row.denominator, language);
    return fraction_text(row, language);
}

std::string excluded_text(const ReportRow& row, Language language) {
    std::string text;
    for (const auto& left_out : row.excluded)
        text += (text.empty() ? "" : ", ") + grouped(left_out.count, language) + " " + exclusion_title(left_out.reason, language);
    return text.empty() ? text : std::string(said(language, "non comptés : ", "left out: ")) + text;
}

/// The bounds of a row in words; those of a target are the target itself.
std::string bounds_text(const Figures& figures, const ReportRow& row) {
    const auto language = figures.language;
    if (row.indicator == "objective" || !row.bound_lower || !row.bound_upper) return {};
    if (row.indicator == "service_comparison")
        return std::string(said(language, "limites à 99,8\u00A0% : ", "limits at 99.8%: ")) + share_value_text(figures, *row.bound_lower) +
               std::string(said(language, " à ", " to ")) + share_value_text(figures, *row.bound_upper);
    const auto between = row.method == "manski" ? said(language, "quoi qu'auraient répondu les autres, entre ", "whatever the others would have answered, between ")
                                                : said(language, "valeur finale certaine entre ", "final value for certain between ");
    return std::string(between) + share_value_text(figures, *row.bound_lower) + std::string(said(language, " et ", " and ")) +
           share_value_text(figures, *row.bound_upper);
}

/// A verdict in words, with the target where the row names it.
std::string verdict_text(const ReportRow& row, Language language) {
    if (!row.verdict) return {};
    std::string text = std::string(said(language, "objectif", "target"));
    if (row.bound_lower) text += std::string(said(language, " de ", " of ")) + short_percentage(*row.bound_lower, language);
    if (*row.verdict == TargetVerdict::reached) return text + std::string(said(language, " atteint", " reached"));
    if (*row.verdict == TargetVerdict::missed) return text + std::string(said(language, " non atteint", " missed"));
    return text + std::string(said(language, " : on ne peut pas conclure, l'intervalle le contient", ": open, the interval contains it"));
}

void add_figure(TextTable& table, const Figures& figures, const ReportRow& row, std::string_view indent = "  ") {
    const auto language = figures.language;
    table.line(std::string(indent) + label_of_row(row, language), {base_text(row, language), value_text(figures, row), interval_text(figures, row)});
    for (const auto& remark : {bounds_text(figures, row), verdict_text(row, language), excluded_text(row, language)})
        if (!remark.empty()) table.text += wrapped("→ " + remark, 8, 6);
}

// ---- indicators with a shape of their own -------------------------------------------------------------------------

/// A category nobody is in says nothing here.
bool somebody(const ReportRow& row) { return !row.numerator || *row.numerator != 0; }

/// The categories somebody is in: outcomes, measures, partners.
void add_outcomes(TextTable& table, const Figures& figures, const Rows& rows) {
    bool any = false;
    for (const auto* row : rows)
        if (somebody(*row)) {
            add_figure(table, figures, *row);
            any = true;
        }
    const bool masculine = !rows.empty() && rows.front()->indicator == "partners";
    if (!any) table.line(said(figures.language, masculine ? "  aucun" : "  aucune", "  none"), {});
}

/// The rows of one variant from `first` on; `first` moves past them.
Rows take_variant(const Rows& rows, std::size_t& first) {
    Rows taken;
    for (const auto variant = rows[first]->variant; first < rows.size() && rows[first]->variant == variant; ++first) taken.push_back(rows[first]);
    return taken;
}

void add_distributions(TextTable& table, const Figures& figures, const Rows& rows) {
    const auto language = figures.language;
    for (std::size_t first = 0; first < rows.size();) {
        const auto variant = take_variant(rows, first);
        std::int64_t known_ones = 0;
        for (const auto* row : variant) known_ones = is_hidden(*row) ? 1 : std::max(known_ones, whole_number(row->denominator));
        const auto title = variant_title("distribution", variant.front()->variant, language);
        if (known_ones == 0) {
            table.line("  " + title + std::string(said(language, " : non renseigné", ": not given")), {});
            continue;
        }
        table.line("  " + title, {});
        for (const auto* row : variant)
            if (somebody(*row)) add_figure(table, figures, *row, "    ");
    }
}

/// What became of the follow-ups, horizon by horizon.
void add_follow_ups(TextTable& table, const Figures& figures, const Rows& rows) {
    for (std::size_t first = 0; first < rows.size();) {
        const auto variant = take_variant(rows, first);
        table.line("  " + variant_title("follow_up", variant.front()->variant, figures.language), {});
        for (const auto* row : variant)
            if (row == variant.front() || somebody(*row)) add_figure(table, figures, *row, "    ");
    }
}

/// Whether a row of retention only says once more that nobody was observed long enough at its horizon.
bool repeats_want_of_time(const ReportRow& row) {
    return row.indicator == "retention" && row.variant != "observed" && row.null_reason == NullReason::not_mature;
}

constexpr std::array<std::string_view, 6> delay_columns{"mean", "median", "q1", "q3", "km_median", "pending"};

/// Delays side by side: mean, median and quartiles over those who came through, the median with those still on their way, and how many
/// these are.
std::string delay_table(const Figures& figures, const Rows& rows) {
    const auto language = figures.language;
    TextTable table{34, {8, 10, 10, 8, 8, 10, 12}, {}};
    table.line("", {"n", std::string(said(language, "Moyenne", "Mean")), std::string(said(language, "Médiane", "Median")), "Q1", "Q3",
                    std::string(said(language, "Méd. KM", "KM median")), std::string(said(language, "En attente", "Pending"))});
    for (std::size_t first = 0; first < rows.size();) {
        const auto variant = take_variant(rows, first);
        std::vector<std::string> cells{number_text(variant.front()->denominator, language)};
        for (const auto column : delay_columns) {
            const auto* row = figures.find("stage_delay", variant.front()->variant, column);
            cells.push_back(row ? value_text(figures, *row) : std::string(no_figure));
        }
        table.line("  " + variant_title("stage_delay", variant.front()->variant, language), cells);
        const auto left_out = excluded_text(*variant.front(), language);
        if (!left_out.empty()) table.text += wrapped("→ " + left_out, 8, 6);
    }
    return table.text + wrapped(std::string(said(language, "Méd. KM : médiane de Kaplan-Meier, dossiers en attente compris.",
                                                 "KM median: Kaplan-Meier's, with the files still pending.")), 2, 2);
}

// ---- the list -----------------------------------------------------------------------------------------------------

std::string indicator_block(const Figures& figures, const Rows& rows) {
    const auto& first = *rows.front();
    const auto language = figures.language;
    auto title = indicator_title(first.indicator, language);
    if (first.indicator == "outcome") title = variant_title("outcome", first.variant, language) + std::string(said(language, " : résultats", ": outcomes"));
    if (first.indicator == "distribution") title += std::string(said(language, " (parmi ceux qui sont renseignés)", " (among those given)"));
    if (first.indicator == "days_in_cell") title = std::string(said(language, "Jours dans la cellule, entrées de la période", "Days in the cell, entries of the period"));
    if (first.indicator == "standardised_rate" && !figures.report.reference.empty()) title += std::string(said(language, " : ", ": ")) + figures.report.reference;
    auto table = figure_table();
    table.line(title, {});
    if (first.indicator == "stage_delay") return "\n" + table.text + delay_table(figures, rows);
    if (first.indicator == "outcome" || first.indicator == "measures" || first.indicator == "partners")
        add_outcomes(table, figures, rows);
    else if (first.indicator == "follow_up")
        add_follow_ups(table, figures, rows);
    else if (first.indicator == "distribution")
        add_distributions(table, figures, rows);
    else
        for (const auto* row : rows)
            if (!repeats_want_of_time(*row)) add_figure(table, figures, *row);
    return "\n" + table.text;
}

std::string list_heading(const Figures& figures) {
    const auto language = figures.language;
    auto table = figure_table();
    table.rule();
    table.line(said(language, "Tous les autres chiffres", "All the other figures"),
               {"n/d", std::string(said(language, "Valeur", "Value")),
                std::string(said(language, "Intervalle à ", "Interval at ")) + short_percentage(figures.report.level, language)});
    table.rule();
    return "\n" + table.text;
}

}  // namespace

std::string other_figures(const Figures& figures) {
    std::string text;
    Rows block;
    const auto finish = [&] {
        if (!block.empty()) text += indicator_block(figures, block);
        block.clear();
    };
    for (const auto& row : figures.report.rows) {
        if (row.stratum != 0 || is_published(row) || is_beside(row)) continue;
        if (!block.empty() && block.front()->indicator != row.indicator) finish();
        block.push_back(&row);
    }
    finish();
    return text.empty() ? text : list_heading(figures) + text;
}

}  // namespace maintien::io::detail

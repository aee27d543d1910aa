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
    return row.indicator == "status" || row.indicator == "days_in_cell" || (row.indicator == "outcome" && row.variant == "entry_cohort");
}

TextTable figure_table() { return {49, {15, 11, 25}, {}}; }

// ---- one figure ---------------------------------------------------------------------------------------------------

std::string label_of_row(const ReportRow& row, Language language) {
    auto label = variant_title(row.indicator, row.variant, language);
    if (const auto place = label.find("{}"); place != std::string::npos) return label.replace(place, 2, row.category);
    return row.category.empty() ? label : category_title(row.indicator, row.variant, row.category, language);
}

/// What a row was measured on: numerator and denominator, or how many a mean is over.
std::string base_text(const ReportRow& row, Language language) {
    if (!row.denominator) return {};
    if (row.unit == Unit::days) return "n = " + number_text(row.denominator, language);
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
    return std::string(said(language, "valeur finale certaine entre ", "final value for certain between ")) + share_value_text(figures, *row.bound_lower) +
           std::string(said(language, " et ", " and ")) + share_value_text(figures, *row.bound_upper);
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

void add_outcomes(TextTable& table, const Figures& figures, const Rows& rows) {
    bool any = false;
    for (const auto* row : rows)
        if (somebody(*row)) {
            add_figure(table, figures, *row);
            any = true;
        }
    if (!any) table.line(said(figures.language, "  aucune", "  none"), {});
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

constexpr std::array<std::string_view, 5> delay_columns{"mean", "median", "q1", "q3", "pending"};

/// Delays side by side: mean, median and quartiles over those who came through, and how many are still on their way.
std::string delay_table(const Figures& figures, const Rows& rows) {
    const auto language = figures.language;
    TextTable table{34, {9, 11, 11, 9, 9, 13}, {}};
    table.line("", {"n", std::string(said(language, "Moyenne", "Mean")), std::string(said(language, "Médiane", "Median")), "Q1", "Q3",
                    std::string(said(language, "En attente", "Pending"))});
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
    return table.text;
}

// ---- the list -----------------------------------------------------------------------------------------------------

std::string indicator_block(const Figures& figures, const Rows& rows) {
    const auto& first = *rows.front();
    const auto language = figures.language;
    auto title = indicator_title(first.indicator, language);
    if (first.indicator == "outcome") title = variant_title("outcome", first.variant, language) + std::string(said(language, " : résultats", ": outcomes"));
    if (first.indicator == "distribution") title += std::string(said(language, " (parmi ceux qui sont renseignés)", " (among those given)"));
    auto table = figure_table();
    table.line(title, {});
    if (first.indicator == "stage_delay") return "\n" + table.text + delay_table(figures, rows);
    if (first.indicator == "outcome")
        add_outcomes(table, figures, rows);
    else if (first.indicator == "distribution")
        add_distributions(table, figures, rows);
    else
        for (const auto* row : rows) add_figure(table, figures, *row);
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
        if (row.stratum != 0 || is_published(row)) continue;
        if (!block.empty() && block.front()->indicator != row.indicator) finish();
        block.push_back(&row);
    }
    finish();
    return text.empty() ? text : list_heading(figures) + text;
}

}  // namespace maintien::io::detail

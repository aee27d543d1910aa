// The key figures of every stratum, one line each.
#include <array>

#include "io/figure_titles.hpp"
#include "io/text_report_parts.hpp"
#include "io/text_table.hpp"
#include "maintien/pathway/wording.hpp"

namespace maintien::io::detail {

namespace {

/// The key figures of one stratum, those that were found.
struct KeyFigures {
    const ReportRow* referrals = nullptr;
    const ReportRow* entries = nullptr;
    const ReportRow* ongoing = nullptr;
    const ReportRow* positive = nullptr;
    const ReportRow* days = nullptr;
};

/// The place of a row among the key figures, or none.
const ReportRow** place_of(KeyFigures& key, const ReportRow& row) {
    if (row.indicator == "referrals" && row.variant.empty()) return &key.referrals;
    if (row.indicator == "entries" && row.variant == "broad") return &key.entries;
    if (row.indicator == "status" && row.category == "ongoing") return &key.ongoing;
    if (row.indicator == "positive_exit_rate" && row.variant == "per_exit") return &key.positive;
    if (row.indicator == "days_in_cell" && row.variant == "all_mean") return &key.days;
    return nullptr;
}

std::vector<KeyFigures> key_figures(const Report& report) {
    std::vector<KeyFigures> strata(report.strata.size());
    for (const auto& row : report.rows) {
        if (row.stratum >= strata.size()) continue;
        if (const auto** place = place_of(strata[row.stratum], row)) *place = &row;
    }
    return strata;
}

std::string heading(const Stratum& stratum, Language language) {
    std::string text;
    for (const auto& part : stratum) text += (text.empty() ? "" : ", ") + stratum_key_title(part.key, language);
    return std::string(said(language, "Par ", "By ")) + text;
}

/// A pseudonym is shown as it is written; a code by its word, which begins a cell.
std::string value_label(const StratumPart& part, Language language) {
    const auto title = stratum_value_title(part.key, part.value, language);
    return title == part.value ? title : capitalised(title);
}

std::string label(const Stratum& stratum, Language language) {
    std::string text;
    for (const auto& part : stratum) text += (text.empty() ? "" : " · ") + value_label(part, language);
    return text;
}

std::vector<std::string> cells(const Figures& figures, const KeyFigures& key) {
    const auto language = figures.language;
    const auto count = [&](const ReportRow* row) { return row ? number_text(row->numerator, language) : std::string(no_figure); };
    const bool exits = key.positive && whole_number(key.positive->denominator) > 0;
    return {count(key.referrals), count(key.entries), count(key.ongoing), exits ? fraction_text(*key.positive, language) : std::string(no_figure),
            key.positive ? share_text(figures, *key.positive) : std::string(no_figure), key.days ? days_text(*key.days, 1, language) : std::string(no_figure)};
}

}  // namespace

std::string strata_table(const Figures& figures) {
    const Report& report = figures.report;
    const Language language = figures.language;
    if (report.strata.size() < 2) return {};
    const auto title = [&](std::string_view fr, std::string_view en) { return std::string(said(language, fr, en)); };
    TextTable table{40, {10, 9, 10, 11, 11, 8}, {}};
    table.rule();
    table.line(heading(report.strata[1], language),
               {title("Signalés", "Referred"), title("Entrées", "Entries"), title("En cours", "Ongoing"), title("Positives", "Positive"), "%", title("Jours", "Days")});
    table.rule();
    const auto strata = key_figures(report);
    for (std::size_t i = 1; i < strata.size(); ++i) table.line(label(report.strata[i], language), cells(figures, strata[i]));
    table.rule();
    table.line(title("Ensemble", "All"), cells(figures, strata[0]));
    return "\n" + table.text +
           wrapped(title("Positives : sorties positives sur sorties (entrées de la période). Jours : moyenne sur toutes les entrées.",
                         "Positive: positive exits out of exits (entries of the period). Days: mean over all entries."), 0, 0);
}

}  // namespace maintien::io::detail

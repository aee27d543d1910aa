// The page a cell publishes, in the shape of the table AIST 43 showed in 2020.
#include <algorithm>

#include "io/figure_titles.hpp"
#include "io/text_report_parts.hpp"
#include "io/text_table.hpp"
#include "maintien/indicators/percentage.hpp"

namespace maintien::io::detail {

namespace {

constexpr std::size_t label_width = 50;

/// A table of numbers and percentages, its heading done.
TextTable share_table(std::string_view title, Language language) {
    TextTable table{label_width, {10, 12}, {}};
    table.line(title, {std::string(said(language, "Nb", "No.")), "%"});
    table.rule();
    return table;
}

/// Ends a table with its total: a count of its own, not a sum of rounded rows.
void end_with_total(TextTable& table, const Figures& figures, std::int64_t total, bool hidden) {
    if (total == 0 && hidden) {
        table.rule();
        return table.line("Total", {std::string(no_figure), std::string(no_figure)});
    }
    const auto all = total > 0 ? percentage(total, total, figures.report.decimals, figures.language) : std::string(no_figure);
    table.rule();
    table.line("Total", {grouped(total, figures.language), all});
}

std::string between(Period period, Language language) {
    const auto from = day_in_words(period.from, language), to = day_in_words(period.to, language);
    return language == Language::fr ? "du " + from + " au " + to : "from " + from + " to " + to;
}

// ---- what went in -------------------------------------------------------------------------------------------------

std::string title_lines(const Figures& figures) {
    const auto& [report, language, whole] = figures;
    std::string text;
    if (!report.title.fr.empty()) text += std::string(in_language(report.title, language)) + "\n";
    std::string line = std::string(said(language, "Protocole ", "Protocol ")) + report.protocol + ". ";
    if (known(report.period.from)) line += std::string(said(language, "Période ", "Period ")) + between(report.period, language) + ", ";
    line += std::string(said(language, "situation au ", "as of ")) + day_in_words(report.as_of, language);
    if (known(report.known_on))
        line += std::string(said(language, ", faits connus au ", ", facts known on ")) + day_in_words(report.known_on, language);
    return text + wrapped(line + ".", 0, 0);
}

std::string input_lines(const Figures& figures) {
    const auto& input = figures.report.input;
    const auto language = figures.language;
    const Text one_case{"dossier", "case"}, cases{"dossiers", "cases"};
    std::string line = counted(input.cases, one_case, cases, language) + ", " +
                       counted(input.events, {"événement", "event"}, {"événements", "events"}, language) + ". " +
                       std::string(said(language, "Écarts au protocole : ", "Deviations from the protocol: ")) +
                       deviations_phrase(input.deviations, language) + ".";
    if (input.rejected != 0)
        line += " " + counted(input.rejected, {"dossier rejeté à la lecture", "case rejected on reading"},
                              {"dossiers rejetés à la lecture", "cases rejected on reading"}, language) + ".";
    if (input.objected != 0)
        line += " " + counted(input.objected, {"dossier exclu des chiffres à la demande du salarié", "case left out at the worker's request"},
                              {"dossiers exclus des chiffres à la demande du salarié", "cases left out at the worker's request"}, language) + ".";
    if (figures.report.min_count > 1)
        line += std::string(said(language, " Plus petit effectif montré : ", " Least count shown: ")) + std::to_string(figures.report.min_count) + ".";
    return wrapped(line, 0, 0);
}

// ---- the flows ----------------------------------------------------------------------------------------------------

std::string flow_lines(const Figures& figures) {
    const auto& [report, language, whole] = figures;
    std::string text;
    if (const auto* referrals = figures.find("referrals")) {
        const bool until_now = report.period.to >= report.as_of;
        text += counted(count_shown(*referrals), {"signalement", "referral"}, {"signalements", "referrals"}, language);
        if (known(report.period.from))
            text += until_now ? std::string(said(language, " depuis le ", " since ")) + day_in_words(report.period.from, language)
                              : " " + between(report.period, language);
        text += "\n";
    }
    const auto* broad = figures.find("entries", "broad");
    const auto* strict = figures.find("entries", "strict");
    if (!broad) return text;
    text += counted(count_shown(*broad), {"entrée dans la cellule", "entry in the cell"}, {"entrées dans la cellule", "entries in the cell"}, language);
    const auto refused = strict && strict->value && broad->value ? whole_number(broad->value) - whole_number(strict->value) : 0;
    if (refused > 0)
        text += std::string(said(language, ", dont ", ", ")) + counted(refused, {"refus d'intégration", "refusal among them"}, {"refus d'intégration", "refusals among them"}, language);
    return text + "\n";
}

std::string status_table(const Figures& figures) {
    const auto language = figures.language;
    auto table = share_table(indicator_title("status", language), language);
    std::int64_t total = 0;
    bool any = false, hidden = false;
    for (const auto& row : figures.report.rows) {
        if (row.stratum != 0 || row.indicator != "status") continue;
        table.line(category_title("status", "", row.category, language), {number_text(row.numerator, language), share_text(figures, row)});
        total = std::max(total, whole_number(row.denominator));
        any = true;
        hidden = hidden || is_hidden(row);
    }
    if (!any) return {};
    end_with_total(table, figures, total, hidden);
    return "\n" + table.text;
}

// ---- days in the cell ---------------------------------------------------------------------------------------------

/// Whom the mean speaks of: the population a published mean leaves unsaid.
std::string population_of_mean(const Figures& figures, const ReportRow& mean) {
    const auto& [report, language, whole] = figures;
    const Day last = known(report.known_on) ? std::min(report.as_of, report.known_on) : report.as_of;
    const auto* refused = figures.find("status", "", "refused");
    const bool with_refusals = refused && whole_number(refused->numerator) > 0;
    const auto n = number_text(mean.denominator, language);
    if (language == Language::fr)
        return "moyenne sur les " + n + " entrées de la période : un dossier en cours compte jusqu'au " + day_in_words(last, language) +
               (with_refusals ? ", un refus compte 0 jour" : "");
    return "mean over the " + n + " entries of the period: an open file counts up to " + day_in_words(last, language) +
           (with_refusals ? ", a refusal counts 0 days" : "");
}

std::string other_means(const Figures& figures) {
    const auto language = figures.language;
    TextTable table{label_width, {10, 12}, {}};
    table.line(said(language, "Autres durées dans la cellule", "Other durations in the cell"), {"n", std::string(said(language, "Jours", "Days"))});
    table.rule();
    for (const auto& row : figures.report.rows)
        if (row.stratum == 0 && row.indicator == "days_in_cell" && row.variant != "all_mean" && !is_of_course(row))
            table.line(variant_title(row.indicator, row.variant, language), {number_text(row.denominator, language), days_text(row, 1, language)});
    return table.text;
}

std::string days_block(const Figures& figures) {
    const auto* mean = figures.find("days_in_cell", "all_mean");
    if (!mean) return {};
    const auto language = figures.language;
    std::string text = std::string(said(language, "\nNombre moyen de jours dans la cellule : ", "\nMean number of days in the cell: ")) + days_text(*mean, 0, language);
    if (!mean->value) return text + "\n\n" + other_means(figures);
    text += std::string(said(language, "\u00A0j", " days")) + "\n";
    return text + wrapped("(" + population_of_mean(figures, *mean) + ")", 3, 2) + "\n" + other_means(figures);
}

// ---- exits --------------------------------------------------------------------------------------------------------

std::string positive_line(const Figures& figures) {
    const auto* rate = figures.find("positive_exit_rate", "per_exit");
    if (!rate) return {};
    const auto language = figures.language;
    std::string text = "\n" + counted(count_shown(*rate), {"sortie positive", "positive exit"}, {"sorties positives", "positive exits"}, language) +
                       std::string(said(language, " sur un total de ", " out of a total of ")) + number_text(rate->denominator, language);
    if (!rate->value) return text + "\n";
    text += std::string(said(language, ", soit ", ", ")) + share_text(figures, *rate) + "\n";
    if (rate->lower)
        text += std::string(said(language, "  (intervalle à ", "  (interval at ")) + short_percentage(figures.report.level, language) +
                std::string(said(language, " : ", ": ")) + interval_text(figures, *rate) + ")\n";
    return text;
}

/// Whether an outcome could be in the total: neutral ones are not, and what nobody is missing from the list is no outcome.
bool in_total(const ReportRow& row) { return row.unit == Unit::proportion && (row.category != "unknown" || whole_number(row.numerator) > 0); }

std::string outcome_table(const Figures& figures) {
    const auto language = figures.language;
    auto table = share_table(indicator_title("outcome", language), language);
    std::int64_t total = 0;
    std::string neutral;
    bool any = false, hidden = false;
    for (const auto& row : figures.report.rows) {
        if (row.stratum != 0 || row.indicator != "outcome" || row.variant != "entry_cohort") continue;
        any = true;
        hidden = hidden || is_hidden(row);
        const auto title = category_title("outcome", "", row.category, language);
        if (in_total(row)) table.line(title, {number_text(row.numerator, language), share_text(figures, row)});
        total = std::max(total, whole_number(row.denominator));
        if (row.unit == Unit::cases && whole_number(row.numerator) > 0)
            neutral += (neutral.empty() ? "" : ", ") + title + " " + number_text(row.numerator, language);
    }
    if (!any) return {};
    end_with_total(table, figures, total, hidden);
    if (!neutral.empty()) table.text += wrapped(std::string(said(language, "Sorties neutres, hors du total : ", "Neutral exits, outside the total: ")) + neutral, 2, 0);
    return "\n" + table.text;
}

}  // namespace

std::string published_page(const Figures& figures) {
    return title_lines(figures) + input_lines(figures) + "\n" + flow_lines(figures) + status_table(figures) + days_block(figures) +
           positive_line(figures) + outcome_table(figures);
}

}  // namespace maintien::io::detail

// The quality of the data: what was left out of the figures and why, and what the register does not say.
#include "io/figure_titles.hpp"
#include "io/text_report_parts.hpp"
#include "io/text_table.hpp"
#include "maintien/indicators/data_quality.hpp"
#include "maintien/indicators/percentage.hpp"
#include "maintien/pathway/wording.hpp"

namespace maintien::io::detail {

namespace {

TextTable quality_table() { return {62, {14, 12}, {}}; }

std::string count_text(const std::optional<std::int64_t>& count, Language language) { return count ? grouped(*count, language) : std::string(no_figure); }

/// A number of the heading, which may be hidden.
std::string shown_text(std::int64_t count, Language language) { return count == hidden_count ? std::string(no_figure) : grouped(count, language); }

void add_left_out_cases(TextTable& table, const ReportInput& input, Language language) {
    table.line(said(language, "  Dossiers rejetés à la lecture", "  Cases rejected on reading"), {shown_text(input.rejected, language)});
    table.line(said(language, "  Dossiers exclus à la demande du salarié", "  Cases left out at the worker's request"), {shown_text(input.objected, language)});
    table.line(said(language, "  Dossiers sans signalement", "  Cases without a referral"), {shown_text(input.without_referral, language)});
}

void add_negative_delays(TextTable& table, const std::vector<BackwardDelays>& delays, Language language) {
    table.line(said(language, "  Délais négatifs", "  Negative delays"), {});
    for (const auto& delay : delays) table.line("    " + variant_title("stage_delay", delay.delay, language), {count_text(delay.count, language)});
}

/// Why figures left something out: how often in all, and in how many figures.
void add_exclusions(TextTable& table, const std::vector<ExclusionSum>& sums, Language language) {
    if (sums.empty()) return;
    table.line(said(language, "  Laissés hors d'un chiffre (un dossier compte dans chacun)", "  Left out of a figure (a case counts in each)"),
               {"Total", std::string(said(language, "Chiffres", "Figures"))});
    for (const auto& sum : sums) table.line("    " + capitalised(exclusion_title(sum.reason, language)), {grouped(sum.count, language), grouped(sum.rows, language)});
}

void add_not_given(TextTable& table, const Figures& figures, const std::vector<NotGiven>& attributes) {
    const auto language = figures.language;
    table.line(said(language, "  Non renseigné, parmi les signalements", "  Not given, among the referrals"), {"n/d", "%"});
    for (const auto& attribute : attributes) {
        const bool known_share = attribute.numerator && attribute.denominator && attribute.value;
        table.line("    " + variant_title("distribution", attribute.attribute, language),
                   {number_text(attribute.numerator, language) + "/" + number_text(attribute.denominator, language),
                    known_share ? percentage(whole_number(attribute.numerator), whole_number(attribute.denominator), figures.report.decimals, language)
                                : std::string(no_figure)});
    }
}

}  // namespace

std::string data_quality_section(const Figures& figures) {
    const auto language = figures.language;
    const auto quality = data_quality_of(figures.report);
    auto table = quality_table();
    table.rule();
    table.line(said(language, "Qualité des données", "Data quality"), {});
    table.rule();
    add_left_out_cases(table, figures.report.input, language);
    table.line(std::string(said(language, "  Écarts au protocole : ", "  Deviations from the protocol: ")) + deviations_phrase(figures.report.input.deviations, language), {});
    if (!quality.negative_delays.empty()) add_negative_delays(table, quality.negative_delays, language);
    add_exclusions(table, quality.excluded, language);
    if (!quality.not_given.empty()) add_not_given(table, figures, quality.not_given);
    return "\n" + table.text;
}

}  // namespace maintien::io::detail

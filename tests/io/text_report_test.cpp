#include "maintien/io/text_report.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "support/published_report.hpp"

namespace maintien::io {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

std::size_t width_of(const std::string& line) {
    return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// The words of a line, runs of spaces as one.
std::string squeezed(const std::string& line) {
    std::string out;
    for (const char c : line)
        if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
    return out;
}

/// Whether a text has a line that says just this, however its columns are spaced.
::testing::AssertionResult has_line(const std::string& text, const std::string& line) {
    for (const auto& one : lines_of(text))
        if (squeezed(one) == line) return ::testing::AssertionSuccess();
    return ::testing::AssertionFailure() << "no line says: " << line << "\n" << text;
}

/// A text with its line ends as spaces: sentences are broken anywhere.
std::string flowing(const std::string& text) {
    std::string out = text;
    std::replace(out.begin(), out.end(), '\n', ' ');
    return squeezed(out);
}

::testing::AssertionResult says(const std::string& text, const std::string& words) {
    if (flowing(text).find(words) != std::string::npos) return ::testing::AssertionSuccess();
    return ::testing::AssertionFailure() << "does not say: " << words << "\n" << text;
}

TEST(TextReport, PrintsThePublishedTableToTheLastDigit) {
    const auto text = report_text(published::report(), Language::fr);
    for (const auto* line :
         {"103 signalements depuis le 1er juin 2020", "43 entrées dans la cellule, dont 1 refus d'intégration", "En cours 31 72,09\u00A0%",
          "Refus d'intégration 1 2,33\u00A0%", "Sortie négative 2 4,65\u00A0%", "Sortie positive 9 20,93\u00A0%", "Total 43 100,00\u00A0%",
          "Nombre moyen de jours dans la cellule : 69\u00A0j", "9 sorties positives sur un total de 12, soit 75,00\u00A0%",
          "Aménagement du poste 4 33,33\u00A0%", "Changement de poste externe 1 8,33\u00A0%", "Changement de poste interne 3 25,00\u00A0%",
          "Embauche CDI 0 0,00\u00A0%", "Inaptitude 2 16,67\u00A0%", "Invalidité 1 8,33\u00A0%", "Reconversion 0 0,00\u00A0%",
          "Création d'entreprise 1 8,33\u00A0%", "Total 12 100,00\u00A0%"})
        EXPECT_TRUE(has_line(text, line));
}

TEST(TextReport, SaysTheSameInEnglish) {
    const auto text = report_text(published::report(), Language::en);
    for (const auto* line : {"103 referrals since 1 June 2020", "43 entries in the cell, 1 refusal among them", "Ongoing 31 72.09%",
                             "Mean number of days in the cell: 69 days", "9 positive exits out of a total of 12, 75.00%", "Adapted post 4 33.33%",
                             "Total 12 100.00%"})
        EXPECT_TRUE(has_line(text, line));
}

TEST(TextReport, NamesWhatItIsAboutAndWhatWentIn) {
    const auto text = report_text(published::report(), Language::fr);
    EXPECT_TRUE(has_line(text, "Cellule de maintien dans l'emploi, AIST 43"));
    EXPECT_TRUE(has_line(text, "Protocole aist43_cme. Période du 1er juin 2020 au 12 novembre 2020, situation au 12 novembre 2020."));
    EXPECT_TRUE(has_line(text, "103 dossiers, 262 événements. Écarts au protocole : 0 manquement, 103 non enregistrés, 0 remarque."));
}

TEST(TextReport, SaysWhichMeanItPrintsAndTheOthersBesideIt) {
    const auto text = report_text(published::report(), Language::fr);
    EXPECT_TRUE(says(text, "moyenne sur les 43 entrées de la période : un dossier en cours compte jusqu'au 12 novembre 2020, un refus compte 0 jour"));
    EXPECT_TRUE(has_line(text, "Moyenne, entrés dans la période et sortis 11 78,8"));
    EXPECT_TRUE(says(text, "«\u00A069\u00A0jours\u00A0» ne nomme pas sa population"));
}

TEST(TextReport, WarnsThatThePublishedRateNamesNoDenominator) {
    const auto french = report_text(published::report(), Language::fr);
    EXPECT_TRUE(says(french,
                     "«\u00A050\u00A0% de maintien en emploi\u00A0» ne nomme pas de dénominateur. Par sortie, 9/12 (75,00\u00A0%) dépasse l'objectif ; par "
                     "entrée, 9/43 (20,93\u00A0%) n'atteint pas l'objectif à ce jour. Avec 31 dossiers en cours, la valeur finale par entrée se "
                     "situera entre 20,93\u00A0% et 93,02\u00A0%."));
    EXPECT_TRUE(says(french, "Sorties accompagnées seules : 9/11 (81,82\u00A0%)."));
    const auto english = report_text(published::report(), Language::en);
    EXPECT_TRUE(says(english, "the final value per entry will lie between 20.93% and 93.02%."));
}

TEST(TextReport, PrintsRatiosOfFlowsAsPercentagesAndVerdictsInWords) {
    const auto text = report_text(published::report(), Language::fr);
    EXPECT_TRUE(has_line(text, "Entrées / signalements de la période 43/103 41,75\u00A0%"));
    EXPECT_TRUE(has_line(text, "→ objectif de 50\u00A0% : on ne peut pas conclure, l'intervalle le contient"));
    EXPECT_TRUE(has_line(text, "→ valeur finale certaine entre 20,93\u00A0% et 93,02\u00A0%"));
    EXPECT_TRUE(has_line(text, "Sorties positives à 365 j, avec ce recul 0/0 — recul insuffisant"));
    EXPECT_TRUE(has_line(text, "→ non comptés : 42 sans le recul nécessaire"));
}

TEST(TextReport, ShowsEveryOutcomeOfTheTotalAndNeutralOnesOnlyWhenTheyOccurred) {
    auto report = published::report();
    EXPECT_TRUE(has_line(report_text(report, Language::fr), "Licenciement 0 0,00\u00A0%"));
    EXPECT_FALSE(says(report_text(report, Language::fr), "Retraite"));
    for (auto& row : report.rows)
        if (row.variant == "entry_cohort" && row.category == "retirement") row.numerator = row.value = 2;
    EXPECT_TRUE(has_line(report_text(report, Language::fr), "Sorties neutres, hors du total : Retraite 2"));
    EXPECT_TRUE(has_line(report_text(report, Language::fr), "Total 12 100,00\u00A0%"));
}

TEST(TextReport, SaysWhatACurveIsOverAndWhereItEnds) {
    auto report = published::report();
    auto point = published::share("entry_rate", "cumulative_incidence", "30", 38, 103);
    point.method = "aalen_johansen", point.value = 0.3936, point.lower = 0.2957, point.upper = 0.4898;
    auto median = published::share("days_in_cell", "km_median", {}, 11, 42);
    median.unit = Unit::days, median.method = "kaplan_meier", median.value = 126, median.lower = 98, median.null_reason = NullReason::not_reached;
    auto none = median;
    none.variant = "km_q3", none.value.reset(), none.lower.reset();
    report.rows.insert(report.rows.end(), {point, median, none});
    const auto text = report_text(report, Language::fr);
    EXPECT_TRUE(has_line(text, "Entrés dans les 30 j du signalement n = 103 39,36\u00A0% 29,57\u00A0% à 48,98\u00A0%"));
    EXPECT_TRUE(has_line(text, "Médiane, dossiers en cours compris n = 42 126,0 98,0 à —"));
    EXPECT_TRUE(has_line(text, "Troisième quartile, de même n = 42 — non atteint"));
}

TEST(TextReport, EndsWithTheQualityOfTheData) {
    auto report = published::report();
    report.input.without_referral = 4;
    report.rows.push_back(published::count("distribution", "sex", "unknown", 3));
    for (const auto& [language, heading, without, left_out] :
         {std::tuple{Language::fr, "Qualité des données", "Dossiers sans signalement 4", "Sans le recul nécessaire 42 1"},
          {Language::en, "Data quality", "Cases without a referral 4", "Not observed long enough 42 1"}}) {
        const auto text = report_text(report, language);
        EXPECT_TRUE(has_line(text, heading));
        EXPECT_TRUE(has_line(text, without));
        EXPECT_TRUE(has_line(text, left_out));
        EXPECT_EQ(text.find("\n\n", text.find(heading)), std::string::npos) << "nothing comes after it";
    }
    EXPECT_TRUE(has_line(report_text(report, Language::fr), "Sexe 3/103 2,91\u00A0%"));
}

TEST(TextReport, FitsATerminalOfAHundredColumns) {
    for (const auto language : {Language::fr, Language::en})
        for (const auto& line : lines_of(report_text(published::report(), language))) EXPECT_LE(width_of(line), 100u) << line;
}

TEST(TextReport, LinesUpColumnsByWhatIsSeenNotByBytes) {
    const auto lines = lines_of(report_text(published::report(), Language::fr));
    const auto plain = std::find_if(lines.begin(), lines.end(), [](const auto& line) { return line.starts_with("Inaptitude"); });
    const auto accented = std::find_if(lines.begin(), lines.end(), [](const auto& line) { return line.starts_with("Aménagement du poste"); });
    ASSERT_NE(plain, lines.end());
    ASSERT_NE(accented, lines.end());
    EXPECT_EQ(width_of(*plain), width_of(*accented));
}

TEST(TextReport, SetsThousandsApartAsEachLanguageDoes) {
    auto report = published::report();
    report.rows[0].value = report.rows[0].numerator = 12345;
    EXPECT_TRUE(has_line(report_text(report, Language::fr), "12\u202F345 signalements depuis le 1er juin 2020"));
    EXPECT_TRUE(has_line(report_text(report, Language::en), "12,345 referrals since 1 June 2020"));
}

TEST(TextReport, GivesEveryStratumALineInTheReadersWords) {
    auto report = published::report();
    report.strata.push_back({{"sex", "female"}, {"centre", "Est"}});
    report.strata.push_back({{"sex", "unknown"}, {"centre", "unknown"}});
    for (auto row : {published::count("referrals", {}, {}, 40), published::count("entries", "broad", {}, 20),
                     published::share("positive_exit_rate", "per_exit", {}, 3, 4), published::mean("all_mean", 100, 20)}) {
        row.stratum = 1;
        report.rows.push_back(row);
    }
    const auto text = report_text(report, Language::fr);
    EXPECT_TRUE(has_line(text, "Par sexe, centre Signalés Entrées En cours Positives % Jours"));
    EXPECT_TRUE(has_line(text, "Femme · Est 40 20 — 3/4 75,00\u00A0% 5,0"));
    EXPECT_TRUE(has_line(text, "Non renseigné · Non renseigné — — — — — —"));
    EXPECT_TRUE(has_line(text, "Ensemble 103 43 31 9/12 75,00\u00A0% 69,0"));
}

TEST(TextReport, AnEmptyRegisterIsReadableToo) {
    Report report{.protocol = "common_core", .as_of = make_day(2020, 1, 1)};
    report.strata.emplace_back();
    report.rows = {published::count("referrals", {}, {}, 0), published::count("entries", "broad", {}, 0), published::share("status", {}, "ongoing", 0, 0),
                   published::mean("all_mean", 0, 0), published::share("positive_exit_rate", "per_exit", {}, 0, 0)};
    const auto text = report_text(report, Language::fr);
    EXPECT_TRUE(has_line(text, "0 signalement"));
    EXPECT_TRUE(has_line(text, "Total 0 —"));
    EXPECT_TRUE(has_line(text, "Nombre moyen de jours dans la cellule : —"));
    EXPECT_TRUE(has_line(text, "0 sortie positive sur un total de 0"));
}

TEST(TextReport, FollowUpIsToldHorizonByHorizonAndItsBoundsInWords) {
    auto report = published::report();
    for (const auto& row : {published::count("follow_up", "12", "due", 52), published::share("follow_up", "12", "answered", 30, 52), published::share("follow_up", "12", "lost", 0, 52),
                            published::share("retention", "observed", "12", 24, 30), published::share("retention", "bounds", "12", 24, 50),
                            published::share("retention", "bounds", "24", 0, 0), published::count("partners", {}, "mdph", 0)})
        report.rows.push_back(row);
    auto& bounds = report.rows[report.rows.size() - 3];
    bounds.method = "manski";
    bounds.bound_lower = 0.48;
    bounds.bound_upper = 0.88;
    report.rows[report.rows.size() - 2].null_reason = NullReason::not_mature;
    const auto text = report_text(report, Language::fr);
    EXPECT_TRUE(has_line(text, "À 12 mois"));
    EXPECT_TRUE(has_line(text, "Délai écoulé 52"));
    EXPECT_TRUE(has_line(text, "A répondu 30/52 57,69\u00A0%"));
    EXPECT_FALSE(has_line(text, "Perdu de vue 0/52 0,00\u00A0%"));
    EXPECT_TRUE(has_line(text, "À 12 mois, parmi ceux qui ont répondu 24/30 80,00\u00A0%"));
    EXPECT_NE(flowing(text).find("entre 48,00\u00A0% et 88,00\u00A0%"), std::string::npos);
    EXPECT_EQ(text.find("À 24 mois"), std::string::npos) << "that nobody was observed long enough is said once";
    EXPECT_TRUE(has_line(text, "aucun"));
    EXPECT_TRUE(has_line(report_text(report, Language::en), "At 12 months, among all, at least 24/50 48.00%"));
}

TEST(TextReport, FiguresItHasNoTitleForAreShownByName) {
    auto report = published::report();
    report.rows.push_back(published::share("some_indicator", "some_variant", {}, 1, 3));
    EXPECT_TRUE(has_line(report_text(report, Language::fr), "some_variant 1/3 33,33\u00A0%"));
}

}  // namespace
}  // namespace maintien::io

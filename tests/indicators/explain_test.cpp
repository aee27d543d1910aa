#include "maintien/indicators/explain.hpp"

#include <gtest/gtest.h>

#include "support/register_stories.hpp"

using namespace maintien;

TEST(Explain, EveryFiguresNumeratorAndDenominatorAreListedToTheLastCase) {
    const stories::Aist43 cell;
    const auto report = stories::aist43_report();
    for (std::size_t i = 0; i < cell.catalogue.size(); ++i) {
        const auto& rule = cell.catalogue[i];
        const auto explanation = explain(cell.study, rule);
        const bool duration = rule.kind == FigureKind::mean || rule.kind == FigureKind::quantile;
        const bool prorated_target = rule.kind == FigureKind::flow_target;
        const auto name = std::string(rule.indicator) + "/" + std::string(rule.variant) + "/" + std::string(rule.category);
        if (!duration) {
            EXPECT_EQ(times_in(explanation.numerator), *report.rows[i].numerator) << name;
        }
        if (report.rows[i].denominator && !prorated_target) {
            EXPECT_EQ(times_in(explanation.denominator), *report.rows[i].denominator) << name;
        }
    }
}

TEST(Explain, AFigureIsFoundByItsNameWithNullPartsLeftOut) {
    const stories::Aist43 cell;
    ASSERT_NE(rule_named(cell.catalogue, "referrals"), nullptr);
    ASSERT_NE(rule_named(cell.catalogue, "status//ongoing"), nullptr);
    ASSERT_NE(rule_named(cell.catalogue, "positive_exit_rate/per_exit"), nullptr);
    EXPECT_EQ(rule_named(cell.catalogue, "positive_exit_rate/per_exit/x"), nullptr);
    EXPECT_EQ(rule_named(cell.catalogue, "positive_exit_rate"), nullptr);
}

TEST(Explain, TheCasesComeInTheOrderOfTheirKeys) {
    const stories::Aist43 cell;
    const auto explanation = explain(cell.study, *rule_named(cell.catalogue, "referrals"));
    ASSERT_EQ(explanation.numerator.size(), 103u);
    EXPECT_EQ(key_of(cell.events, explanation.numerator[0].case_index).case_id, "1");
    EXPECT_EQ(key_of(cell.events, explanation.numerator[1].case_index).case_id, "10");
}

TEST(Explain, PersonsAreFewerThanEpisodesWhereAWorkerComesAgain) {
    EventTable table;
    for (const char* number : {"1", "2", "3", "4"}) {
        auto entry = stories::referral(make_day(2024, 4, 1));
        if (*number < '3') entry.about.worker = WorkerId{"w"};
        stories::add_case(table, {"s", number}, {entry});
    }
    const auto cases = replay(table, common_core, {make_day(2024, 12, 31), no_day, 1});
    const auto study = study_of(table, cases, common_core, {make_day(2024, 1, 1), make_day(2024, 12, 31)});
    const auto explanation = explain(study, *rule_named(catalogue_of(common_core), "referrals/persons"));
    EXPECT_EQ(times_in(explanation.numerator), 4);
    EXPECT_EQ(persons_in(study, explanation.numerator), 3);
}

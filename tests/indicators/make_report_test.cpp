#include "maintien/indicators/make_report.hpp"

#include <gtest/gtest.h>

#include "support/register_stories.hpp"

using namespace maintien;

namespace {

void expect_share(const Report& report, std::string_view indicator, std::string_view variant, std::string_view category, double numerator, double denominator) {
    const auto* row = find_row(report, indicator, variant, category);
    ASSERT_NE(row, nullptr) << indicator << '/' << variant << '/' << category;
    EXPECT_EQ(row->numerator, numerator) << indicator << '/' << variant << '/' << category;
    EXPECT_EQ(row->denominator, denominator) << indicator << '/' << variant << '/' << category;
}

}  // namespace

TEST(MakeReport, ThePublishedTableOfAist43ComesOut) {
    const auto report = stories::aist43_report();
    EXPECT_EQ(find_row(report, "referrals")->value, 103);
    EXPECT_EQ(find_row(report, "entries", "broad")->value, 43);
    expect_share(report, "status", "", "ongoing", 31, 43);
    expect_share(report, "status", "", "refused", 1, 43);
    expect_share(report, "status", "", "positive", 9, 43);
    expect_share(report, "status", "", "negative", 2, 43);
    expect_share(report, "outcome", "entry_cohort", "adapted_post", 4, 12);
    expect_share(report, "outcome", "entry_cohort", "unfitness", 2, 12);
    expect_share(report, "outcome", "entry_cohort", "permanent_hire", 0, 12);
    expect_share(report, "positive_exit_rate", "per_exit", "", 9, 12);
    expect_share(report, "positive_exit_rate", "per_accompanied_exit", "", 9, 11);
    expect_share(report, "positive_exit_rate", "per_entry", "", 9, 43);
    expect_share(report, "entry_rate", "flow_ratio", "", 43, 103);
    EXPECT_DOUBLE_EQ(*find_row(report, "positive_exit_rate", "per_entry")->bound_upper, 40.0 / 43);
    EXPECT_EQ(find_row(report, "objective", "kept")->verdict, TargetVerdict::open);
}

TEST(MakeReport, ThePeriodBeginsWithTheEarliestReferralUnlessItIsGiven) {
    EXPECT_EQ(stories::aist43_report().period, (Period{make_day(2020, 6, 1), make_day(2020, 11, 12)}));
    const auto report = make_report(stories::aist43_register(), aist43_cme, {.as_of = make_day(2020, 11, 12), .from = make_day(2020, 7, 1), .to = make_day(2021, 1, 1)});
    EXPECT_EQ(report.period, (Period{make_day(2020, 7, 1), make_day(2021, 1, 1)}));
}

TEST(MakeReport, AnEmptyRegisterHasEveryRowAndNoFigure) {
    const auto report = make_report(EventTable{}, common_core, {.as_of = make_day(2024, 1, 1)});
    EXPECT_EQ(report.rows.size(), catalogue_of(common_core).size());
    EXPECT_EQ(find_row(report, "referrals")->value, 0);
    EXPECT_EQ(find_row(report, "positive_exit_rate", "per_exit")->null_reason, NullReason::denominator_zero);
}

TEST(MakeReport, EveryRowStandsForTheWholeAndForEveryStratum) {
    const auto report = stories::aist43_report({StratumKey::origin, StratumKey::month});
    EXPECT_GT(report.strata.size(), 3u);
    EXPECT_EQ(report.rows.size(), stories::Aist43().catalogue.size() * report.strata.size());
    for (std::size_t i = 0; i < report.rows.size(); ++i) EXPECT_EQ(report.rows[i].stratum, i % report.strata.size());
}

#include "maintien/indicators/state.hpp"

#include <gtest/gtest.h>

#include "maintien/indicators/make_report.hpp"
#include "support/register_stories.hpp"

namespace maintien {
namespace {

State state_of_sources(std::vector<StateSource> sources, std::vector<StratumKey> by = {}) {
    const stories::Aist43 cell;
    return state_of(cell.events, cell.table, aist43_cme, {.as_of = make_day(2020, 11, 12), .by = std::move(by), .threads = 1}, "aist43_cme", std::move(sources));
}

TEST(State, TheReportOfAStateIsThatOfItsCases) {
    const auto state = state_of_sources({{"sst-demo", 1, 1}});
    const auto report = report_of(state);
    EXPECT_EQ(find_row(report, "positive_exit_rate", "per_exit")->numerator, 9);
    EXPECT_EQ(find_row(report, "referrals", "persons")->value, 103);
    EXPECT_EQ(report.rows.size(), stories::aist43_report().rows.size());
    EXPECT_EQ(report.input.cases, 103);
}

TEST(State, SeveralServicesForgetWhoIsWhoAndNothingElse) {
    const auto report = report_of(state_of_sources({{"a", 1, 1}, {"b", 1, 1}}));
    std::size_t missing = 0;
    for (const auto& row : report.rows) missing += row.null_reason == NullReason::not_mergeable;
    EXPECT_EQ(missing, 2u);  // nobody left positively a year ago: that re-referral has no denominator
    EXPECT_EQ(find_row(report, "referrals", "persons")->null_reason, NullReason::not_mergeable);
    const auto* again = find_row(report, "re_referrals");
    EXPECT_EQ(again->null_reason, NullReason::not_mergeable);
    EXPECT_EQ(again->denominator, 103);
    EXPECT_FALSE(again->numerator);
    EXPECT_FALSE(again->lower);
}

TEST(State, PersonsOfOneServiceStayKnownWhereFiguresAreDividedByService) {
    const auto report = report_of(state_of_sources({{"a", 1, 1}, {"sst-demo", 1, 1}}, {StratumKey::service}));
    EXPECT_FALSE(find_row(report, "referrals", "persons", "", 0)->value);
    EXPECT_EQ(find_row(report, "referrals", "persons", "", 1)->value, 103);
    EXPECT_FALSE(find_row(report, "re_referrals", "", "", 1)->value) << "a worker may come again from the other service";
}

TEST(State, PartsOfOneServiceKeepPersons) {
    EXPECT_TRUE(state_of_sources({{"a", 1, 3}, {"a", 2, 3}}).linked);
    EXPECT_FALSE(is_complete(state_of_sources({{"a", 1, 3}, {"a", 2, 3}})));
    EXPECT_TRUE(is_complete(state_of_sources({{"a", 1, 1}})));
}

TEST(State, StrataStandInTheOrderOfTheReport) {
    const std::vector<StratumKey> keys{StratumKey::sex, StratumKey::service};
    const std::vector<StratumTexts> ordered{{"female", "B"}, {"female", "a"}, {"female", "\xC3\xA9"}, {"female", ""}, {"male", "A"}, {"", "A"}, {"", ""}};
    for (std::size_t i = 0; i < ordered.size(); ++i)
        for (std::size_t j = 0; j < ordered.size(); ++j) EXPECT_EQ(stratum_before(keys, ordered[i], ordered[j]), i < j) << i << " " << j;
    EXPECT_TRUE(stratum_before({StratumKey::quarter}, {"2023-Q4"}, {"2024-Q1"}));
    EXPECT_TRUE(stratum_before({StratumKey::age_band}, {"under_30"}, {"30_39"})) << "codes in the order of their list";
}

TEST(State, TheFiguresThatNeedToKnowWhoIsWhoAreTheReReferrals) {
    for (const auto& rule : catalogue_of(common_core)) EXPECT_EQ(needs_links(rule), rule.indicator == "re_referrals") << rule.indicator << " " << rule.variant;
}

}  // namespace
}  // namespace maintien

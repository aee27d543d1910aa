#include "maintien/protocol/built_in/mt2i_pspme.hpp"

#include <gtest/gtest.h>

#include "support/protocol_differences.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

TEST(Mt2iPspme, SendsItsReferralFormToPartnersFromTheStart) {
    EXPECT_EQ(rows_without(mt2i_pspme, common_core), (Set{"relay"}));
    const auto* relay = row_named(mt2i_pspme, "relay");
    EXPECT_TRUE(relay->from.contains(std::nullopt));
    EXPECT_FALSE(relay->from.contains(Stage::closed));
    EXPECT_EQ(guards_in_words(*relay), (std::vector<std::string>{"consent by recipient"})) << "never without the worker's consent";
}

TEST(Mt2iPspme, ExpectsInterestsAndMotivationsBeforeAnOutcomeOutsideTheCompany) {
    ASSERT_EQ(mt2i_pspme.expected.size(), 1u);
    const auto& rule = mt2i_pspme.expected[0];
    EXPECT_EQ(rule.event, Event::outcome);
    EXPECT_EQ(rule.kind, ExpectedKind::after_measure);
    EXPECT_EQ(rule.measure, Measure::interests_and_motivations);
    EXPECT_EQ(in_words(rule.when), " when outcome: external_post permanent_hire fixed_term_hire business_creation retraining training other_insertion");
}

TEST(Mt2iPspme, FollowsAtTwelveAndTwentyFourMonthsAndHasNoContactLimit) {
    EXPECT_EQ(mt2i_pspme.follow_up, common_core.follow_up);
    EXPECT_EQ(limit_between(mt2i_pspme, Milestone::referral, Milestone::contact), nullptr);
    EXPECT_EQ(mt2i_pspme.valid_from, make_day(2019, 1, 1));
}

TEST(Mt2iPspme, ListsEachOfItsWeakeningsWithAReason) {
    EXPECT_EQ(listed_relaxations(mt2i_pspme), weakenings(mt2i_pspme, common_core));
    EXPECT_EQ(listed_relaxations(mt2i_pspme), (Set{"contact_within_15_days", "relay"}));
}

}  // namespace

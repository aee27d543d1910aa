#include "maintien/protocol/built_in/aist63_cme.hpp"

#include <gtest/gtest.h>

#include "support/protocol_differences.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

TEST(Aist63Cme, EntersAFileFromContactedWithoutAnInterview) {
    EXPECT_EQ(rows_without(aist63_cme, common_core), (Set{"entry"}));
    EXPECT_EQ(aist63_cme.transitions.size(), common_core.transitions.size());
    EXPECT_EQ(in_words(*row_named(aist63_cme, "entry")), "entry | contacted qualified | in_support | after referral");
}

TEST(Aist63Cme, ExpectsAPlanOnTheDayOfEveryAppointmentHeld) {
    ASSERT_EQ(aist63_cme.expected.size(), 1u);
    const auto& rule = aist63_cme.expected[0];
    EXPECT_EQ(rule.id, "plan_after_appointment");
    EXPECT_EQ(rule.event, Event::appointment);
    EXPECT_EQ(in_words(rule.when), " when appointment_state: held");
    EXPECT_EQ(rule.kind, ExpectedKind::same_day);
    EXPECT_EQ(rule.beside, Event::action_plan);
}

TEST(Aist63Cme, SendsRecommendationsWithTheWorkersAgreementOnly) {
    EXPECT_EQ(aist63_cme.recommendations, Recommendations::opt_in);
    EXPECT_EQ(common_core.recommendations, Recommendations::opt_out);
}

TEST(Aist63Cme, KeepsTheLimitsOfTheCoreAndAsksAgainAfterTwelveMonths) {
    EXPECT_EQ(aist63_cme.time_limits, common_core.time_limits);
    EXPECT_EQ(aist63_cme.follow_up.horizons, (FixedList<int, 4>{12}));
    EXPECT_EQ(aist63_cme.valid_from, make_day(2016, 4, 1));
    EXPECT_EQ(aist63_cme.base, "common_core");
}

TEST(Aist63Cme, ListsEachOfItsWeakeningsWithAReason) {
    EXPECT_EQ(listed_relaxations(aist63_cme), weakenings(aist63_cme, common_core));
    EXPECT_EQ(listed_relaxations(aist63_cme), (Set{"entry", "follow_up"}));
}

}  // namespace

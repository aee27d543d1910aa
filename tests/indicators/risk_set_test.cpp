#include "maintien/indicators/risk_set.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "support/slow_survival.hpp"

namespace maintien {
namespace {

TEST(RiskSet, HoldsThoseCensoredOnTheDayOfAnEvent) {
    const auto sets = risk_sets(slow_survival::table_of({{4, 1}, {4, 0}, {9, 1}}, 1));
    ASSERT_EQ(sets.size(), 2u);
    EXPECT_EQ(sets[0], (RiskSet{4, 3, 1, 1, {1}}));
    EXPECT_EQ(sets[1], (RiskSet{9, 1, 1, 0, {1}}));
}

TEST(RiskSet, HoldsADelayedEntryFromTheDayAfter) {
    const auto sets = risk_sets(slow_survival::table_of({{3, 1}, {5, 0}, {6, 1, 3}, {8, 1, 4}}, 1));
    ASSERT_EQ(sets.size(), 4u);
    EXPECT_EQ(sets[0].at_risk, 2);
    EXPECT_EQ(sets[1].at_risk, 3);
    EXPECT_EQ(sets[2].at_risk, 2);
    EXPECT_EQ(sets[3].at_risk, 1);
}

TEST(RiskSet, IsThereOnDayZero) {
    const auto sets = risk_sets(slow_survival::table_of({{0, 2}, {0, 0}, {1, 1}}, 2));
    ASSERT_EQ(sets.size(), 2u);
    EXPECT_EQ(sets[0], (RiskSet{0, 3, 1, 1, {0, 1}}));
}

TEST(RiskSet, OfNobodyIsNone) { EXPECT_TRUE(risk_sets(survival_table(3)).empty()); }

RC_GTEST_PROP(RiskSet, IsWhoIsWatchedThatDay, ()) {
    const auto all = slow_survival::arbitrary_episodes(3, true, 40);
    std::int64_t ended = 0;
    for (const auto& set : risk_sets(slow_survival::table_of(all, 3))) {
        RC_ASSERT(set.at_risk == std::count_if(all.begin(), all.end(), [&](const auto& one) { return slow_survival::watched_on(one, static_cast<int>(set.day)); }));
        for (int cause = 1; cause <= 3; ++cause)
            RC_ASSERT(set.by_cause[static_cast<std::size_t>(cause - 1)] ==
                      std::count_if(all.begin(), all.end(), [&](const auto& one) { return one.days == set.day && one.cause == cause; }));
        RC_ASSERT(set.events + set.censored == std::count_if(all.begin(), all.end(), [&](const auto& one) { return one.days == set.day; }));
        ended += set.events + set.censored;
    }
    RC_ASSERT(ended == static_cast<std::int64_t>(all.size()));
}

}  // namespace
}  // namespace maintien

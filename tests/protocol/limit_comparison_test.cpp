#include "maintien/protocol/limit_comparison.hpp"

#include <gtest/gtest.h>

#include "maintien/protocol/built_in/common_core.hpp"

namespace {

using namespace maintien;

constexpr TimeLimit limit_of(int length, LimitUnit unit, bool stops = true) {
    TimeLimit limit = common_core.time_limits[0];
    limit.length = length;
    limit.unit = unit;
    limit.holds = stops;
    return limit;
}

TEST(LimitComparison, CountsTheLongestAgainstTheShortest) {
    const TimeLimit base = limit_of(30, LimitUnit::days);
    EXPECT_FALSE(gives_more_time(limit_of(30, LimitUnit::days), base));
    EXPECT_TRUE(gives_more_time(limit_of(31, LimitUnit::days), base));
    EXPECT_TRUE(gives_more_time(limit_of(1, LimitUnit::months), base)) << "a month may have 31 days";
    EXPECT_FALSE(gives_more_time(limit_of(30, LimitUnit::days), limit_of(2, LimitUnit::months)));
    EXPECT_TRUE(gives_more_time(limit_of(30, LimitUnit::working_days), base)) << "Sundays do not count";
    EXPECT_FALSE(gives_more_time(limit_of(10, LimitUnit::working_days), base));
}

TEST(LimitComparison, SeesAClockThatStopsWhereTheBaseRuns) {
    EXPECT_TRUE(gives_more_time(limit_of(15, LimitUnit::days, true), limit_of(15, LimitUnit::days, false)));
    EXPECT_FALSE(gives_more_time(limit_of(15, LimitUnit::days, false), limit_of(15, LimitUnit::days, true)));
}

TEST(LimitComparison, SeesWhomTheScheduleLosesFromSight) {
    FollowUpSchedule more = common_core.follow_up, fewer = more, later = more, others = more;
    more.horizons = {6, 12, 24};
    fewer.horizons = {12};
    later.closes_after_days = 120;
    others.except = others.except | CodeSet<Outcome>{Outcome::resignation};
    EXPECT_FALSE(follows_less(more, common_core.follow_up));
    for (const auto& less : {fewer, later, others}) EXPECT_TRUE(follows_less(less, common_core.follow_up));
}

TEST(LimitComparison, ListsRecommendationsThatNeedNoAgreementAnyMore) {
    Protocol base = common_core, variant = common_core;
    base.recommendations = Recommendations::opt_in;
    variant.recommendations = Recommendations::opt_out;
    ASSERT_EQ(weakened_schedule(variant, base).size(), 1u);
    EXPECT_EQ(weakened_schedule(variant, base)[0].kind, WeakeningKind::recommendations);
    EXPECT_TRUE(weakened_schedule(base, variant).empty());
}

}  // namespace

#include "maintien/indicators/counts.hpp"

#include <cmath>
#include <cstdint>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maintien {
namespace {

TEST(GarwoodInterval, OfNothingGoesFromZeroToThreePointSixEightNine) {
    const Interval interval = garwood_interval(0);
    EXPECT_EQ(interval.lower, 0.0);
    EXPECT_NEAR(interval.upper, 3.689, 0.0005);
    EXPECT_NEAR(interval.upper, -std::log(0.025), 1e-13);
}

TEST(GarwoodInterval, OfTheReferralsAndEntriesOfTheFirstSemester) {
    const Interval referrals = garwood_interval(103);
    EXPECT_NEAR(referrals.lower, 84.07193834481838, 1e-11);
    EXPECT_NEAR(referrals.upper, 124.91745544703114, 1e-11);
    const Interval entries = garwood_interval(43);
    EXPECT_NEAR(entries.lower, 31.119313211967186, 1e-11);
    EXPECT_NEAR(entries.upper, 57.920717810383637, 1e-11);
}

TEST(GarwoodInterval, LeavesTheTailOfThePoissonLawOnEachSide) {
    const Interval interval = garwood_interval(2, 0.9);
    const double l = interval.lower;
    const double u = interval.upper;
    EXPECT_NEAR(1.0 - std::exp(-l) * (1.0 + l), 0.05, 1e-14);
    EXPECT_NEAR(std::exp(-u) * (1.0 + u + u * u / 2.0), 0.05, 1e-14);
}

TEST(GarwoodInterval, IsSpeltAsInReports) { EXPECT_EQ(garwood_code, "garwood"); }

RC_GTEST_PROP(GarwoodInterval, ContainsTheCountAndWidensWithTheLevel, ()) {
    const auto count =
        *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(0, 200), rc::gen::inRange<std::int64_t>(0, 10'000'000));
    const double level = *rc::gen::inRange(500, 1000) / 1000.0;
    const Interval narrow = garwood_interval(count, level);
    const Interval wide = garwood_interval(count, level + (1.0 - level) / 2.0);
    RC_ASSERT(0.0 <= narrow.lower);
    RC_ASSERT(narrow.lower <= static_cast<double>(count));
    RC_ASSERT(static_cast<double>(count) <= narrow.upper);
    RC_ASSERT(wide.lower <= narrow.lower);
    RC_ASSERT(narrow.upper <= wide.upper);
}

}  // namespace
}  // namespace maintien

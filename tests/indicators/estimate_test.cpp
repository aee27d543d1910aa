#include "maintien/indicators/estimate.hpp"

#include <limits>

#include <gtest/gtest.h>

namespace maintien {
namespace {

TEST(Interval, IsEqualOnlyWithTheSameEnds) {
    EXPECT_EQ((Interval{0.25, 0.75}), (Interval{0.25, 0.75}));
    EXPECT_NE((Interval{0.25, 0.75}), (Interval{0.25, 0.5}));
    EXPECT_NE((Interval{0.25, 0.75}), (Interval{0.5, 0.75}));
}

TEST(Interval, OfAProportionIsClampedBetweenZeroAndOne) {
    EXPECT_EQ(clamped_to_unit({-0.25, 1.5}), (Interval{0.0, 1.0}));
    EXPECT_EQ(clamped_to_unit({0.25, 0.75}), (Interval{0.25, 0.75}));
}

TEST(Level, LiesStrictlyBetweenZeroAndOne) {
    EXPECT_TRUE(is_level(0.95));
    EXPECT_FALSE(is_level(0.0));
    EXPECT_FALSE(is_level(1.0));
    EXPECT_FALSE(is_level(95.0));
    EXPECT_FALSE(is_level(std::numeric_limits<double>::quiet_NaN()));
}

TEST(Level, LeavesHalfOfTheRestOnEachSide) {
    EXPECT_NEAR(tail_of(0.95), 0.025, 1e-16);
    EXPECT_NEAR(tail_of(0.998), 0.001, 1e-16);
    EXPECT_EQ(tail_of(0.5), 0.25);
}

}  // namespace
}  // namespace maintien

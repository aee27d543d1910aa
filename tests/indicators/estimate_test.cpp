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

TEST(Estimate, GivesAReasonInPlaceOfWhatIsMissing) {
    const auto nothing = not_given(NullReason::denominator_zero);
    EXPECT_FALSE(nothing.value || nothing.lower || nothing.upper || nothing.standard_error || nothing.limits_reason);
    EXPECT_EQ(nothing.null_reason, NullReason::denominator_zero);
    const auto value_alone = without_limits(1.0, std::nullopt, NullReason::degenerate_variance);
    EXPECT_EQ(value_alone.value, 1.0);
    EXPECT_FALSE(value_alone.lower || value_alone.upper || value_alone.null_reason);
    EXPECT_EQ(value_alone.limits_reason, NullReason::degenerate_variance);
}

TEST(Estimate, WithLimitsNeedsNoReason) {
    const auto whole = with_limits(0.5, 0.1, {0.25, 0.75});
    EXPECT_EQ(whole.standard_error, 0.1);
    EXPECT_EQ(whole.lower, 0.25);
    EXPECT_EQ(whole.upper, 0.75);
    EXPECT_FALSE(whole.null_reason || whole.limits_reason);
}

}  // namespace
}  // namespace maintien

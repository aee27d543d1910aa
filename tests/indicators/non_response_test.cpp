#include "maintien/indicators/non_response.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maintien {
namespace {

TEST(ManskiBounds, OfTheReferenceAnswers) {
    const auto found = manski_bounds({24, 30, 50});
    EXPECT_EQ(found.bound_lower, 0.48);
    EXPECT_EQ(found.bound_upper, 0.88);
    EXPECT_NEAR(*found.lower, 0.364, 0.0005);
    EXPECT_NEAR(*found.upper, 0.956, 0.0005);
}

TEST(ManskiBounds, MeetWhenAllAnsweredAndTheIntervalIsWalds) {
    const auto found = manski_bounds({36, 48, 48});
    EXPECT_EQ(found.bound_lower, found.bound_upper);
    EXPECT_NEAR(*found.lower, 0.75 - 1.959963984540054 * 0.0625, 1e-12);
    EXPECT_NEAR(*found.upper, 0.75 + 1.959963984540054 * 0.0625, 1e-12);
}

TEST(ManskiBounds, AreZeroAndOneWhenNobodyAnswered) {
    const auto found = manski_bounds({0, 0, 7});
    EXPECT_EQ(found.bound_lower, 0.0);
    EXPECT_EQ(found.bound_upper, 1.0);
    EXPECT_FALSE(found.lower || found.upper);
    EXPECT_EQ(found.limits_reason, NullReason::degenerate_variance);
}

TEST(ManskiBounds, OfNobodyAreNotGiven) {
    const auto found = manski_bounds({0, 0, 0});
    EXPECT_FALSE(found.bound_lower || found.bound_upper || found.lower || found.upper);
    EXPECT_EQ(found.null_reason, NullReason::denominator_zero);
}

RC_GTEST_PROP(ManskiBounds, ReachFromTheOneSidedToTheTwoSidedNumberOfErrors, ()) {
    const double gap = *rc::gen::inRange(0, 1000) / 100.0, level = *rc::gen::inRange(500, 999) / 1000.0;
    const double reach = detail::imbens_manski_reach(gap, level);
    RC_ASSERT(reach <= normal_critical_value(level));
    RC_ASSERT(reach >= normal_quantile(level) - 1e-9);
    RC_ASSERT(std::fabs(detail::normal_probability(reach + gap) - detail::normal_probability(-reach) - level) < 1e-12);
}

RC_GTEST_PROP(ManskiBounds, ContainTheShareWhateverTheOthersWouldHaveSaid, ()) {
    const auto eligible = *rc::gen::inRange<std::int64_t>(1, 60), respondents = *rc::gen::inRange<std::int64_t>(0, eligible + 1);
    const auto positive = *rc::gen::inRange<std::int64_t>(0, respondents + 1), silent = *rc::gen::inRange<std::int64_t>(0, eligible - respondents + 1);
    const auto found = manski_bounds({positive, respondents, eligible});
    const double truth = static_cast<double>(positive + silent) / static_cast<double>(eligible);
    RC_ASSERT(*found.bound_lower <= truth);
    RC_ASSERT(truth <= *found.bound_upper);
    RC_ASSERT(!found.lower || *found.lower <= *found.bound_lower);
    RC_ASSERT(!found.upper || *found.bound_upper <= *found.upper);
}

}  // namespace
}  // namespace maintien

#include "maintien/indicators/survival_quantile.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "support/slow_survival.hpp"

namespace maintien {
namespace {

Estimate quantile_of(const slow_survival::Episodes& all, double p, IntervalScale scale = IntervalScale::log_log) {
    return survival_quantile(kaplan_meier(slow_survival::table_of(all, 1)), p, scale);
}

Estimate days(double value, std::optional<double> lower, std::optional<double> upper) {
    const auto reason = lower && upper ? std::nullopt : std::optional(NullReason::not_reached);
    return {.value = value, .lower = lower, .upper = upper, .limits_reason = reason};
}

TEST(SurvivalQuantile, MediansOfTheReferenceGroups) {
    EXPECT_EQ(quantile_of(slow_survival::aml_maintained(), 0.5).value, 31.0);
    EXPECT_EQ(quantile_of(slow_survival::aml_nonmaintained(), 0.5).value, 23.0);
    EXPECT_EQ(quantile_of(slow_survival::aml(), 0.5), days(27, 13, 34));
}

// quantile(survfit(…)) of R's survival 3.5-3.
TEST(SurvivalQuantile, QuartilesAndLimitsAreThoseOfR) {
    EXPECT_EQ(quantile_of(slow_survival::aml(), 0.25), days(12, 5, 23));
    EXPECT_EQ(quantile_of(slow_survival::aml(), 0.75), days(43, 30, std::nullopt));
    EXPECT_EQ(quantile_of(slow_survival::aml_maintained(), 0.5), days(31, 13, std::nullopt));
    EXPECT_EQ(quantile_of(slow_survival::aml_maintained(), 0.5, IntervalScale::plain), days(31, 18, 48));
    EXPECT_EQ(quantile_of(slow_survival::aml_maintained(), 0.75, IntervalScale::log), days(48, 34, std::nullopt));
    EXPECT_EQ(quantile_of(slow_survival::aml_maintained(), 0.25, IntervalScale::arcsine), days(18, 9, 34));
    EXPECT_EQ(quantile_of(slow_survival::aml_maintained(), 0.25, IntervalScale::logit), days(18, 9, 34));
}

TEST(SurvivalQuantile, IsTheMiddleOfAFlatStretch) {
    EXPECT_EQ(quantile_of({{1, 1}, {2, 1}, {3, 1}, {4, 1}}, 0.5).value, 2.5);
    EXPECT_EQ(quantile_of({{1, 1}, {2, 1}, {3, 1}, {4, 1}}, 0.25).value, 1.5);
}

TEST(SurvivalQuantile, TakesAFlatToTheLastDayObserved) { EXPECT_EQ(quantile_of({{1, 1}, {2, 1}, {5, 0}, {10, 0}}, 0.5).value, 6.0); }

TEST(SurvivalQuantile, SeesAFlatThatBinaryFractionsBlur) {
    slow_survival::Episodes tenths;
    for (int day = 1; day <= 10; ++day) tenths.push_back({day, 1});
    EXPECT_EQ(quantile_of(tenths, 0.3).value, 3.5);
    EXPECT_EQ(quantile_of(tenths, 0.7).value, 7.5);
    EXPECT_EQ(quantile_of(tenths, 1.0).value, 10.0);
}

TEST(SurvivalQuantile, IsNotReachedWhenTooFewHadTheEvent) {
    EXPECT_EQ(quantile_of({{1, 1}, {5, 0}, {6, 0}}, 0.5), not_given(NullReason::not_reached));
    EXPECT_EQ(quantile_of({{5, 0}, {6, 0}}, 0.5), not_given(NullReason::not_reached));
    EXPECT_EQ(quantile_of({}, 0.5), not_given(NullReason::denominator_zero));
}

TEST(SurvivalQuantile, IsZeroWhenHalfLeaveOnDayZero) { EXPECT_EQ(quantile_of({{0, 1}, {0, 1}, {3, 1}}, 0.5).value, 0.0); }

RC_GTEST_PROP(SurvivalQuantile, IsTheFirstDayTheSlowCurveComesDownSoFar, ()) {
    const auto all = slow_survival::arbitrary_episodes(1, true);
    const double p = *rc::gen::elementOf(std::vector<double>{0.1, 0.2, 0.25, 1.0 / 3.0, 0.5, 0.6, 0.75, 0.9, 1.0});
    RC_ASSERT(quantile_of(all, p).value == slow_survival::quantile(all, 1.0 - p));
}

RC_GTEST_PROP(SurvivalQuantile, LiesWithinItsLimits, ()) {
    const auto all = slow_survival::arbitrary_episodes(1, false, 40);
    const auto found = quantile_of(all, *rc::gen::inRange(5, 100) / 100.0);
    RC_ASSERT(!found.lower || *found.lower <= *found.value);
    RC_ASSERT(!found.upper || *found.value <= *found.upper);
    RC_ASSERT(found.value || (!found.lower && !found.upper));
    RC_ASSERT(found.null_reason.has_value() == !found.value);
}

}  // namespace
}  // namespace maintien

#include "maintien/indicators/restricted_mean.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "support/slow_survival.hpp"

namespace maintien {
namespace {

Estimate mean_within(int tau, const slow_survival::Episodes& all) { return restricted_mean(kaplan_meier(slow_survival::table_of(all, 1)), tau); }

TEST(RestrictedMean, OfTheReferenceDataIsThatOfR) {
    const auto found = mean_within(48, slow_survival::aml());
    EXPECT_NEAR(*found.value, 27.00621, 0.000005);
    EXPECT_NEAR(*found.standard_error, 3.20514, 0.000005);
    EXPECT_NEAR(*found.lower, 27.00621118 - 1.959963984540054 * 3.20514022, 1e-6);
    EXPECT_NEAR(*found.upper, 27.00621118 + 1.959963984540054 * 3.20514022, 1e-6);
}

TEST(RestrictedMean, BeyondTheLastDayObservedIsNotGiven) {
    EXPECT_EQ(mean_within(162, slow_survival::aml()), not_given(NullReason::beyond_follow_up));
    EXPECT_TRUE(mean_within(161, slow_survival::aml()).value);
    EXPECT_EQ(mean_within(6, {{3, 1}, {5, 1}}), not_given(NullReason::beyond_follow_up));
}

TEST(RestrictedMean, OfNobodyIsNotGiven) { EXPECT_EQ(mean_within(0, {}), not_given(NullReason::denominator_zero)); }

TEST(RestrictedMean, WithoutEventBeforeTheEndIsAllOfItWithoutInterval) {
    const auto found = mean_within(30, {{30, 1}, {40, 0}});
    EXPECT_EQ(found.value, 30.0);
    EXPECT_FALSE(found.standard_error || found.lower || found.upper);
    EXPECT_EQ(found.limits_reason, NullReason::degenerate_variance);
}

TEST(RestrictedMean, OfEpisodesThatAllEndOnOneDayHasNoInterval) {
    EXPECT_EQ(mean_within(4, {{4, 1}, {4, 1}}).value, 4.0);
    EXPECT_EQ(mean_within(4, {{2, 1}, {2, 1}, {4, 0, 2}}).limits_reason, NullReason::degenerate_variance);
}

TEST(RestrictedMean, CountsAnEventOnDayZeroAsNoDay) {
    const auto found = mean_within(10, {{0, 1}, {10, 0}});
    EXPECT_EQ(found.value, 5.0);
    EXPECT_NEAR(*found.standard_error, std::sqrt(12.5), 1e-14);
    EXPECT_EQ(found.lower, 0.0);
    EXPECT_EQ(found.upper, 10.0);
}

RC_GTEST_PROP(RestrictedMean, IsTheDaysUnderTheSlowCurveWithTheErrorThatMovingOneEpisodeGives, ()) {
    const auto all = slow_survival::arbitrary_episodes(1, false, 15);
    const int tau = *rc::gen::inRange(0, slow_survival::last_day(all) + 1);
    const auto found = mean_within(tau, all);
    RC_ASSERT(std::fabs(*found.value - slow_survival::restricted_mean(all, slow_survival::once_each(all), tau)) < 1e-12);
    const double slow_error = slow_survival::standard_error(all, [&](const slow_survival::Weights& weights) { return slow_survival::restricted_mean(all, weights, tau); });
    RC_ASSERT(std::fabs(found.standard_error.value_or(0.0) - slow_error) < 1e-5);
}

RC_GTEST_PROP(RestrictedMean, AddsUpTheCovariancesOfTheDaysAlsoWithDelayedEntries, ()) {
    const auto all = slow_survival::arbitrary_episodes(1, true);
    const int tau = *rc::gen::inRange(0, slow_survival::last_day(all) + 1);
    const auto found = mean_within(tau, all);
    RC_ASSERT(std::fabs(*found.value - slow_survival::restricted_mean(all, slow_survival::once_each(all), tau)) < 1e-12);
    RC_ASSERT(std::fabs(found.standard_error.value_or(0.0) - std::sqrt(slow_survival::variance_of_restricted_mean(all, tau))) < 1e-9);
}

RC_GTEST_PROP(RestrictedMean, WithoutCensoringIsTheMeanOfTheShorterOfEachAndTheEnd, ()) {
    auto all = slow_survival::arbitrary_episodes(1, false, 60);
    for (auto& one : all) one.cause = 1;
    const int tau = *rc::gen::inRange(0, slow_survival::last_day(all) + 1);
    double sum = 0.0;
    for (const auto& one : all) sum += std::min(one.days, tau);
    RC_ASSERT(std::fabs(*mean_within(tau, all).value - sum / static_cast<double>(all.size())) < 1e-12);
}

}  // namespace
}  // namespace maintien

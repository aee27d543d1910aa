#include "maintien/indicators/kaplan_meier.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>

#include "support/slow_survival.hpp"

namespace maintien {
namespace {

constexpr double to_three_decimals = 0.0005, to_four_decimals = 0.00005;

SurvivalCurve curve_of(const slow_survival::Episodes& all) { return kaplan_meier(slow_survival::table_of(all, 1)); }

TEST(KaplanMeier, OfTheMaintainedGroupIsTheReferenceOne) {
    const auto curve = curve_of(slow_survival::aml_maintained());
    constexpr std::array days{9, 13, 18, 23, 31, 34, 48};
    constexpr std::array survival{.909, .818, .716, .614, .491, .368, .184}, error{.0867, .1163, .1397, .1526, .1642, .1627, .1535};
    for (std::size_t i = 0; i < days.size(); ++i) {
        const auto found = survival_on(curve, days[i]);
        EXPECT_NEAR(*found.value, survival[i], to_three_decimals) << days[i];
        EXPECT_NEAR(*found.standard_error, error[i], to_four_decimals) << days[i];
    }
}

TEST(KaplanMeier, OfTheOtherGroupIsTheReferenceOneAndComesDownToZero) {
    const auto curve = curve_of(slow_survival::aml_nonmaintained());
    constexpr std::array days{5, 8, 12, 23, 27, 30, 33, 43};
    constexpr std::array survival{.8333, .6667, .5833, .4861, .3889, .2917, .1944, .0972};
    for (std::size_t i = 0; i < days.size(); ++i) EXPECT_NEAR(*survival_on(curve, days[i]).value, survival[i], to_four_decimals) << days[i];
    const auto end = survival_on(curve, 45);
    EXPECT_EQ(end.value, 0.0);
    EXPECT_EQ(end.limits_reason, NullReason::degenerate_variance);
}

TEST(KaplanMeier, OfBothGroupsHasTheReferenceLogLogLimits) {
    const auto curve = curve_of(slow_survival::aml());
    constexpr std::array<int, 4> days{5, 12, 23, 48};
    constexpr double expected[4][3] = {{.913, .695, .978}, {.739, .509, .873}, {.547, .319, .726}, {.083, .007, .287}};
    for (std::size_t i = 0; i < days.size(); ++i) {
        const auto found = survival_on(curve, days[i]);
        EXPECT_NEAR(*found.value, expected[i][0], to_three_decimals) << days[i];
        EXPECT_NEAR(*found.lower, expected[i][1], to_three_decimals) << days[i];
        EXPECT_NEAR(*found.upper, expected[i][2], to_three_decimals) << days[i];
    }
}

TEST(KaplanMeier, BetweenTwoDaysIsThatOfTheEarlierOne) {
    const auto curve = curve_of(slow_survival::aml());
    EXPECT_EQ(survival_on(curve, 47), survival_on(curve, 45));
    EXPECT_EQ(survival_on(curve, 4).value, 1.0);
    EXPECT_EQ(survival_on(curve, 4).limits_reason, NullReason::degenerate_variance);
}

TEST(KaplanMeier, OfNobodyIsNotGiven) { EXPECT_EQ(survival_on(curve_of({}), 0), not_given(NullReason::denominator_zero)); }

TEST(KaplanMeier, BeyondTheLastDayObservedIsNotGivenEvenAtZero) {
    EXPECT_EQ(survival_on(curve_of({{3, 1}, {5, 0}}), 6), not_given(NullReason::beyond_follow_up));
    EXPECT_EQ(survival_on(curve_of({{3, 1}, {5, 1}}), 6), not_given(NullReason::beyond_follow_up));
    EXPECT_TRUE(survival_on(curve_of({{3, 1}, {5, 0}}), 5).value);
}

TEST(KaplanMeier, OfCensoredEpisodesAloneStaysAtOne) {
    const auto found = survival_on(curve_of({{3, 0}, {5, 0}}), 5);
    EXPECT_EQ(found.value, 1.0);
    EXPECT_EQ(found.limits_reason, NullReason::degenerate_variance);
}

TEST(KaplanMeier, CountsAnEventOnDayZero) { EXPECT_EQ(survival_on(curve_of({{0, 1}, {2, 0}, {3, 0}, {4, 0}}), 0).value, 0.75); }

TEST(KaplanMeier, StaysAtZeroWhenADelayedEntryJoinsLater) {
    const auto curve = curve_of({{2, 1}, {9, 0, 5}});
    EXPECT_EQ(survival_on(curve, 2).value, 0.0);
    EXPECT_EQ(survival_on(curve, 9).value, 0.0);
}

RC_GTEST_PROP(KaplanMeier, IsTheProductOverTheDaysOfWhoIsLeft, ()) {
    const auto all = slow_survival::arbitrary_episodes(1, true);
    const auto curve = curve_of(all);
    for (int day = 0; day <= slow_survival::last_day(all); ++day)
        RC_ASSERT(std::fabs(*survival_on(curve, day).value - slow_survival::survival(all, slow_survival::once_each(all), day)) < 1e-12);
}

RC_GTEST_PROP(KaplanMeier, HasTheStandardErrorThatMovingOneEpisodeGives, ()) {
    const auto all = slow_survival::arbitrary_episodes(1, false, 15);
    const int day = *rc::gen::inRange(0, slow_survival::last_day(all) + 1);
    const auto found = survival_on(curve_of(all), day);
    if (!found.standard_error) return;
    const double slow_error = slow_survival::standard_error(all, [&](const slow_survival::Weights& weights) { return slow_survival::survival(all, weights, day); });
    RC_ASSERT(std::fabs(*found.standard_error - slow_error) < 1e-6);
}

RC_GTEST_PROP(KaplanMeier, HasTheStandardErrorOfIndependentDaysAlsoWithDelayedEntries, ()) {
    const auto all = slow_survival::arbitrary_episodes(1, true);
    const int day = *rc::gen::inRange(0, slow_survival::last_day(all) + 1);
    const auto found = survival_on(curve_of(all), day);
    RC_ASSERT(!found.standard_error || std::fabs(*found.standard_error - std::sqrt(slow_survival::covariance(all, 1, day)[0][0])) < 1e-12);
}

RC_GTEST_PROP(KaplanMeier, WithoutCensoringIsTheShareThatIsLeft, ()) {
    auto all = slow_survival::arbitrary_episodes(1, false, 60);
    for (auto& one : all) one.cause = 1;
    const int day = *rc::gen::inRange(0, slow_survival::last_day(all) + 1);
    const auto left = std::count_if(all.begin(), all.end(), [&](const auto& one) { return one.days > day; });
    RC_ASSERT(std::fabs(*survival_on(curve_of(all), day).value - static_cast<double>(left) / static_cast<double>(all.size())) < 1e-12);
}

}  // namespace
}  // namespace maintien

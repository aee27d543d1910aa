#include "maintien/indicators/aalen_johansen.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <numeric>

#include "maintien/indicators/kaplan_meier.hpp"
#include "support/slow_survival.hpp"

namespace maintien {
namespace {

IncidenceCurve incidences_of(const slow_survival::Episodes& all, std::size_t causes) { return aalen_johansen(slow_survival::table_of(all, causes)); }

const slow_survival::Episodes six_days{{1, 0}, {2, 1}, {3, 1}, {4, 2}, {5, 2}, {6, 0}};

TEST(AalenJohansen, OfTheReferenceDays) {
    const auto curve = incidences_of(six_days, 2);
    constexpr std::array first{.2, .4, .4, .4}, second{.0, .0, .2, .4}, survival{.8, .6, .4, .2};
    for (std::size_t i = 0; i < 4; ++i) {
        const auto day = static_cast<int>(i) + 2;
        EXPECT_NEAR(*incidence_on(curve, 0, day).value, first[i], 1e-15);
        EXPECT_NEAR(*incidence_on(curve, 1, day).value, second[i], 1e-15);
        EXPECT_NEAR(curve.points[i + 1].survival, survival[i], 1e-15);
    }
    EXPECT_NEAR(*incidence_on(curve, 0, 2).standard_error, .178885, 0.0000005);
}

// survfit of R's survival 3.5-3, conf.type = "log-log".
TEST(AalenJohansen, HasTheErrorsAndLimitsOfRSurvfit) {
    const auto curve = incidences_of(six_days, 2);
    const auto at = incidence_on(curve, 0, 5);
    EXPECT_NEAR(*at.standard_error, 0.219089023002, 1e-11);
    EXPECT_NEAR(*at.lower, 0.05197575037747, 1e-11);
    EXPECT_NEAR(*at.upper, 0.752815791359, 1e-11);
    EXPECT_NEAR(*incidence_on(curve, 1, 4).upper, 0.581853026048, 1e-11);
}

TEST(AalenJohansen, SharesATiedDayExactly) {
    const auto curve = incidences_of({{3, 1}, {3, 2}, {3, 2}, {3, 0}}, 2);
    EXPECT_EQ(incidence_on(curve, 0, 3).value, 0.25);
    EXPECT_EQ(incidence_on(curve, 1, 3).value, 0.5);
}

TEST(AalenJohansen, SaysWhyAPointIsNotGiven) {
    const auto curve = incidences_of(six_days, 2);
    EXPECT_EQ(incidence_on(curve, 0, 7), not_given(NullReason::beyond_follow_up));
    EXPECT_EQ(incidence_on(incidences_of({}, 2), 0, 0), not_given(NullReason::denominator_zero));
    EXPECT_EQ(incidence_on(curve, 1, 3), without_limits(0.0, std::nullopt, NullReason::degenerate_variance));
    EXPECT_EQ(incidence_on(curve, 1, 0), without_limits(0.0, std::nullopt, NullReason::degenerate_variance));
}

TEST(AalenJohansen, IsExactlyOneWhenAllHadOneEvent) {
    slow_survival::Episodes sevenths;
    for (int day = 0; day < 7; ++day) sevenths.push_back({day, 2});
    EXPECT_EQ(incidence_on(incidences_of(sevenths, 3), 1, 6), without_limits(1.0, std::nullopt, NullReason::degenerate_variance));
}

RC_GTEST_PROP(AalenJohansen, AddsUpToOneWithTheKaplanMeierCurveOfAllCauses, ()) {
    const auto all = slow_survival::arbitrary_episodes(3, true, 60);
    const auto curve = incidences_of(all, 3);
    const auto survival = kaplan_meier(slow_survival::table_of(all, 3));
    for (std::size_t i = 0; i < curve.points.size(); ++i) {
        const auto& incidence = curve.points[i].incidence;
        RC_ASSERT(std::fabs(std::accumulate(incidence.begin(), incidence.end(), curve.points[i].survival) - 1.0) < 1e-12);
        RC_ASSERT(curve.points[i].survival == survival.points[i].survival);
    }
}

RC_GTEST_PROP(AalenJohansen, OfOneCauseIsWhatKaplanMeierLeavesWithTheSameError, ()) {
    const auto all = slow_survival::arbitrary_episodes(1, true, 60);
    const auto curve = incidences_of(all, 1);
    const auto survival = kaplan_meier(slow_survival::table_of(all, 1));
    for (std::size_t i = 0; i < curve.points.size(); ++i) {
        RC_ASSERT(std::fabs(curve.points[i].incidence[0] - (1.0 - survival.points[i].survival)) < 1e-12);
        if (survival.points[i].survival > 0.0) RC_ASSERT(std::fabs(standard_error(curve, 0, i) - standard_error(survival.points[i])) < 1e-9);
    }
}

RC_GTEST_PROP(AalenJohansen, IsTheSlowSumWithTheErrorThatMovingOneEpisodeGives, ()) {
    const auto all = slow_survival::arbitrary_episodes(3, false, 15);
    const auto curve = incidences_of(all, 3);
    const int day = *rc::gen::inRange(0, slow_survival::last_day(all) + 1), cause = *rc::gen::inRange(1, 4);
    const auto found = incidence_on(curve, static_cast<std::size_t>(cause - 1), day);
    RC_ASSERT(std::fabs(*found.value - slow_survival::incidence(all, slow_survival::once_each(all), cause, day)) < 1e-12);
    if (!found.standard_error) return;
    const double slow_error = slow_survival::standard_error(all, [&](const slow_survival::Weights& weights) { return slow_survival::incidence(all, weights, cause, day); });
    RC_ASSERT(std::fabs(*found.standard_error - slow_error) < 1e-6);
}

RC_GTEST_PROP(AalenJohansen, HasTheStandardErrorOfIndependentDaysAlsoWithDelayedEntries, ()) {
    const auto all = slow_survival::arbitrary_episodes(3, true);
    const auto curve = incidences_of(all, 3);
    for (std::size_t i = 0; i < curve.points.size(); ++i) {
        const int day = static_cast<int>(curve.points[i].set.day);
        const auto variances = slow_survival::covariance(all, 3, day);
        for (std::size_t cause = 0; cause < 3; ++cause) {
            RC_ASSERT(std::fabs(curve.points[i].incidence[cause] - slow_survival::incidence(all, slow_survival::once_each(all), static_cast<int>(cause) + 1, day)) < 1e-12);
            RC_ASSERT(std::fabs(standard_error(curve, cause, i) * standard_error(curve, cause, i) - variances[cause + 1][cause + 1]) < 1e-12);
        }
    }
}

RC_GTEST_PROP(AalenJohansen, OfMergedPartsIsBitForBitThatOfTheWhole, ()) {
    const auto a = slow_survival::arbitrary_episodes(2, true), b = slow_survival::arbitrary_episodes(2, true);
    auto all = b;
    all.insert(all.end(), a.begin(), a.end());
    auto merged = slow_survival::table_of(a, 2);
    merged += slow_survival::table_of(b, 2);
    const auto parts = aalen_johansen(merged), whole = incidences_of(all, 2);
    const auto day = last_day_observed(merged);
    for (std::size_t cause = 0; cause < 2; ++cause) RC_ASSERT(incidence_on(parts, cause, day) == incidence_on(whole, cause, day));
}

}  // namespace
}  // namespace maintien

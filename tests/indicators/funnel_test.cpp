#include "maintien/indicators/funnel.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maintien {
namespace {

TEST(Funnel, OfTheReferenceRateAndSize) {
    const auto inner = funnel_limits(0.75, 12), outer = funnel_limits(0.75, 12, 0.998);
    EXPECT_NEAR(*inner.lower, 0.439, 0.0005);
    EXPECT_NEAR(*inner.upper, 0.934, 0.0005);
    EXPECT_NEAR(*outer.lower, 0.271, 0.0005);
    EXPECT_NEAR(*outer.upper, 0.997, 0.0005);
    EXPECT_EQ(inner.value, 0.75);
}

TEST(Funnel, IsCutAtZeroAndOne) {
    EXPECT_EQ(funnel_limits(0.1, 2).lower, 0.0);
    EXPECT_GT(*funnel_limits(0.1, 2).upper, 0.0);
    EXPECT_LE(*funnel_limits(0.99, 1).upper, 1.0);
}

TEST(Funnel, LeavesNothingToChanceAtARateOfNoneOrAll) {
    EXPECT_EQ(funnel_limits(0.0, 12), with_limits(0.0, std::nullopt, {0.0, 0.0}));
    EXPECT_EQ(funnel_limits(1.0, 12), with_limits(1.0, std::nullopt, {1.0, 1.0}));
    EXPECT_EQ(funnel_limits(0.75, 0), not_given(NullReason::denominator_zero));
}

/// The same limit by adding up the binomial law from 0.
double slow_limit(double rate, std::int64_t n, double q) {
    double at_most = 0.0, just = std::pow(1.0 - rate, static_cast<double>(n));
    std::int64_t r = 0;
    for (;; ++r) {
        at_most += just;
        if (at_most >= q || r == n) break;
        just *= rate / (1.0 - rate) * static_cast<double>(n - r) / static_cast<double>(r + 1);
    }
    return std::clamp((static_cast<double>(r) - (at_most - q) / just) / static_cast<double>(n), 0.0, 1.0);
}

RC_GTEST_PROP(Funnel, IsSpiegelhaltersInterpolationOfTheSummedBinomialLaw, ()) {
    const double rate = *rc::gen::inRange(2, 99) / 100.0, level = *rc::gen::elementOf(std::vector<double>{0.8, 0.95, 0.998});
    const auto n = *rc::gen::inRange<std::int64_t>(1, 120);
    const auto found = funnel_limits(rate, n, level);
    RC_ASSERT(std::fabs(*found.lower - slow_limit(rate, n, (1.0 - level) / 2.0)) < 1e-9);
    RC_ASSERT(std::fabs(*found.upper - slow_limit(rate, n, (1.0 + level) / 2.0)) < 1e-9);
}

RC_GTEST_PROP(Funnel, WidensWithTheLevelAndHoldsForLargeServices, ()) {
    const double rate = *rc::gen::inRange(1, 1000) / 1000.0;
    const auto n = *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(1, 100), rc::gen::inRange<std::int64_t>(1, 2'000'000));
    const auto inner = funnel_limits(rate, n, 0.95), outer = funnel_limits(rate, n, 0.998);
    RC_ASSERT(0.0 <= *outer.lower);
    RC_ASSERT(*outer.lower <= *inner.lower);
    RC_ASSERT(*inner.lower <= *inner.upper);
    RC_ASSERT(*inner.upper <= *outer.upper);
    RC_ASSERT(*outer.upper <= 1.0);
}

TEST(PooledRate, IsThatOfAllServicesTogether) {
    EXPECT_EQ(pooled_rate(std::vector<ServiceShare>{{1, 4}, {5, 8}, {0, 0}}).value, 0.5);
    EXPECT_EQ(pooled_rate({}), not_given(NullReason::denominator_zero));
    EXPECT_EQ(pooled_rate(std::vector<ServiceShare>{{0, 0}}), not_given(NullReason::denominator_zero));
}

TEST(Overdispersion, IsTheMeanSquareOfTheStandardisedDifferences) {
    // pooled 0.5; z = −2, 0, 2 for 4/16, 8/16, 12/16.
    EXPECT_NEAR(*overdispersion(std::vector<ServiceShare>{{4, 16}, {8, 16}, {12, 16}}).value, 8.0 / 3.0, 1e-14);
    EXPECT_EQ(overdispersion(std::vector<ServiceShare>{{8, 16}, {1, 2}, {0, 0}}).value, 0.0);
}

TEST(Overdispersion, WinsorisedBringsTheOutliersBackToTheirNeighbours) {
    std::vector<ServiceShare> services(8, {8, 16});
    services.push_back({2, 16});
    services.push_back({14, 16});
    EXPECT_NEAR(*overdispersion(services).value, (9.0 + 9.0) / 10.0, 1e-14);
    EXPECT_EQ(overdispersion(services, 0.1).value, 0.0);
}

TEST(Overdispersion, SaysWhyItIsNotGiven) {
    EXPECT_EQ(overdispersion(std::vector<ServiceShare>{{3, 4}, {0, 0}}), not_given(NullReason::denominator_zero));
    EXPECT_EQ(overdispersion(std::vector<ServiceShare>{{4, 4}, {2, 2}}), not_given(NullReason::degenerate_variance));
}

}  // namespace
}  // namespace maintien

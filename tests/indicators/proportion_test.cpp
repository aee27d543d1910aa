#include "maintien/indicators/proportion.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maintien {
namespace {

constexpr IntervalMethod all_methods[] = {IntervalMethod::wilson, IntervalMethod::clopper_pearson,
                                          IntervalMethod::jeffreys};
constexpr double four_decimals = 0.00005;

void expect_interval(Interval found, double lower, double upper, double tolerance) {
    EXPECT_NEAR(found.lower, lower, tolerance);
    EXPECT_NEAR(found.upper, upper, tolerance);
}

TEST(WilsonInterval, OfNinePositiveExitsOutOfTwelveIsThePublishedOne) {
    const Interval interval = wilson_interval(9, 12);
    EXPECT_EQ(interval.lower, 0.46769466506643426);
    EXPECT_EQ(interval.upper, 0.9110583316059453);
}

TEST(WilsonInterval, OfNineOutOfElevenIsTheReferenceOne) {
    expect_interval(wilson_interval(9, 11), 0.5230, 0.9486, four_decimals);
    expect_interval(wilson_interval(9, 11), 0.52301943803915578, 0.94863231025391488, 1e-15);
}

TEST(WilsonInterval, OfNineOutOfFortyThreeFollowsTheScoreEquation) {
    const Interval interval = wilson_interval(9, 43);
    const double p = 9.0 / 43.0;
    const double z2 = 1.959963984540054 * 1.959963984540054;
    for (const double end : {interval.lower, interval.upper})
        EXPECT_NEAR((p - end) * (p - end), z2 * end * (1.0 - end) / 43.0, 1e-16);
}

TEST(ClopperPearsonInterval, OfNineOutOfTwelveIsTheReferenceOne) {
    expect_interval(clopper_pearson_interval(9, 12), 0.4281, 0.9451, four_decimals);
}

TEST(ClopperPearsonInterval, OfNoneOutOfTenHasItsClosedForm) {
    const Interval interval = clopper_pearson_interval(0, 10);
    EXPECT_EQ(interval.lower, 0.0);
    EXPECT_NEAR(interval.upper, 1.0 - std::pow(0.025, 0.1), 1e-15);
}

TEST(ClopperPearsonInterval, LeavesExactlyTheTailOfTheBinomialOnEachSide) {
    const Interval interval = clopper_pearson_interval(2, 3, 0.9);
    const double l = interval.lower;
    const double u = interval.upper;
    EXPECT_NEAR(3.0 * l * l * (1.0 - l) + l * l * l, 0.05, 1e-15);
    EXPECT_NEAR(1.0 - u * u * u, 0.05, 1e-15);
}

TEST(JeffreysInterval, OfNineOutOfTwelveLiesInsideTheExactOne) {
    const Interval jeffreys = jeffreys_interval(9, 12);
    const Interval exact = clopper_pearson_interval(9, 12);
    EXPECT_GT(jeffreys.lower, exact.lower);
    EXPECT_LT(jeffreys.upper, exact.upper);
    expect_interval(jeffreys, 0.47080891637344924, 0.92405767108051517, 1e-13);
}

TEST(ProportionInterval, ReachesExactlyZeroAndOneAtTheEdges) {
    for (const IntervalMethod method : all_methods)
        for (const std::int64_t n : {std::int64_t{1}, std::int64_t{12}, std::int64_t{103}, std::int64_t{10'000'000}}) {
            EXPECT_EQ(proportion_interval(0, n, method).lower, 0.0);
            EXPECT_EQ(proportion_interval(n, n, method).upper, 1.0);
            EXPECT_GT(proportion_interval(0, n, method).upper, 0.0);
            EXPECT_LT(proportion_interval(n, n, method).lower, 1.0);
        }
}

TEST(ProportionInterval, IsWilsonAtNinetyFivePercentUnlessAskedOtherwise) {
    EXPECT_EQ(proportion_interval(9, 12), wilson_interval(9, 12, 0.95));
    EXPECT_EQ(proportion_interval(9, 12, IntervalMethod::jeffreys, 0.9), jeffreys_interval(9, 12, 0.9));
    EXPECT_EQ(proportion_interval(9, 12, IntervalMethod::clopper_pearson), clopper_pearson_interval(9, 12));
}

TEST(IntervalMethod, IsSpeltAsInReports) {
    for (const IntervalMethod method : all_methods) EXPECT_EQ(method_from_code(method_code(method)), method);
    EXPECT_EQ(method_code(IntervalMethod::clopper_pearson), "clopper_pearson");
    EXPECT_EQ(method_from_code("Wilson"), std::nullopt);
    EXPECT_EQ(method_from_code(""), std::nullopt);
}

/// A proportion drawn at random, few cases and many alike.
struct Drawn {
    std::int64_t x;
    std::int64_t n;
    IntervalMethod method;
    double level;
};

Drawn draw() {
    const auto n = *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(1, 60), rc::gen::inRange<std::int64_t>(1, 2'000'000));
    const auto x = *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(0, n + 1),
                                   rc::gen::elementOf(std::vector<std::int64_t>{0, 1, n - 1, n}));
    const auto method = all_methods[*rc::gen::inRange<std::size_t>(0, 3)];
    const double level = *rc::gen::inRange(500, 1000) / 1000.0;
    return {x, n, method, level};
}

RC_GTEST_PROP(ProportionInterval, ContainsTheProportionAndStaysWithinZeroAndOne, ()) {
    const Drawn d = draw();
    const Interval interval = proportion_interval(d.x, d.n, d.method, d.level);
    const double p = static_cast<double>(d.x) / static_cast<double>(d.n);
    RC_ASSERT(0.0 <= interval.lower);
    RC_ASSERT(interval.lower <= p);
    RC_ASSERT(p <= interval.upper);
    RC_ASSERT(interval.upper <= 1.0);
}

RC_GTEST_PROP(ProportionInterval, MirrorsWhenCasesAndOthersSwap, ()) {
    const Drawn d = draw();
    const Interval one = proportion_interval(d.x, d.n, d.method, d.level);
    const Interval other = proportion_interval(d.n - d.x, d.n, d.method, d.level);
    RC_ASSERT(std::fabs(one.lower - (1.0 - other.upper)) < 1e-12);
    RC_ASSERT(std::fabs(one.upper - (1.0 - other.lower)) < 1e-12);
}

RC_GTEST_PROP(ProportionInterval, WidensWithTheLevel, ()) {
    const Drawn d = draw();
    const Interval narrow = proportion_interval(d.x, d.n, d.method, d.level);
    const Interval wide = proportion_interval(d.x, d.n, d.method, d.level + (1.0 - d.level) / 2.0);
    RC_ASSERT(wide.lower <= narrow.lower);
    RC_ASSERT(narrow.upper <= wide.upper);
}

RC_GTEST_PROP(ProportionInterval, OfClopperAndPearsonContainsTheJeffreysOne, ()) {
    const Drawn d = draw();
    const Interval exact = clopper_pearson_interval(d.x, d.n, d.level);
    const Interval jeffreys = jeffreys_interval(d.x, d.n, d.level);
    RC_ASSERT(exact.lower <= jeffreys.lower * (1.0 + 1e-9));
    RC_ASSERT(jeffreys.upper <= exact.upper * (1.0 + 1e-9));
}

}  // namespace
}  // namespace maintien

#include "maintien/indicators/beta_gamma.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace maintien {
namespace {

void expect_relative(double found, double expected, double tolerance) {
    EXPECT_NEAR(found / expected, 1.0, tolerance) << "found " << found << " expected " << expected;
}

TEST(NormalQuantile, OfTheUsualLevelsHasFullDoubleAccuracy) {
    EXPECT_DOUBLE_EQ(normal_quantile(0.975), 1.959963984540054);
    EXPECT_DOUBLE_EQ(normal_quantile(0.995), 2.5758293035489004);
    EXPECT_DOUBLE_EQ(normal_quantile(0.9), 1.2815515655446004);
    EXPECT_DOUBLE_EQ(normal_quantile(1e-10), -6.361340902404056);
    EXPECT_DOUBLE_EQ(normal_critical_value(0.95), 1.959963984540054);
    EXPECT_DOUBLE_EQ(normal_critical_value(0.998), 3.0902323061678132);
}

TEST(NormalQuantile, IsZeroAtOneHalfWithoutASign) {
    EXPECT_EQ(normal_quantile(0.5), 0.0);
    EXPECT_FALSE(std::signbit(normal_quantile(0.5)));
}

TEST(NormalQuantile, IsAntisymmetric) {
    for (const double p : {0.25, 0.125, 0.0625, 0.4375}) EXPECT_EQ(normal_quantile(p), -normal_quantile(1.0 - p));
}

TEST(NormalQuantile, StaysFiniteAtTheLevelNextToOne) {
    EXPECT_TRUE(std::isfinite(normal_critical_value(std::nextafter(1.0, 0.0))));
}

TEST(BetaQuantile, OfTheUniformLawIsTheProbability) {
    for (const double p : {0.025, 0.3, 0.5, 0.999}) expect_relative(beta_quantile(p, 1.0, 1.0), p, 1e-15);
}

TEST(BetaQuantile, WithOneShapeEqualToOneHasItsClosedForm) {
    for (const double n : {1.0, 12.0, 103.0, 1e5, 1e7}) {
        expect_relative(beta_quantile_upper(0.025, 1.0, n), -std::expm1(std::log(0.025) / n), 1e-12);
        expect_relative(beta_quantile(0.025, n, 1.0), std::exp(std::log(0.025) / n), 1e-12);
    }
}

TEST(BetaQuantile, BelowAndAboveAreTwoReadingsOfOneValue) {
    for (const double a : {0.5, 1.5, 9.0, 43.5, 1e4}) {
        expect_relative(beta_quantile(0.75, a, 7.5), beta_quantile_upper(0.25, a, 7.5), 1e-12);
        expect_relative(beta_quantile(0.25, a, 7.5), 1.0 - beta_quantile_upper(0.25, 7.5, a), 1e-10);
    }
}

TEST(GammaQuantile, OfShapeOneIsTheExponentialOne) {
    for (const double p : {0.025, 0.5, 0.975}) {
        expect_relative(gamma_quantile(p, 1.0), -std::log1p(-p), 1e-14);
        expect_relative(gamma_quantile_upper(p, 1.0), -std::log(p), 1e-14);
    }
}

TEST(GammaQuantile, IsHalfTheChiSquareOne) {
    expect_relative(2.0 * gamma_quantile(0.95, 0.5), 3.841458820694124, 1e-13);
    expect_relative(2.0 * gamma_quantile(0.95, 5.0), 18.307038053275146, 1e-13);
}

TEST(BinomialLaw, AddsUpFromItsProbabilities) {
    double sum = 0.0;
    for (std::int64_t x = 0; x <= 12; ++x) {
        sum += binomial_probability(x, 12, 0.75);
        EXPECT_NEAR(binomial_at_most(x, 12, 0.75), sum, 1e-15) << x;
        EXPECT_NEAR(binomial_more_than(x, 12, 0.75), 1.0 - sum, 1e-15) << x;
    }
    EXPECT_EQ(binomial_at_most(12, 12, 0.75), 1.0);
    EXPECT_EQ(binomial_more_than(12, 12, 0.75), 0.0);
}

TEST(BinomialLaw, HasItsClosedFormForAFewCases) {
    expect_relative(binomial_probability(2, 3, 0.25), 3.0 * 0.0625 * 0.75, 1e-14);
    expect_relative(binomial_more_than(1, 3, 0.25), 3.0 * 0.0625 * 0.75 + 0.015625, 1e-14);
    expect_relative(binomial_more_than(9, 10, 0.01), 1e-20, 1e-12);
}

}  // namespace
}  // namespace maintien

#include "maintien/indicators/reference_population.hpp"

#include <gtest/gtest.h>

#include <numeric>

using namespace maintien;

TEST(ReferencePopulation, HasNobodyUntilItSaysSo) {
    const ReferencePopulation reference;
    EXPECT_EQ(std::accumulate(reference.weights.begin(), reference.weights.end(), 0.0), 0.0);
}

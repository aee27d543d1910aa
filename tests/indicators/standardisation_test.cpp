#include "maintien/indicators/standardisation.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <vector>

namespace maintien {
namespace {

const std::vector<StandardStratum> four_strata{{1, 4, .15}, {4, 10, .30}, {9, 16, .35}, {6, 12, .20}};

TEST(DirectStandardisation, OfTheReferenceStrata) {
    const auto found = direct_standardisation(four_strata);
    EXPECT_NEAR(*found.value, 0.4544, 0.00005);
    EXPECT_NEAR(*found.lower, 0.3330, 0.00005);
    EXPECT_NEAR(*found.upper, 0.5945, 0.00005);
}

TEST(DirectStandardisation, TakesWeightsInAnyUnit) {
    auto persons = four_strata;
    for (auto& stratum : persons) stratum.weight *= 20000;
    const auto found = direct_standardisation(persons), shares = direct_standardisation(four_strata);
    EXPECT_NEAR(*found.value, *shares.value, 1e-15);
    EXPECT_NEAR(*found.lower, *shares.lower, 1e-15);
    EXPECT_NEAR(*found.upper, *shares.upper, 1e-15);
}

TEST(DirectStandardisation, NeedsAReferenceAndSomebodyInEachStratumOfIt) {
    EXPECT_EQ(direct_standardisation({}), not_given(NullReason::no_reference));
    EXPECT_EQ(direct_standardisation(std::vector<StandardStratum>{{1, 2, 0.0}}), not_given(NullReason::no_reference));
    EXPECT_EQ(direct_standardisation(std::vector<StandardStratum>{{1, 2, 0.5}, {0, 0, 0.5}}), not_given(NullReason::empty_stratum));
    EXPECT_EQ(direct_standardisation(std::vector<StandardStratum>{{1, 2, 0.5}, {0, 0, 0.0}}).value, 0.5);
}

TEST(DirectStandardisation, OfOneStratumIsItsWilsonInterval) {
    const auto found = direct_standardisation(std::vector<StandardStratum>{{9, 12, 7.0}});
    EXPECT_NEAR(*found.lower, wilson_interval(9, 12).lower, 1e-15);
    EXPECT_NEAR(*found.upper, wilson_interval(9, 12).upper, 1e-15);
}

RC_GTEST_PROP(DirectStandardisation, LiesBetweenTheRatesOfTheStrataAndWithinItsLimits, ()) {
    std::vector<StandardStratum> strata(*rc::gen::inRange<std::size_t>(1, 8));
    double least = 1.0, most = 0.0;
    for (auto& stratum : strata) {
        stratum.n = *rc::gen::inRange<std::int64_t>(1, 100);
        stratum.x = *rc::gen::inRange<std::int64_t>(0, stratum.n + 1);
        stratum.weight = *rc::gen::inRange(1, 1000);
        const double rate = static_cast<double>(stratum.x) / static_cast<double>(stratum.n);
        least = std::min(least, rate), most = std::max(most, rate);
    }
    const auto found = direct_standardisation(strata);
    RC_ASSERT(*found.value >= least - 1e-12);
    RC_ASSERT(*found.value <= most + 1e-12);
    RC_ASSERT(0.0 <= *found.lower);
    RC_ASSERT(*found.lower <= *found.value);
    RC_ASSERT(*found.value <= *found.upper);
    RC_ASSERT(*found.upper <= 1.0);
}

}  // namespace
}  // namespace maintien

#include "maintien/indicators/stratum_curves.hpp"

#include <gtest/gtest.h>

using namespace maintien;

TEST(StratumCurves, ACurveIsThatOfTheCourseAskedForLast) {
    StratumTally tally;
    tally.stays[static_cast<std::size_t>(Stay::entry_to_positive)].add(3, 2);
    tally.stays[static_cast<std::size_t>(Stay::referral_to_refusing)].add(5, 7);
    for (auto& stay : tally.stays) stay.merge();
    StratumCurves stratum{tally};
    EXPECT_EQ(survival_in(stratum, Course::from_entry).episodes, 2);
    EXPECT_EQ(survival_in(stratum, Course::from_referral).episodes, 7);
    EXPECT_EQ(incidences_in(stratum, Course::from_entry).episodes, 2);
    EXPECT_EQ(incidences_in(stratum, Course::from_entry).causes, 3u);
}

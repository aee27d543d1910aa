#include "maintien/vocabulary/case_attributes.hpp"

#include <gtest/gtest.h>

#include "support/closed_list_expectations.hpp"

namespace {

using namespace maintien;
using maintien::test::expect_closed_list;

TEST(Sex, IsFemaleOrMale) { expect_closed_list<Sex>({"female", "male"}); }

TEST(AgeBand, HasTheFiveBands) { expect_closed_list<AgeBand>({"under_30", "30_39", "40_49", "50_54", "55_and_over"}); }

TEST(Workforce, HasTheFourBands) { expect_closed_list<Workforce>({"under_11", "11_49", "50_249", "250_and_over"}); }

TEST(Occupation, HasTheSixGroups) {
    expect_closed_list<Occupation>(
        {"manual_worker", "employee", "intermediate", "manager_or_professional", "craft_or_trade", "farmer"});
}

TEST(AgeBand, BeginsOnItsFirstAgeAndEndsOnItsLast) {
    EXPECT_EQ(age_band_of(0), AgeBand::under_30);
    EXPECT_EQ(age_band_of(29), AgeBand::under_30);
    EXPECT_EQ(age_band_of(30), AgeBand::_30_39);
    EXPECT_EQ(age_band_of(39), AgeBand::_30_39);
    EXPECT_EQ(age_band_of(40), AgeBand::_40_49);
    EXPECT_EQ(age_band_of(49), AgeBand::_40_49);
    EXPECT_EQ(age_band_of(50), AgeBand::_50_54);
    EXPECT_EQ(age_band_of(54), AgeBand::_50_54);
    EXPECT_EQ(age_band_of(55), AgeBand::_55_and_over);
    EXPECT_EQ(age_band_of(99), AgeBand::_55_and_over);
}

}  // namespace

#include "maintien/vocabulary/holidays.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "support/holiday_table.hpp"

namespace {

using namespace maintien;

static_assert(easter(2024) == make_day(2024, 3, 31));
static_assert(easter(2000) == make_day(2000, 4, 23));
static_assert(easter(2008) == make_day(2008, 3, 23), "the earliest of our time");
static_assert(easter(2038) == make_day(2038, 4, 25), "the latest there is");

TEST(Holidays, AreTheElevenDaysOfTheLabourCode) {
    const std::vector<Day> expected{make_day(2024, 1, 1),  make_day(2024, 4, 1),  make_day(2024, 5, 1),   make_day(2024, 5, 8),
                                    make_day(2024, 5, 9),  make_day(2024, 5, 20), make_day(2024, 7, 14),  make_day(2024, 8, 15),
                                    make_day(2024, 11, 1), make_day(2024, 11, 11), make_day(2024, 12, 25)};
    EXPECT_EQ(public_holidays(2024), expected);
}

TEST(Holidays, AreOneFewerWhereAscensionFallsOnTheEighthOfMay) { EXPECT_EQ(public_holidays(2027).size(), 11u); EXPECT_EQ(public_holidays(2008).size(), 10u); }

TEST(Holidays, OfAlsaceAndMoselleHaveGoodFridayAndSaintStephen) {
    for (const Day day : {make_day(2024, 3, 29), make_day(2024, 12, 26)}) {
        EXPECT_TRUE(is_public_holiday(day, HolidayRegion::alsace_moselle)) << iso(day);
        EXPECT_FALSE(is_public_holiday(day)) << iso(day);
    }
    EXPECT_EQ(public_holidays(2024, HolidayRegion::alsace_moselle).size(), 13u);
}

TEST(Holidays, OverseasRememberTheAbolitionOfSlavery) {
    const std::vector<std::pair<HolidayRegion, Day>> days{
        {HolidayRegion::guadeloupe, make_day(2024, 5, 27)},        {HolidayRegion::martinique, make_day(2024, 5, 22)},
        {HolidayRegion::guyane, make_day(2024, 6, 10)},            {HolidayRegion::reunion, make_day(2024, 12, 20)},
        {HolidayRegion::mayotte, make_day(2024, 4, 27)},           {HolidayRegion::saint_barthelemy, make_day(2024, 10, 9)},
        {HolidayRegion::saint_martin, make_day(2024, 5, 28)}};
    for (const auto& [region, day] : days) {
        EXPECT_TRUE(is_public_holiday(day, region)) << code_of(region);
        EXPECT_FALSE(is_public_holiday(day)) << code_of(region);
        EXPECT_EQ(public_holidays(2024, region).size(), 12u) << code_of(region);
    }
}

TEST(Holidays, OfFortyYearsAreTheGoldenTable) {
    std::ifstream file{std::string{MAINTIEN_SOURCE_DIR} + "/tests/golden/holidays.csv", std::ios::binary};
    const std::string golden{std::istreambuf_iterator<char>{file}, {}};
    EXPECT_EQ(golden, test::holiday_table()) << "write tests/golden/holidays.csv again with tests/support/write_holidays.cpp";
}

}  // namespace

#include "maintien/vocabulary/working_day.hpp"

#include <gtest/gtest.h>

namespace {

using namespace maintien;

TEST(WorkingDay, IsMondayToSaturday) {
    EXPECT_EQ(weekday_of(make_day(2024, 3, 11)), 0);
    EXPECT_EQ(weekday_of(make_day(1969, 12, 28)), 6);
    EXPECT_TRUE(is_working_day(make_day(2024, 3, 9))) << "a Saturday";
    EXPECT_FALSE(is_working_day(make_day(2024, 3, 10))) << "a Sunday";
}

struct DayTable {
    Day day;
    bool works;
    HolidayRegion region;
};

TEST(WorkingDay, IsNoPublicHolidayOfTheRegion) {
    const std::vector<DayTable> table{
        {make_day(2024, 2, 29), true, HolidayRegion::metropolitan},    {make_day(2024, 4, 30), true, HolidayRegion::metropolitan},
        {make_day(2024, 8, 15), false, HolidayRegion::metropolitan},   {make_day(2024, 5, 1), false, HolidayRegion::metropolitan},
        {make_day(2024, 4, 1), false, HolidayRegion::metropolitan},    {make_day(2024, 3, 29), true, HolidayRegion::metropolitan},
        {make_day(2024, 3, 29), false, HolidayRegion::alsace_moselle}, {make_day(2024, 12, 26), true, HolidayRegion::metropolitan},
        {make_day(2024, 12, 26), false, HolidayRegion::alsace_moselle}, {make_day(2024, 5, 22), false, HolidayRegion::martinique}};
    for (const auto& row : table) EXPECT_EQ(is_working_day(row.day, row.region), row.works) << iso(row.day) << " " << code_of(row.region);
}

struct CountTable {
    Day from;
    int count;
    Day to;
    HolidayRegion region;
};

TEST(WorkingDay, CountsFromTheDayAfter) {
    const auto here = HolidayRegion::metropolitan, alsace = HolidayRegion::alsace_moselle;
    const std::vector<CountTable> table{
        {make_day(2024, 3, 8), 0, make_day(2024, 3, 8), here},    {make_day(2024, 3, 8), 1, make_day(2024, 3, 9), here},
        {make_day(2024, 3, 8), 2, make_day(2024, 3, 11), here},   {make_day(2024, 2, 28), 2, make_day(2024, 3, 1), here},
        {make_day(2024, 1, 31), 14, make_day(2024, 2, 16), here}, {make_day(2024, 8, 14), 1, make_day(2024, 8, 16), here},
        {make_day(2024, 4, 30), 1, make_day(2024, 5, 2), here},   {make_day(2024, 3, 28), 3, make_day(2024, 4, 2), here},
        {make_day(2024, 3, 28), 3, make_day(2024, 4, 3), alsace}, {make_day(2023, 12, 30), 1, make_day(2024, 1, 2), here}};
    for (const auto& row : table) {
        EXPECT_EQ(iso(working_days_after(row.from, row.count, row.region)), iso(row.to)) << iso(row.from) << " + " << row.count;
        EXPECT_EQ(working_days_between(row.from, row.to, row.region), row.count) << iso(row.from) << " to " << iso(row.to);
    }
    EXPECT_EQ(working_days_after(no_day, 5), no_day);
    EXPECT_EQ(working_days_between(make_day(2024, 3, 8), make_day(2024, 3, 1)), 0);
}

}  // namespace

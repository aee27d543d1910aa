#include "maintien/vocabulary/day.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>

namespace {

using namespace maintien;

/// Any day from 0001-01-01 to 9999-12-31.
rc::Gen<Day> any_day() {
    const auto first = make_day(1, 1, 1), last = make_day(9999, 12, 31);
    return rc::gen::map(rc::gen::inRange(first.days, last.days + 1), [](std::int32_t days) { return Day{days}; });
}

/// The days of a month, from the rule every child knows.
unsigned length_of_month(int year, unsigned month) {
    if (month == 2) return length_of_year(year) == 366 ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

static_assert(months_after(make_day(2020, 2, 29), 12) == make_day(2021, 2, 28), "days are known at compile time");
static_assert(sizeof(Day) == 4);

TEST(Day, CountsFromTheFirstOfJanuary1970) {
    EXPECT_EQ(make_day(1970, 1, 1).days, 0);
    EXPECT_EQ(make_day(2020, 6, 1).days, 18414);
    EXPECT_EQ(make_day(1969, 12, 31).days, -1);
}

TEST(Day, IsUnknownUnlessGiven) {
    EXPECT_FALSE(known(Day{}));
    EXPECT_FALSE(known(no_day));
    EXPECT_TRUE(known(make_day(1970, 1, 1)));
    EXPECT_LT(no_day, make_day(1, 1, 1));
}

TEST(Day, DifferenceOfTheSameDayIsZero) {
    const auto day = make_day(2020, 11, 12);
    EXPECT_EQ(day - day, 0);
    EXPECT_EQ(day - make_day(2020, 6, 1), 164);
    EXPECT_EQ(make_day(2020, 6, 1) + 15, make_day(2020, 6, 16));
    EXPECT_EQ(make_day(2020, 3, 1) - 1, make_day(2020, 2, 29));
}

TEST(Day, ThereIsNoThirtyFirstOfFebruary) {
    EXPECT_EQ(checked_day(2020, 2, 31), std::nullopt);
    EXPECT_EQ(make_day(2020, 2, 31), no_day);
    EXPECT_EQ(checked_day(2020, 0, 1), std::nullopt);
    EXPECT_EQ(checked_day(2020, 13, 1), std::nullopt);
    EXPECT_EQ(checked_day(2020, 1, 0), std::nullopt);
    EXPECT_EQ(checked_day(2020, 1, 32), std::nullopt);
    EXPECT_EQ(checked_day(2020, 4, 31), std::nullopt);
}

TEST(Day, LeapYearsFollowTheGregorianRule) {
    EXPECT_TRUE(checked_day(2020, 2, 29));
    EXPECT_TRUE(checked_day(2000, 2, 29));
    EXPECT_FALSE(checked_day(2021, 2, 29));
    EXPECT_FALSE(checked_day(1900, 2, 29));
    EXPECT_EQ(length_of_year(2020), 366);
    EXPECT_EQ(length_of_year(2021), 365);
    EXPECT_EQ(length_of_year(1900), 365);
    EXPECT_EQ(length_of_year(2000), 366);
}

TEST(Day, TwentyNineFebruaryPlusTwelveMonthsIsTwentyEightFebruary) {
    EXPECT_EQ(months_after(make_day(2020, 2, 29), 12), make_day(2021, 2, 28));
    EXPECT_EQ(months_after(make_day(2020, 2, 29), 48), make_day(2024, 2, 29));
}

TEST(Day, MonthsClampToTheMonthsEnd) {
    EXPECT_EQ(months_after(make_day(2021, 1, 31), 1), make_day(2021, 2, 28));
    EXPECT_EQ(months_after(make_day(2020, 1, 31), 1), make_day(2020, 2, 29));
    EXPECT_EQ(months_after(make_day(2020, 8, 31), 24), make_day(2022, 8, 31));
    EXPECT_EQ(months_after(make_day(2020, 10, 31), 18), make_day(2022, 4, 30));
    EXPECT_EQ(months_after(make_day(2021, 3, 31), -1), make_day(2021, 2, 28));
    EXPECT_EQ(months_after(make_day(2020, 11, 12), 0), make_day(2020, 11, 12));
}

TEST(Day, IsWrittenWithFourDigitsOfYear) {
    EXPECT_EQ(iso(make_day(2020, 6, 1)), "2020-06-01");
    EXPECT_EQ(iso(make_day(987, 1, 2)), "0987-01-02");
    EXPECT_EQ(iso(no_day), "");
}

TEST(Day, ReadsAnIsoDateStrictly) {
    EXPECT_EQ(parse_iso("2020-06-01"), make_day(2020, 6, 1));
    EXPECT_EQ(parse_iso("2020-02-29"), make_day(2020, 2, 29));
    for (const std::string_view text : {"",           "2020-02-31",  "2021-02-29",  "20-06-01",
                                        "2020-6-1",   "2020-06-01 ", " 2020-06-01", "2020-06-01T00:00",
                                        "2020/06/01", "01/06/2020",  "2020-06-0a",  "-020-06-01",
                                        "+020-06-01", "2020-00-01",  "2020-13-01",  "2020-06-00",
                                        "2020-06-31", "20200601",    "2020-06-1 ",  "2020-06- 1"})
        EXPECT_EQ(parse_iso(text), std::nullopt) << text;
}

TEST(Day, ReadsAFrenchDateStrictly) {
    EXPECT_EQ(parse_french("01/06/2020"), make_day(2020, 6, 1));
    EXPECT_EQ(parse_french("29/02/2020"), make_day(2020, 2, 29));
    for (const std::string_view text :
         {"", "31/02/2020", "29/02/2021", "01/06/20", "1/6/2020", "01/06/2020 ", "01/06/2020 10:00", "01-06-2020",
          "2020-06-01", "06/13/2020", "00/06/2020", "01/00/2020", "32/01/2020", "0a/06/2020", "01/06/ 202"})
        EXPECT_EQ(parse_french(text), std::nullopt) << text;
}

RC_GTEST_PROP(Day, ReadsBackWhatItWrites, ()) {
    const Day day = *any_day();
    RC_ASSERT(parse_iso(iso(day)) == day);
    const auto text = iso(day);
    RC_ASSERT(parse_french(text.substr(8, 2) + "/" + text.substr(5, 2) + "/" + text.substr(0, 4)) == day);
}

RC_GTEST_PROP(Day, AndItsCalendarDateSayTheSame, ()) {
    const Day day = *any_day();
    const auto date = calendar_date(day);
    RC_ASSERT(checked_day(date.year, date.month, date.day) == day);
    RC_ASSERT(year_of(day) == date.year);
    RC_ASSERT(date.day <= length_of_month(date.year, date.month));
}

RC_GTEST_PROP(Day, EveryDateOfTheCalendarIsADayAndNoOther, ()) {
    const auto year = *rc::gen::inRange(1, 10000);
    const auto month = *rc::gen::inRange(0U, 15U), day = *rc::gen::inRange(0U, 35U);
    const bool exists = month >= 1 && month <= 12 && day >= 1 && day <= length_of_month(year, month);
    RC_ASSERT(checked_day(year, month, day).has_value() == exists);
}

RC_GTEST_PROP(Day, TheNextDayIsTheNextDateOfTheCalendar, ()) {
    const Day day{*rc::gen::inRange(make_day(1, 1, 1).days, make_day(9998, 12, 31).days)};
    auto expected = calendar_date(day);
    if (++expected.day > length_of_month(expected.year, expected.month)) expected.day = 1, ++expected.month;
    if (expected.month > 12) expected.month = 1, ++expected.year;
    RC_ASSERT(calendar_date(day + 1) == expected);
}

RC_GTEST_PROP(Day, MonthsAfterKeepsTheDayOfTheMonthOrTakesTheLast, ()) {
    const Day day{*rc::gen::inRange(make_day(1000, 1, 1).days, make_day(9000, 12, 31).days)};
    const int months = *rc::gen::inRange(-600, 601);
    const auto from = calendar_date(day), to = calendar_date(months_after(day, months));
    const int moved = from.year * 12 + static_cast<int>(from.month) - 1 + months;
    RC_ASSERT(to.year == moved / 12);
    RC_ASSERT(to.month == static_cast<unsigned>(moved % 12) + 1);
    RC_ASSERT(to.day == std::min(from.day, length_of_month(to.year, to.month)));
}

RC_GTEST_PROP(Day, OrderIsTheOrderOfTheWrittenDates, ()) {
    const Day one = *any_day(), other = *any_day();
    RC_ASSERT((one < other) == (iso(one) < iso(other)));
    RC_ASSERT(other + (one - other) == one);
}

}  // namespace

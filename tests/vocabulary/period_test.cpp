#include "maintien/vocabulary/period.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace {

using namespace maintien;

constexpr Period summer{make_day(2020, 6, 1), make_day(2020, 11, 12)};

static_assert(contains(summer, make_day(2020, 6, 1)) && length(summer) == 165, "periods are known at compile time");

TEST(Period, IncludesBothItsEnds) {
    EXPECT_TRUE(contains(summer, make_day(2020, 6, 1)));
    EXPECT_TRUE(contains(summer, make_day(2020, 11, 12)));
    EXPECT_FALSE(contains(summer, make_day(2020, 5, 31)));
    EXPECT_FALSE(contains(summer, make_day(2020, 11, 13)));
}

TEST(Period, NeverContainsNoDay) {
    EXPECT_FALSE(contains(summer, no_day));
    EXPECT_FALSE(contains(Period{}, no_day));
    EXPECT_FALSE(contains({no_day, make_day(2020, 6, 1)}, no_day));
}

TEST(Period, WithoutAFirstDayGoesBackToTheBeginning) {
    const Period up_to_now{no_day, make_day(2020, 6, 1)};
    EXPECT_TRUE(contains(up_to_now, make_day(1900, 1, 1)));
    EXPECT_FALSE(contains(up_to_now, make_day(2020, 6, 2)));
    EXPECT_EQ(length(up_to_now), 0);
}

TEST(Period, OfOneDayIsOneDayLong) { EXPECT_EQ(length({summer.from, summer.from}), 1); }

TEST(Period, OfAYearIsAsLongAsTheYear) {
    EXPECT_EQ(length({make_day(2020, 1, 1), make_day(2020, 12, 31)}), 366);
    EXPECT_EQ(length({make_day(2021, 1, 1), make_day(2021, 12, 31)}), 365);
}

TEST(Period, ThatEndsBeforeItBeginsIsEmpty) {
    const Period backwards{summer.to, summer.from};
    EXPECT_EQ(length(backwards), 0);
    EXPECT_FALSE(contains(backwards, make_day(2020, 8, 1)));
    EXPECT_EQ(length({}), 0);
}

RC_GTEST_PROP(Period, IsAsLongAsTheDaysItContains, ()) {
    const Day from{*rc::gen::inRange(18000, 18100)}, to{*rc::gen::inRange(18000, 18100)};
    int days = 0;
    for (Day day{17990}; day <= Day{18110}; day = day + 1) days += contains({from, to}, day);
    RC_ASSERT(length({from, to}) == days);
}

}  // namespace

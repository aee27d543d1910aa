#include "maintien/vocabulary/day_in_words.hpp"

#include <gtest/gtest.h>

namespace {

using namespace maintien;

TEST(DayInWords, IsWhatPeopleSay) {
    EXPECT_EQ(day_in_words(make_day(2020, 6, 1), Language::fr), "1er juin 2020");
    EXPECT_EQ(day_in_words(make_day(2020, 6, 1), Language::en), "1 June 2020");
    EXPECT_EQ(day_in_words(make_day(2024, 2, 29), Language::fr), "29 février 2024");
    EXPECT_EQ(day_in_words(no_day, Language::en), "—");
}

TEST(DayInWords, NamesTheDayOfTheWeek) {
    EXPECT_EQ(weekday_in_words(make_day(2024, 3, 11), Language::fr), "lundi");
    EXPECT_EQ(weekday_in_words(make_day(2024, 3, 10), Language::en), "Sunday");
}

}  // namespace

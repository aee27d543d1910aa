#include "maintien/register/case_table.hpp"

#include <gtest/gtest.h>

using namespace maintien;

TEST(CaseTable, TheLastDayIsTheEarlierOfTheDayLookedAtAndTheDayOfKnowledge) {
    const Day march = make_day(2024, 3, 1);
    EXPECT_EQ((CaseTable{.as_of = march}.last_day()), march);
    EXPECT_EQ((CaseTable{.as_of = march, .known_on = march - 5}.last_day()), march - 5);
    EXPECT_EQ((CaseTable{.as_of = march, .known_on = march + 5}.last_day()), march);
}

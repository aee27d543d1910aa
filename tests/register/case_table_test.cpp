#include "maintien/register/case_table.hpp"

#include <gtest/gtest.h>

using namespace maintien;

TEST(CaseTable, TheLastDayIsTheEarlierOfTheDayLookedAtAndTheDayOfKnowledge) {
    const Day reached = make_day(2024, 3, 1);
    EXPECT_EQ((CaseTable{.as_of = reached}.last_day()), reached);
    EXPECT_EQ((CaseTable{.as_of = reached, .known_on = reached - 5}.last_day()), reached - 5);
    EXPECT_EQ((CaseTable{.as_of = reached, .known_on = reached + 5}.last_day()), reached);
}

#include "maintien/disclosure/relations_of_courses.hpp"

#include <gtest/gtest.h>

#include "disclosure/known_relations.hpp"

using namespace maintien;

TEST(RelationsOfCourses, WhoIsStillInTheCellIsWhoHasNotLeft) {
    const auto& c = cells.courses;
    EXPECT_TRUE(tells_by_definition({cells.entries, c.positive_by, c.otherwise_by}, c.still_in_cell));
    EXPECT_FALSE(tells_by_definition({cells.entries, c.positive_by}, c.still_in_cell));
}

TEST(RelationsOfCourses, WhoHasNotEnteredIsAReferralToo) {
    const auto& c = cells.courses;
    EXPECT_TRUE(tells_by_definition({cells.referrals, c.entered_by, c.before_referral}, c.entry_not_come));
    EXPECT_FALSE(tells_by_definition({cells.referrals, c.before_referral}, c.entry_not_come));
}

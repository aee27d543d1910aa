#include "maintien/protocol/milestone.hpp"

#include <gtest/gtest.h>

#include "support/closed_list_expectations.hpp"

namespace {

using namespace maintien;

TEST(Milestone, HasTheMilestonesInTheOrderOfAnEpisode) {
    maintien::test::expect_closed_list<Milestone>({"referral", "contact", "interview", "entry", "plan", "refusal", "outcome", "exit",
                                                   "closing", "appointment_held", "first_sick_leave_day"});
}

TEST(Milestone, IsNamedInTheWordsOfTheField) {
    EXPECT_EQ(label_of(Milestone::referral, Language::fr), "signalement");
    EXPECT_EQ(label_of(Milestone::exit, Language::fr), "sortie");
    EXPECT_EQ(label_of(Milestone::plan, Language::en), "action plan");
}

}  // namespace

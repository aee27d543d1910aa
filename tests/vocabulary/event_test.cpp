#include "maintien/vocabulary/event.hpp"

#include <gtest/gtest.h>

#include "support/closed_list_expectations.hpp"

namespace {

using namespace maintien;
using maintien::test::expect_closed_list;

TEST(Event, HasTheEventsInTheCanonicalOrderOfADay) {
    expect_closed_list<Event>(
        {"sick_leave", "visit",           "unfitness_opinion", "consent",     "reopening",
         "referral",   "contact_attempt", "first_contact",     "appointment", "qualification_interview",
         "entry",      "refusal",         "action_plan",       "action",      "employer_contact",
         "relay",      "team_review",     "suspension",        "resumption",  "outcome",
         "follow_up",  "amendment"});
}

TEST(Event, HasTwentyTwoEvents) { EXPECT_EQ(count_of<Event>, 22U); }

TEST(Event, ComesBeforeTheEventsThatFollowItInOneDay) {
    EXPECT_LT(Event::consent, Event::referral);
    EXPECT_LT(Event::reopening, Event::referral);
    EXPECT_LT(Event::qualification_interview, Event::entry);
    EXPECT_LT(Event::entry, Event::refusal);
    EXPECT_LT(Event::refusal, Event::outcome);
    EXPECT_LT(Event::outcome, Event::follow_up);
}

}  // namespace

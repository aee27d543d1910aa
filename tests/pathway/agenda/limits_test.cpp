#include "maintien/pathway/agenda/limits.hpp"

#include <gtest/gtest.h>

#include "support/agenda_stories.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

const std::string contact_limit = "contact_within_15_days", interview_limit = "interview_within_30_days";

TEST(Limits, ContactIsOwedFifteenDaysAfterTheReferralAndLateTheDayAfter) {
    const std::vector<Entry> story{on("2024-02-14", referral())};
    EXPECT_EQ(agenda_lines(contact_limit, "2024-02-28", story), Lines{"due 2024-02-29 opens 2024-02-24"});
    EXPECT_EQ(agenda_lines(contact_limit, "2024-02-29", story), Lines{"due 2024-02-29 opens 2024-02-24"});
    EXPECT_EQ(agenda_lines(contact_limit, "2024-03-01", story), Lines{"due 2024-02-29 opens 2024-02-24 late 1"});
}

TEST(Limits, AskForAttentionFromDayTenWhenNobodyLooksAhead) {
    const std::vector<Entry> story{on("2024-02-01", referral())};
    EXPECT_EQ(agenda_lines(contact_limit, "2024-02-10", story, 0), nothing);
    EXPECT_EQ(agenda_lines(contact_limit, "2024-02-11", story, 0), Lines{"due 2024-02-16 opens 2024-02-11"});
    EXPECT_EQ(agenda_lines(contact_limit, "2024-02-12", story, 0), Lines{"due 2024-02-16 opens 2024-02-11"});
}

TEST(Limits, ContactTellsTheAttemptsMade) {
    const std::vector<Entry> story{on("2024-02-01", referral()), on("2024-02-05", attempt()), on("2024-02-09", attempt())};
    const auto items = of_rule(contact_limit, items_on("2024-02-12", story));
    ASSERT_EQ(items.size(), 1u);
    EXPECT_EQ(items[0].computation.fr, "Signalement le 1er février 2024 + 15 jours = 16 février 2024\u00A0; 2 tentatives de contact, la dernière le 9 février 2024");
    EXPECT_EQ(items[0].computation.en, "Referral on 1 February 2024 + 15 days = 16 February 2024; 2 contact attempts, the last on 9 February 2024");
    EXPECT_EQ(items[0].who, Actor::worker);
    EXPECT_EQ(items[0].part, AgendaPart::to_ring);
}

TEST(Limits, EndWithWhatStopsThem) {
    const std::vector<Entry> story{on("2024-02-01", referral()), on("2024-02-10", contact())};
    EXPECT_EQ(agenda_lines(contact_limit, "2024-02-20", story), nothing);
    EXPECT_EQ(agenda_lines(interview_limit, "2024-02-20", story), Lines{"due 2024-03-11 opens 2024-03-01"});
    EXPECT_EQ(agenda_lines(interview_limit, "2024-02-20", then(story, {on("2024-02-18", interview())})), nothing);
    EXPECT_EQ(agenda_lines(interview_limit, "2024-02-20", then(story, {on("2024-02-18", entry())})), nothing) << "the file is open";
    EXPECT_EQ(agenda_lines(interview_limit, "2024-02-20", then(story, {on("2024-02-18", refusal())})), nothing);
    EXPECT_EQ(agenda_lines(interview_limit, "2024-02-20", then(story, {on("2024-02-18", outcome(Outcome::dismissal))})), nothing) << "dismissed before entry";
}

TEST(Limits, HospitalBetweenContactAndInterviewStopsTheClock) {
    const std::vector<Entry> story{on("2024-03-01", referral()), on("2024-03-05", contact()), on("2024-03-15", suspension()), on("2024-05-15", resumption())};
    EXPECT_EQ(agenda_lines(interview_limit, "2024-03-15", story), Lines{"due 2024-04-04 opens 2024-03-25"});
    EXPECT_EQ(agenda_lines(interview_limit, "2024-05-01", story), Lines{"due 2024-05-21 opens 2024-05-11 held 47"}) << "twenty days remain all the while";
    EXPECT_EQ(agenda_lines(interview_limit, "2024-06-03", story), Lines{"due 2024-06-04 opens 2024-05-25 held 61"});
    EXPECT_EQ(agenda_lines(interview_limit, "2024-06-04", story), Lines{"due 2024-06-04 opens 2024-05-25 held 61"});
    EXPECT_EQ(agenda_lines(interview_limit, "2024-06-05", story), Lines{"due 2024-06-04 opens 2024-05-25 late 1 held 61"});
    EXPECT_EQ(of_rule(interview_limit, items_on("2024-06-05", story))[0].computation.en,
              "First contact on 5 March 2024 + 30 days = 4 April 2024; suspended from 15 March 2024 to 15 May 2024; clock held for 61 days = 4 June 2024");
}

TEST(Limits, ThatDoNotHoldRunOnThroughASuspension) {
    Protocol strict = common_core;
    for (auto& limit : strict.time_limits) limit.holds = false;
    const std::vector<Entry> story{on("2024-03-01", referral()), on("2024-03-05", contact()), on("2024-03-15", suspension())};
    EXPECT_EQ(agenda_lines(interview_limit, "2024-04-05", story, 30, strict), Lines{"due 2024-04-04 opens 2024-03-25 late 1"});
}

TEST(Limits, AreCountedInMonthsAndInWorkingDaysToo) {
    Protocol other = common_core;
    other.time_limits[0].unit = LimitUnit::months;
    other.time_limits[0].length = 1;
    EXPECT_EQ(agenda_lines(contact_limit, "2024-02-20", {on("2024-01-31", referral())}, 30, other), Lines{"due 2024-02-29 opens 2024-02-20"});
    other.time_limits[0].unit = LimitUnit::working_days;
    other.time_limits[0].length = 2;
    EXPECT_EQ(agenda_lines(contact_limit, "2024-03-28", {on("2024-03-28", referral())}, 30, other), Lines{"due 2024-03-30 opens 2024-03-30"});
    const auto alsace = of_rule(contact_limit, items_on("2024-03-28", {on("2024-03-28", referral())}, 30, other, HolidayRegion::alsace_moselle));
    ASSERT_EQ(alsace.size(), 1u);
    EXPECT_EQ(iso(alsace[0].due), "2024-04-02") << "Good Friday and Easter Monday";
}

TEST(Limits, OfAReopenedFileAreThoseOfItsLastEpisode) {
    const auto story = then(left("2024-01-01", "2024-06-01"), {on("2024-09-02", reopening())});
    EXPECT_EQ(agenda_lines(contact_limit, "2024-09-10", story), nothing) << "a reopening is a contact";
    EXPECT_EQ(agenda_lines(interview_limit, "2024-09-10", story), Lines{"due 2024-10-02 opens 2024-09-22"});
}

TEST(Limits, ADeferredInterviewIsHeldAgain) {
    const std::vector<Entry> story{on("2024-02-01", referral()), on("2024-02-05", contact()), on("2024-02-10", interview(Decision::deferred))};
    EXPECT_EQ(agenda_lines("deferred_interview", "2024-03-11", story), Lines{"due 2024-03-11 opens 2024-03-01"});
    EXPECT_EQ(agenda_lines("deferred_interview", "2024-03-12", story), Lines{"due 2024-03-11 opens 2024-03-01 late 1"});
    EXPECT_EQ(agenda_lines("deferred_interview", "2024-03-10", then(story, {on("2024-02-20", suspension()), on("2024-03-01", resumption())})), Lines{"due 2024-03-21 opens 2024-03-11 held 10"});
    EXPECT_EQ(agenda_lines("deferred_interview", "2024-03-12", then(story, {on("2024-03-01", interview())})), nothing);
    EXPECT_EQ(agenda_lines("deferred_interview", "2024-03-12", then(story, {on("2024-03-01", entry())})), nothing);
}

}  // namespace

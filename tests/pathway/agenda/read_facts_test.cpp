#include "maintien/pathway/agenda/read_facts.hpp"

#include <gtest/gtest.h>

#include "support/agenda_stories.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

AgendaFacts facts_on(std::string_view as_of, std::vector<Entry> story) { return agenda_facts_of(file_of(std::move(story)), common_core, day(as_of)); }

TEST(ReadFacts, KeepsTheSuspensionsOfTheEpisode) {
    auto story = then(supported("2024-01-01"), {on("2024-02-01", suspension()), on("2024-02-20", resumption()), on("2024-03-01", suspension())});
    const auto facts = facts_on("2024-04-01", story);
    ASSERT_EQ(facts.pauses.size(), 2u);
    EXPECT_EQ(iso(facts.pauses[0].from) + " " + iso(facts.pauses[0].to), "2024-02-01 2024-02-20");
    EXPECT_EQ(iso(facts.pauses[1].from) + " " + iso(facts.pauses[1].to), "2024-03-01 ");
    story = then(story, {on("2024-05-01", outcome(Outcome::adapted_post)), on("2024-06-01", reopening())});
    EXPECT_TRUE(facts_on("2024-06-01", story).pauses.empty()) << "a new episode begins";
    EXPECT_EQ(iso(facts_on("2024-05-01", story).pauses[1].to), "2024-05-01") << "the end of the episode ends the suspension";
}

TEST(ReadFacts, MatchesAppointmentsByNumberThenByDay) {
    const std::vector<Entry> story{on("2024-01-01", referral()), on("2024-01-02", booking("2024-01-10", 1)), on("2024-01-02", booking("2024-01-20", 2)),
                                   on("2024-01-02", booking("2024-01-12", 0)), on("2024-01-02", booking("2024-01-14", 0))};
    using Days = std::vector<unsigned>;
    const auto days_left = [&](std::vector<Entry> more) {
        auto whole = story;
        whole.insert(whole.end(), more.begin(), more.end());
        Days days;
        for (const auto& one : facts_on("2024-02-01", whole).booked) days.push_back(calendar_date(one.day).day);
        std::sort(days.begin(), days.end());
        return days;
    };
    EXPECT_EQ(days_left({on("2024-01-11", numbered(AppointmentState::held, 1))}), (Days{12, 14, 20})) << "one day late, but it is number 1";
    EXPECT_EQ(days_left({on("2024-01-14", appointment(AppointmentState::held))}), (Days{10, 12, 20}));
    EXPECT_EQ(days_left({on("2024-01-13", appointment(AppointmentState::cancelled))}), (Days{10, 14, 20})) << "of no known day: the earliest without a number";
    EXPECT_EQ(days_left({on("2024-01-09", booking("2024-01-25", 1))}), (Days{12, 14, 20, 25})) << "number 1 was moved";
    EXPECT_EQ(days_left({on("2024-01-13", numbered(AppointmentState::held, 9))}), (Days{10, 12, 14, 20})) << "an unknown number is another appointment";
    EXPECT_EQ(days_left({on("2024-01-20", appointment(AppointmentState::missed))}), (Days{10, 12, 14})) << "its day tells which";
    EXPECT_EQ(days_left({on("2024-01-14", numbered(AppointmentState::held, 9))}), (Days{10, 12, 20})) << "the one of that day had no number yet";
}

TEST(ReadFacts, TakesACallOfTheSameDayAsAnAnswerToANoShow) {
    const std::vector<Entry> story{on("2024-01-01", referral()), on("2024-01-02", booking("2024-01-10", 1)), on("2024-01-10", numbered(AppointmentState::missed, 1))};
    EXPECT_EQ(iso(facts_on("2024-01-12", story).missed_on), "2024-01-10");
    EXPECT_EQ(facts_on("2024-01-12", then(story, {on("2024-01-10", attempt())})).missed_on, no_day);
    EXPECT_EQ(facts_on("2024-01-12", then(story, {on("2024-01-11", contact())})).missed_on, no_day);
    EXPECT_EQ(facts_on("2024-01-12", then(story, {on("2024-01-11", review())})).missed_on, day("2024-01-10")) << "nobody spoke to the worker";
}

TEST(ReadFacts, FollowsAnActionFromPlannedToDone) {
    const Entry planned = on("2024-01-20", Action{.measure = Measure::job_study, .progress = Progress::planned, .due = day("2024-03-01")});
    const auto facts = facts_on("2024-04-01", then(supported("2024-01-01"), {planned, on("2024-02-01", Action{.measure = Measure::job_study, .due = day("2024-03-15")})}));
    ASSERT_EQ(facts.actions.size(), 1u);
    EXPECT_EQ(iso(facts.actions[0].due), "2024-03-15");
    const auto done = facts_on("2024-04-01", then(supported("2024-01-01"), {planned, on("2024-02-01", Action{.measure = Measure::job_study, .progress = Progress::done}),
                                                                            on("2024-03-01", Action{.measure = Measure::job_study, .progress = Progress::planned})}));
    ASSERT_EQ(done.actions.size(), 2u) << "one that is done does not begin again";
    EXPECT_TRUE(is_over(done.actions[0]));
}

TEST(ReadFacts, TakesTrialsWithAnotherFirstDayForOthers) {
    const auto trial = [](std::string_view starts, std::string_view ends) {
        return Action{.measure = Measure::supervised_trial, .starts_on = day(starts), .ends_on = day(ends)};
    };
    const auto facts = facts_on("2024-04-01", then(supported("2024-01-01"), {on("2024-02-01", trial("2024-02-05", "2024-02-10")), on("2024-02-12", trial("2024-02-12", "2024-02-17"))}));
    EXPECT_EQ(facts.actions.size(), 2u);
}

TEST(ReadFacts, KeepsTheLeaveItsCauseAndItsEnd) {
    const std::vector<Entry> story{on("2024-01-01", referral()), on("2024-01-05", SickLeave{LeaveState::started, Cause::work_accident, day("2024-01-31")}),
                                   on("2024-01-31", leave(LeaveState::extended, day("2024-02-29")))};
    auto facts = facts_on("2024-02-10", story);
    EXPECT_EQ(iso(facts.leave.days.first) + " " + iso(facts.leave.days.last), "2024-01-05 2024-02-29");
    EXPECT_EQ(facts.leave.kind, AbsenceKind::work_accident);
    facts = facts_on("2024-02-20", then(story, {on("2024-02-15", leave(LeaveState::ended))}));
    EXPECT_TRUE(facts.leave.ended);
    EXPECT_EQ(iso(facts.leave.days.last), "2024-02-14") << "the day it ends is the day of return";
    facts = facts_on("2024-03-20", then(story, {on("2024-02-15", leave(LeaveState::ended)), on("2024-03-10", leave(LeaveState::started))}));
    EXPECT_EQ(iso(facts.leave.days.first), "2024-03-10");
    EXPECT_FALSE(facts.leave.kind_known) << "another leave, another cause";
}

TEST(ReadFacts, TakesTheManagerOfTheCaseFromReferralAndEntryAlone) {
    auto story = supported("2024-01-01");
    story[1].about.manager = {"m2"};
    story[3].about.manager = {"m1"};
    story[3].about.centre = {"nord"};
    story[4].about.worker = {"w"};
    const auto facts = facts_on("2024-03-01", story);
    EXPECT_EQ(facts.manager + " " + facts.centre + " " + facts.worker, "m1 nord w");
}

TEST(ReadFacts, OfWhatHasNoEffectKeepsOnlyTheDay) {
    auto story = left("2024-01-01", "2024-06-01");
    const auto facts = facts_on("2024-08-01", then(story, {on("2024-07-01", answer(Answer::no_contact))}));
    EXPECT_TRUE(facts.attempted.empty()) << "no window holds that day";
    EXPECT_EQ(iso(facts.last_event), "2024-07-01");
}

}  // namespace

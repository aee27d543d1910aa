#include "maintien/pathway/replay_one.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "support/arbitrary_entry.hpp"
#include "support/case_stories.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

/// The last events in the order of application, without their days.
Lines last_applied(const Replayed& story, std::size_t count) {
    Lines events;
    for (std::size_t i = story.applied.size() - count; i < story.applied.size(); ++i) events.push_back(story.applied[i].substr(11));
    return events;
}

TEST(ReplayOne, AppliesTheEventsOfADayInTheOrderOfTheTable) {
    const auto story = replayed({on("2024-01-01", plan()), on("2024-01-01", entry()), on("2024-01-01", interview()), on("2024-01-01", contact()),
                                 on("2024-01-01", referral())});
    EXPECT_EQ(last_applied(story, 5), (Lines{"referral", "first_contact", "qualification_interview", "entry", "action_plan"}));
    EXPECT_EQ(story.deviations, Lines{});
    EXPECT_EQ(story.current().stage, Stage::in_support);
}

TEST(ReplayOne, AppliesAReopeningOnTheDayOfTheExitRightAfterTheExit) {
    const auto story = replayed(then(left("2024-01-01", "2024-06-01"), {on("2024-06-01", reopening())}));
    EXPECT_EQ(last_applied(story, 2), (Lines{"outcome", "reopening"}));
    ASSERT_EQ(story.position.episodes.size(), 2u);
    EXPECT_EQ(story.current().stage, Stage::contacted);
    EXPECT_EQ(story.reached(Milestone::referral), day("2024-06-01"));
    EXPECT_EQ(story.deviations, Lines{});
}

TEST(ReplayOne, AppliesAReferralOnTheDayOfTheExitRightAfterTheExitAndListsTheMissingReopening) {
    const auto story = replayed(then(left("2024-01-01", "2024-06-01"), {on("2024-06-01", referral())}));
    EXPECT_EQ(last_applied(story, 2), (Lines{"outcome", "referral"}));
    EXPECT_EQ(story.current().stage, Stage::referred);
    EXPECT_EQ(story.deviations, (Lines{"2024-06-01 referral reopening_missing unrecorded"}));
}

TEST(ReplayOne, SeesWhoeverEnteredWhileSuspendedLeaveAtARefusal) {
    const auto story = replayed(then(qualified("2024-01-01"), {on("2024-02-01", suspension()), on("2024-02-05", entry()), on("2024-02-10", resumption()),
                                                               on("2024-06-01", refusal())}));
    EXPECT_EQ(story.current().stage, Stage::exited);
    EXPECT_EQ(story.reached(Milestone::exit), day("2024-06-01"));
    EXPECT_EQ(story.deviations, (Lines{"2024-02-05 entry entry violation", "2024-06-01 refusal refusal violation"}));
}

TEST(ReplayOne, AppliesTwoThatWaitTogetherInTheirOrder) {
    const auto story = replayed(then(left("2024-01-01", "2024-06-01"), {on("2024-06-01", referral()), on("2024-06-01", reopening())}));
    EXPECT_EQ(last_applied(story, 3), (Lines{"outcome", "reopening", "referral"}));
    EXPECT_EQ(story.position.episodes.size(), 2u);
    EXPECT_EQ(story.deviations, (Lines{"2024-06-01 referral second_referral violation"}));
}

TEST(ReplayOne, AppliesWhatFollowsTheEndingEventToTheNewEpisode) {
    const auto story = replayed(then(qualified("2024-01-01"), {on("2024-06-01", plan()), on("2024-06-01", refusal()), on("2024-06-01", contact()),
                                                               on("2024-06-01", reopening())}));
    EXPECT_EQ(last_applied(story, 4), (Lines{"first_contact", "refusal", "reopening", "action_plan"}));
    ASSERT_EQ(story.position.episodes.size(), 2u);
    EXPECT_FALSE(known(story.episode(0).day_of(Milestone::plan)));
    EXPECT_EQ(story.reached(Milestone::plan), day("2024-06-01"));
}

TEST(ReplayOne, LetsAReopeningWaitForNothingWhenTheEpisodeDoesNotEndThatDay) {
    const auto story = replayed(then(supported("2024-01-01"), {on("2024-06-01", reopening()), on("2024-06-02", outcome(Outcome::unfitness))}));
    EXPECT_EQ(last_applied(story, 2), (Lines{"reopening", "outcome"}));
    EXPECT_EQ(story.position.episodes.size(), 1u);
    EXPECT_EQ(story.deviations, (Lines{"2024-06-01 reopening reopening_of_open_episode violation"}));
}

TEST(ReplayOne, LetsAReopeningWaitForNothingWhenTheEpisodeHadEndedBefore) {
    const auto story = replayed(then(left("2024-01-01", "2024-06-01"), {on("2024-09-01", reopening()), on("2024-09-01", interview()), on("2024-09-01", entry()),
                                                                        on("2024-09-01", outcome(Outcome::unfitness))}));
    EXPECT_EQ(last_applied(story, 4), (Lines{"reopening", "qualification_interview", "entry", "outcome"}));
    EXPECT_EQ(story.current().outcome, index_of(Outcome::unfitness));
    EXPECT_EQ(story.deviations, Lines{});
}

TEST(ReplayOne, BeginsACaseWithAReferralThatEndsTheSameDay) {
    const auto story = replayed({on("2024-06-01", refusal()), on("2024-06-01", referral())});
    EXPECT_EQ(last_applied(story, 2), (Lines{"referral", "refusal"})) << "nothing was under way that the referral could wait for";
    EXPECT_EQ(story.position.episodes.size(), 1u);
}

TEST(ReplayOne, CanEndAndReopenTwiceOnOneDay) {
    const auto story = replayed(then(supported("2024-01-01"), {on("2024-06-01", Reopening{ReopeningReason::relapse}), on("2024-06-01", Reopening{ReopeningReason::found_again}),
                                                               on("2024-06-01", refusal()), on("2024-06-01", outcome(Outcome::dismissal))}));
    EXPECT_EQ(last_applied(story, 4), (Lines{"refusal", "reopening", "outcome", "reopening"}))
        << "the second reopening waits for the end of the episode the first one began";
    ASSERT_EQ(story.position.episodes.size(), 3u);
    EXPECT_TRUE(known(story.episode(1).day_of(Milestone::closing)));
    EXPECT_EQ(story.current().stage, Stage::contacted);
}

/// Counts what it is told, and that each mark is announced just before it is judged.
struct Onlooker {
    std::set<std::size_t> seen{};
    std::size_t announced = 0, times = 0;
    void before(std::size_t i) { announced = i; }
    void operator()(std::size_t i, const Judgement&) {
        RC_ASSERT(announced == i);
        seen.insert(i);
        ++times;
    }
};

/// Entries crowded on a few days, so that everything meets everything.
std::vector<Entry> crowded_entries() {
    std::vector<Entry> entries;
    for (const int event : *rc::gen::resize(14, rc::gen::container<std::vector<int>>(rc::gen::inRange(0, static_cast<int>(Event::amendment))))) {
        entries.push_back(any_entry(static_cast<Event>(event)));
        entries.back().on = Day{*rc::gen::inRange(18500, 18504)};
    }
    return entries;
}

RC_GTEST_PROP(ReplayOne, AppliesEveryMarkOnceAndKeepsTheDaysInOrder, ()) {
    const History history = history_of(file_of(crowded_entries()), mask_of(far_away, no_day));
    const auto marks = marks_of(history);
    Position position = new_position();
    Onlooker onlooker;
    replay_one(position, std::span<const Mark>(marks), common_core, onlooker);
    RC_ASSERT(onlooker.times == marks.size());
    RC_ASSERT(onlooker.seen.size() == marks.size());
}

RC_GTEST_PROP(ReplayOne, MovesNothingButReopeningsAndReferralsOutOfTheOrderOfTheDay, ()) {
    const auto story = replayed(file_of(crowded_entries()));
    Lines others;
    for (const auto& line : story.applied)
        if (line.find("reopening") == std::string::npos && line.find("referral") == std::string::npos) others.push_back(line);
    for (std::size_t i = 1; i < others.size(); ++i) {
        RC_ASSERT(others[i - 1].substr(0, 10) <= others[i].substr(0, 10));
        if (others[i - 1].substr(0, 10) != others[i].substr(0, 10)) continue;
        RC_ASSERT(index_of(*from_code<Event>(others[i - 1].substr(11))) <= index_of(*from_code<Event>(others[i].substr(11))));
    }
}

}  // namespace

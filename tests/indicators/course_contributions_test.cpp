#include "maintien/indicators/course_contributions.hpp"

#include <gtest/gtest.h>

#include "support/register_stories.hpp"

using namespace maintien;

namespace {

constexpr Day first_of_may = make_day(2023, 5, 1);

/// The tally of some files as of a day, under the common core.
StratumTally tally_of_files(const std::vector<std::vector<Entry>>& files, Day as_of) {
    EventTable events;
    int number = 0;
    for (const auto& file : files) stories::add_case(events, {"s", std::to_string(++number)}, file);
    const auto table = replay(events, common_core, {as_of, no_day, 1});
    return tally_of(study_of(events, table, common_core, {first_of_may, as_of}), {}, 1).whole;
}

std::vector<DayCount> days(const StratumTally& tally, Stay stay) { return tally.stays[static_cast<std::size_t>(stay)].rows; }

}  // namespace

TEST(CourseContributions, WaitingEndsWithEntryRefusalClosingOrNow) {
    const auto tally = tally_of_files({stories::entered(first_of_may, first_of_may + 10),
                                       {stories::referral(first_of_may), stories::on(first_of_may + 20, Refusal{})},
                                       {stories::referral(first_of_may), stories::on(first_of_may + 25, OutcomeRecord{Outcome::retirement})},
                                       {stories::referral(first_of_may)}}, first_of_may + 100);
    EXPECT_EQ(days(tally, Stay::referral_to_entering), (std::vector<DayCount>{{10, 1}}));
    EXPECT_EQ(days(tally, Stay::referral_to_refusing), (std::vector<DayCount>{{20, 1}}));
    EXPECT_EQ(days(tally, Stay::referral_to_closing), (std::vector<DayCount>{{25, 1}}));
    EXPECT_EQ(days(tally, Stay::referral_to_now), (std::vector<DayCount>{{100, 1}}));
}

TEST(CourseContributions, ATransferIsNoExit) {
    const auto tally = tally_of_files({stories::exited(first_of_may, first_of_may + 5, first_of_may + 40, Outcome::transferred),
                                       stories::exited(first_of_may, first_of_may + 5, first_of_may + 45, Outcome::unfitness)}, first_of_may + 100);
    EXPECT_EQ(days(tally, Stay::entry_to_now), (std::vector<DayCount>{{35, 1}}));
    EXPECT_EQ(days(tally, Stay::entry_to_negative), (std::vector<DayCount>{{40, 1}}));
    EXPECT_TRUE(days(tally, Stay::entry_to_neutral).empty());
}

TEST(CourseContributions, AFileThatWaitsForAPlanIsSeenUntilItsExit) {
    const auto tally = tally_of_files({stories::exited(first_of_may, first_of_may + 5, first_of_may + 40, Outcome::unfitness), stories::entered(first_of_may, first_of_may + 7)},
                                      first_of_may + 100);
    EXPECT_EQ(tally.stays[running_stay_of(Delay::entry_to_plan)].rows, (std::vector<DayCount>{{35, 1}, {93, 1}}));
}

TEST(CourseContributions, EveryFollowedEpisodeIsInOneCellOfItsCourse) {
    const stories::Aist43 cell;
    const auto tally = tally_of(cell.study, {}, 1).whole;
    const auto& c = cells.courses;
    EXPECT_EQ(sum_of(tally, {c.entered_by, c.entry_not_come, c.before_referral}), sum_of(tally, {cells.referrals}));
    EXPECT_EQ(sum_of(tally, {c.positive_by, c.otherwise_by, c.still_in_cell}), sum_of(tally, {cells.entries}));
    EXPECT_EQ(sum_of(tally, {c.positive_by}), 9);
}

#include "maintien/protocol/follow_up_schedule.hpp"

#include <gtest/gtest.h>

namespace {

using namespace maintien;

constexpr FollowUpSchedule twelve_and_twenty_four{.horizons = {12, 24}};

static_assert(due_day(make_day(2024, 2, 29), 12) == make_day(2025, 2, 28), "the month's end is kept");

TEST(FollowUpSchedule, IsDueOnTheSameDayOfTheMonth) {
    EXPECT_EQ(due_day(make_day(2021, 3, 10), 12), make_day(2022, 3, 10));
    EXPECT_EQ(due_day(make_day(2022, 2, 28), 24), make_day(2024, 2, 28));
    EXPECT_EQ(due_day(make_day(2021, 8, 31), 18), make_day(2023, 2, 28));
}

TEST(FollowUpSchedule, TakesAnswersFromThirtyDaysBeforeTheDueDayToNinetyAfter) {
    const auto window = answer_window(twelve_and_twenty_four, make_day(2021, 3, 10), 12);
    EXPECT_EQ(window.from, make_day(2022, 2, 8));
    EXPECT_EQ(window.to, make_day(2022, 6, 8));
    EXPECT_FALSE(contains(window, make_day(2022, 2, 7)));
    EXPECT_TRUE(contains(window, make_day(2022, 2, 8)));
    EXPECT_TRUE(contains(window, make_day(2022, 6, 8)));
    EXPECT_FALSE(contains(window, make_day(2022, 6, 9)));
}

TEST(FollowUpSchedule, TakesItsOwnMarginsWhenItHasThem) {
    const FollowUpSchedule strict{.horizons = {12}, .opens_before_days = 0, .closes_after_days = 1};
    EXPECT_EQ(answer_window(strict, make_day(2021, 3, 10), 12), (Period{make_day(2022, 3, 10), make_day(2022, 3, 11)}));
}

TEST(FollowUpSchedule, KnowsTheHorizonsItNames) {
    EXPECT_EQ(position_of_horizon(twelve_and_twenty_four, 12), 0);
    EXPECT_EQ(position_of_horizon(twelve_and_twenty_four, 24), 1);
    EXPECT_EQ(position_of_horizon(twelve_and_twenty_four, 6), -1);
    EXPECT_EQ(position_of_horizon(twelve_and_twenty_four, 0), -1) << "unused places of the list are no horizons";
    EXPECT_EQ(position_of_horizon({}, 12), -1);
}

}  // namespace

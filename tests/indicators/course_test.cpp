#include "maintien/indicators/course.hpp"

#include <gtest/gtest.h>

using namespace maintien;

namespace {

/// Day tables in which each stay holds one case of as many days as its position.
std::array<DayCounts, stay_count> numbered_stays() {
    std::array<DayCounts, stay_count> stays;
    for (std::size_t i = 0; i < stay_count; ++i) stays[i].add(static_cast<int>(i)), stays[i].merge();
    return stays;
}

std::int64_t only_day(const DayCounts& table) { return table.rows.at(0).days; }

}  // namespace

TEST(Course, TheCausesComeInTheOrderInWhichTheyAreNamed) {
    const auto table = table_of(Course::from_entry, numbered_stays());
    ASSERT_EQ(table.events.size(), 3u);
    EXPECT_EQ(only_day(table.events[0]), static_cast<std::int64_t>(Stay::entry_to_positive));
    EXPECT_EQ(only_day(table.events[2]), static_cast<std::int64_t>(Stay::entry_to_neutral));
    EXPECT_EQ(only_day(table.censored), static_cast<std::int64_t>(Stay::entry_to_now));
    EXPECT_EQ(only_day(table_of(Course::from_referral, numbered_stays()).events[0]), static_cast<std::int64_t>(Stay::referral_to_entering));
}

TEST(Course, ADelayEndsWithItsSecondStageAlone) {
    for (const auto& term : terms_of<Delay>) {
        const auto table = table_of(course_of(term.value), numbered_stays());
        ASSERT_EQ(table.events.size(), 1u);
        EXPECT_EQ(only_day(table.events[0]), static_cast<std::int64_t>(stay_of(term.value)));
        EXPECT_EQ(only_day(table.censored), static_cast<std::int64_t>(running_stay_of(term.value)));
    }
}

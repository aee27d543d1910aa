#include "maintien/pathway/agenda/clock.hpp"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace {

using namespace maintien;

constexpr HolidayRegion clock_region = HolidayRegion::metropolitan;

/// The reference: the clock ticks each day that no suspension holds, and has run out the day before it ticks once too often.
ClockEnd ticked(Day start, Day due, const std::vector<Pause>& pauses, Day as_of) {
    const auto held_on = [&](Day day) {
        for (const auto& pause : pauses)
            if (day > pause.from && day <= (known(pause.to) ? pause.to : as_of)) return true;
        return false;
    };
    int ticks = 0;
    Day day = start;
    while (ticks <= due - start) {
        day = day + 1;
        if (!held_on(day)) ++ticks;
    }
    return {day - 1, (day - 1) - due};
}

TEST(Clock, CountsFromTheStartWhichIsDayZero) {
    const Day start = make_day(2024, 2, 14);
    EXPECT_EQ(iso(day_after(start, 15, LimitUnit::days, clock_region)), "2024-02-29");
    EXPECT_EQ(iso(day_after(make_day(2024, 2, 29), 12, LimitUnit::months, clock_region)), "2025-02-28");
    EXPECT_EQ(iso(day_after(make_day(2024, 3, 28), 2, LimitUnit::working_days, clock_region)), "2024-03-30");
    EXPECT_EQ(iso(day_after(make_day(2024, 3, 28), 2, LimitUnit::working_days, HolidayRegion::alsace_moselle)), "2024-04-02");
}

TEST(Clock, KeepsWhatRemainsAtASuspensionUntilTheResumption) {
    const Day start = make_day(2024, 1, 1), due = start + 15;
    const std::vector<Pause> pauses{{start + 5, start + 25}};
    const auto end = held_by(pauses, start, due, LimitUnit::days, start + 40, clock_region);
    EXPECT_EQ(end.due, start + 35) << "ten days remained";
    EXPECT_EQ(end.held, 20);
}

TEST(Clock, OfASuspensionThatLastsMovesWithTheDay) {
    const Day start = make_day(2024, 1, 1);
    const std::vector<Pause> pauses{{start + 5, no_day}};
    for (const int today : {5, 6, 30}) EXPECT_EQ(held_by(pauses, start, start + 15, LimitUnit::days, start + today, clock_region).due, start + 15 + (today - 5)) << today;
}

TEST(Clock, StopsOnTheLastDayAndNotAfterIt) {
    const Day start = make_day(2024, 1, 1), due = start + 15;
    const std::vector<Pause> on_the_day{{due, due + 10}}, after{{due + 1, due + 10}}, before{{start - 20, start - 10}}, across{{start - 5, start + 2}};
    EXPECT_EQ(held_by(on_the_day, start, due, LimitUnit::days, due + 40, clock_region).due, due + 10);
    EXPECT_EQ(held_by(after, start, due, LimitUnit::days, due + 40, clock_region).due, due);
    EXPECT_EQ(held_by(before, start, due, LimitUnit::days, due + 40, clock_region).held, 0);
    EXPECT_EQ(held_by(across, start, due, LimitUnit::days, due + 40, clock_region).due, due + 2) << "held only once started";
}

TEST(Clock, CountsTheWorkingDaysThatRemainAfterTheResumption) {
    const Day thursday = make_day(2024, 3, 7);
    const Day due = day_after(thursday, 5, LimitUnit::working_days, clock_region);
    ASSERT_EQ(iso(due), "2024-03-13");
    const std::vector<Pause> pauses{{make_day(2024, 3, 11), make_day(2024, 3, 29)}};
    const auto end = held_by(pauses, thursday, due, LimitUnit::working_days, make_day(2024, 5, 1), clock_region);
    EXPECT_EQ(iso(end.due), "2024-04-02") << "two remained: Saturday 30 March, and Tuesday after Easter Monday";
    EXPECT_EQ(end.held, 18);
}

TEST(Clock, OfRandomSuspensionsIsTheOneThatTicks) {
    std::mt19937 random(7);
    const auto between = [&](int low, int high) { return low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1)); };
    for (int trial = 0; trial < 3000; ++trial) {
        const Day start = make_day(2023, 12, 1) + between(0, 60), due = start + between(0, 40);
        std::vector<Pause> pauses;
        Day at = start - between(0, 10);
        for (int i = between(0, 4); i > 0; --i) {
            const Day from = at + between(0, 15), to = from + between(0, 15);
            pauses.push_back({from, to});
            at = to + between(0, 6);
        }
        const Day as_of = at + between(0, 30);
        if (!pauses.empty() && between(0, 2) == 0) pauses.back().to = no_day;
        const auto expected = ticked(start, due, pauses, as_of), found = held_by(pauses, start, due, LimitUnit::days, as_of, clock_region);
        ASSERT_EQ(iso(found.due), iso(expected.due)) << "trial " << trial;
        ASSERT_EQ(found.held, expected.held) << "trial " << trial;
    }
}

TEST(Clock, AsksForAttentionWhenTwoThirdsHavePassed) {
    const Day start = make_day(2024, 1, 1);
    TimeLimit limit;
    limit.length = 15;
    limit.holds = true;
    EXPECT_EQ(attention_day(limit, start, {}, start, clock_region), start + 10);
    const std::vector<Pause> late_pause{{start + 12, start + 20}};
    EXPECT_EQ(attention_day(limit, start, late_pause, start + 30, clock_region), start + 10) << "it had asked before the suspension";
    limit.length = 30;
    EXPECT_EQ(attention_day(limit, start, late_pause, start + 30, clock_region), start + 28);
    limit.holds = false;
    EXPECT_EQ(attention_day(limit, start, late_pause, start + 30, clock_region), start + 20);
}

}  // namespace

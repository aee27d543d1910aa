#include "maintien/disclosure/stratum_counts.hpp"

#include <gtest/gtest.h>

using namespace maintien;

TEST(StratumCounts, HasAPlaceForEveryNumberOfAStratum) {
    StratumTally tally;
    tally.counts[cells.referrals.first] = 7;
    tally.stays[static_cast<std::size_t>(Stay::all)].add(30, 4);
    for (const int days : {89, 90, 200}) tally.stays[static_cast<std::size_t>(Stay::entry_to_now)].add(days);
    CountSystem system;
    system.truth = {99};
    add_counts_of(system, tally, 6);
    ASSERT_EQ(system.truth.size(), 1 + counts_of_stratum);
    const StratumCounts at{1};
    EXPECT_EQ(value_of(at.cells_in({cells.referrals}), system.truth), 7);
    EXPECT_EQ(value_of(at.stay(Stay::all), system.truth), 4);
    EXPECT_EQ(value_of(at.persons(), system.truth), 6);
    // Seen for less than 90, 180 and 365 days: the day of the horizon itself is not less.
    EXPECT_EQ(value_of(at.seen_shortly(0), system.truth), 1);
    EXPECT_EQ(value_of(at.seen_shortly(1), system.truth), 2);
    EXPECT_EQ(value_of(at.seen_shortly(2), system.truth), 3);
}

TEST(StratumCounts, SumsAreAddedCountByCount) {
    EXPECT_EQ(plus({{1, 1}, {3, 2}}, {{1, 1}, {2, 1}}), (CountForm{{1, 2}, {2, 1}, {3, 2}}));
    EXPECT_EQ(plus({{1, 1}}, {{1, -1}}), CountForm{});
}

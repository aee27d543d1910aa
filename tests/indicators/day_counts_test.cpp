#include "maintien/indicators/day_counts.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <numeric>

using namespace maintien;

namespace {

DayCounts table_of(const std::vector<int>& days) {
    DayCounts table;
    for (const int day : days) table.add(day);
    table.merge();
    return table;
}

}  // namespace

RC_GTEST_PROP(DayCounts, ATableIsTheSortedCountsOfItsDays, ()) {
    const auto days = *rc::gen::container<std::vector<int>>(rc::gen::inRange(-5, 300));
    std::map<std::int64_t, std::int64_t> expected;
    for (const int day : days) ++expected[day];
    std::map<std::int64_t, std::int64_t> found;
    const auto table = table_of(days);
    for (const auto& row : table.rows) found[row.days] = row.count;
    RC_ASSERT(found == expected);
    RC_ASSERT(sum_of_days(table) == std::accumulate(days.begin(), days.end(), std::int64_t{0}));
    RC_ASSERT(cases_of(table) == static_cast<std::int64_t>(days.size()));
}

RC_GTEST_PROP(DayCounts, TheSumOfTwoPartsIsTheWhole, ()) {
    const auto a = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 50)), b = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 50));
    auto both = a;
    both.insert(both.end(), b.begin(), b.end());
    auto sum = table_of(a);
    sum += table_of(b);
    RC_ASSERT(sum.rows == table_of(both).rows);
}

TEST(DayCounts, ATableGrowsWithTheDifferentDurationsNotWithTheCases) {
    DayCounts table;
    for (int i = 0; i < 1000000; ++i) table.add(i % 100);
    EXPECT_LE(table.rows.size(), 200u);
    table.merge();
    EXPECT_EQ(table.rows.size(), 100u);
}

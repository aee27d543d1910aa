#include "maintien/indicators/quantile.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maintien {
namespace {

using Table = std::vector<DayCount>;

TEST(Quantile, MedianOfAnOddNumberOfCasesIsTheMiddleOne) {
    EXPECT_EQ(quantile_type7(Table{{3, 1}, {9, 1}, {40, 1}}, 0.5), 9.0);
}

TEST(Quantile, MedianOfAnEvenNumberOfCasesIsHalfwayBetweenTheTwoInTheMiddle) {
    EXPECT_EQ(quantile_type7(Table{{1, 1}, {2, 1}, {3, 1}, {4, 1}}, 0.5), 2.5);
    EXPECT_EQ(quantile_type7(Table{{1, 2}, {4, 2}}, 0.5), 2.5);
}

TEST(Quantile, QuartilesAreThoseOfR) {
    const Table one_to_ten{{1, 1}, {2, 1}, {3, 1}, {4, 1}, {5, 1}, {6, 1}, {7, 1}, {8, 1}, {9, 1}, {10, 1}};
    EXPECT_EQ(quantile_type7(one_to_ten, 0.25), 3.25);
    EXPECT_EQ(quantile_type7(one_to_ten, 0.5), 5.5);
    EXPECT_EQ(quantile_type7(one_to_ten, 0.75), 7.75);
    EXPECT_EQ(quantile_type7(one_to_ten, 0.0), 1.0);
    EXPECT_EQ(quantile_type7(one_to_ten, 1.0), 10.0);
}

TEST(Quantile, OfOneCaseIsItsDuration) {
    for (const double q : {0.0, 0.25, 0.5, 0.75, 1.0}) EXPECT_EQ(quantile_type7(Table{{69, 1}}, q), 69.0);
}

TEST(Quantile, PassesOverDurationsOfNobody) {
    EXPECT_EQ(quantile_type7(Table{{0, 0}, {5, 1}, {6, 0}, {8, 1}, {9, 0}}, 0.5), 6.5);
}

TEST(Quantile, NeedsNoListOfCases) {
    EXPECT_EQ(quantile_type7(Table{{10, 500'000'000'000}, {11, 500'000'000'000}}, 0.5), 10.5);
}

TEST(Quantile, CountsTheCasesOfATable) {
    EXPECT_EQ(cases_in(Table{}), 0);
    EXPECT_EQ(cases_in(Table{{0, 3}, {7, 2}}), 5);
}

RC_GTEST_PROP(Quantile, AgreesWithTheListOfCases, ()) {
    const auto size = *rc::gen::inRange<std::size_t>(1, 80);
    auto durations = *rc::gen::container<std::vector<std::int64_t>>(size, rc::gen::inRange<std::int64_t>(0, 60));
    const double q = *rc::gen::elementOf(std::vector<double>{0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0});
    std::map<std::int64_t, std::int64_t> counted;
    for (const auto days : durations) ++counted[days];
    Table table;
    for (const auto& line : counted) table.push_back({line.first, line.second});
    std::sort(durations.begin(), durations.end());
    const double h = static_cast<double>(durations.size() - 1) * q;
    const auto low = static_cast<std::size_t>(h);
    const auto high = std::min(low + 1, durations.size() - 1);
    const double weight = h - static_cast<double>(low);
    const auto x = static_cast<double>(durations[low]);
    const auto y = static_cast<double>(durations[high]);
    RC_ASSERT(quantile_type7(table, q) == x + weight * (y - x));
}

}  // namespace
}  // namespace maintien

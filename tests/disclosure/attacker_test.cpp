#include "maintien/disclosure/attacker.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "disclosure/small_table.hpp"

namespace maintien {
namespace {

/// The least and the greatest value of the first cell of a 2 × 2 table by trying all tables with cells up to 9.
std::pair<std::int64_t, std::int64_t> by_trying(CountSystem system) {
    const auto shown = shown_sums(system);
    const auto truth = system.truth;
    std::pair<std::int64_t, std::int64_t> bounds{9, 0};
    for (int code = 0; code < 10000; ++code) {
        const std::vector<std::int64_t> table{code % 10, code / 10 % 10, code / 100 % 10, code / 1000};
        bool fits = true;
        for (std::size_t i = 0; i < system.sums.size(); ++i) fits = fits && (shown[i] == 0 || value_of(system.sums[i], table) == value_of(system.sums[i], truth));
        if (fits) bounds = {std::min(bounds.first, table[0]), std::max(bounds.second, table[0])};
    }
    return bounds;
}

RC_GTEST_PROP(Attacker, AgreesWithTryingAllTables, ()) {
    const auto cell = rc::gen::inRange<std::int64_t>(0, 3);
    auto system = table_with_margins({{*cell, *cell}, {*cell, *cell}}, 1);
    for (std::size_t i = 0; i < 4; ++i) system.rows[i].hiding = *rc::gen::arbitrary<bool>() ? Hiding::secondary : Hiding::shown;
    const std::size_t margin = *rc::gen::inRange<std::size_t>(4, 8);
    system.rows[margin].hiding = Hiding::secondary;
    const Outlook outlook(system);
    const auto bounds = Attacker(outlook).bounds_of({{0, 1}});
    const auto expected = by_trying(system);
    RC_ASSERT(bounds.exact);
    RC_ASSERT(bounds.lower == expected.first);
    RC_ASSERT(bounds.upper == expected.second);
}

TEST(Attacker, SaysWhenNothingSetsALimit) {
    CountSystem system;
    system.truth = {3};
    add_plain_row(system, {{0, 1}}, 5);
    const Outlook outlook(system);
    const auto bounds = Attacker(outlook).bounds_of({{0, 1}});
    EXPECT_EQ(bounds.lower, 0);
    EXPECT_FALSE(bounds.upper);
}

TEST(Attacker, NineOfTwelveBesideNineOfElevenTellsOneRefusal) {
    CountSystem system;
    system.truth = {9, 2, 1};  // positive, negative, refused
    system.rows.push_back(counted_row(system, {.parts_of = {{{{0, 1}}, {{0, 1}, {1, 1}, {2, 1}}}}}, 1));
    system.rows.push_back(counted_row(system, {.parts_of = {{{{0, 1}}, {{0, 1}, {1, 1}}}}}, 1));
    const Outlook outlook(system);
    const auto bounds = Attacker(outlook).bounds_of({{2, 1}});
    EXPECT_TRUE(bounds.exact);
    EXPECT_EQ(bounds.lower, 1);
    EXPECT_EQ(bounds.upper, 1);
}

}  // namespace
}  // namespace maintien

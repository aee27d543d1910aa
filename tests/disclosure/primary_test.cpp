#include "maintien/disclosure/primary.hpp"

#include <gtest/gtest.h>

using namespace maintien;

namespace {

/// The row that says part and whole, with `rest` the others of the whole.
CountRow share_row(std::int64_t part, std::int64_t rest, std::int64_t limit, std::vector<ProtectedCount>& counts) {
    CountSystem system;
    system.truth = {part, rest};
    const auto row = counted_row(system, {.parts_of = {{{{0, 1}}, {{0, 1}, {1, 1}}}}}, limit);
    counts = system.protected_counts;
    return row;
}

}  // namespace

TEST(Primary, SmallIsFromOneToBelowTheLimit) {
    EXPECT_FALSE(too_small(0, 11));
    EXPECT_TRUE(too_small(1, 11));
    EXPECT_TRUE(too_small(10, 11));
    EXPECT_FALSE(too_small(11, 11));
    EXPECT_FALSE(too_small(1, 1));
}

TEST(Primary, APartIsHiddenForItselfOrForTheOthers) {
    std::vector<ProtectedCount> counts;
    EXPECT_EQ(share_row(20, 30, 11, counts).hiding, Hiding::shown);
    EXPECT_EQ(share_row(0, 30, 11, counts).hiding, Hiding::shown);
    EXPECT_EQ(share_row(3, 30, 11, counts).hiding, Hiding::primary);
    EXPECT_EQ(counts[0].form, (CountForm{{0, 1}}));
    EXPECT_EQ(share_row(30, 3, 11, counts).hiding, Hiding::primary);
    ASSERT_EQ(counts.size(), 1u);
    EXPECT_EQ(counts[0].form, (CountForm{{1, 1}})) << "the others are what is protected";
    EXPECT_EQ(share_row(0, 3, 11, counts).hiding, Hiding::primary) << "nobody of three tells of three";
}

TEST(Primary, AFigureMadeOfASmallNumberIsHiddenAndProtectsNothing) {
    CountSystem system;
    system.truth = {3, 40};
    const auto row = counted_row(system, {.counts = {{{1, 1}}}, .made_of = {{{0, 1}}}}, 11);
    EXPECT_EQ(row.hiding, Hiding::primary);
    EXPECT_TRUE(row.protects.empty());
    EXPECT_EQ(row.says.size(), 1u);
}

#include "maintien/vocabulary/fixed_list.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace {

using namespace maintien;

using Horizons = FixedList<int, 4>;

static_assert(Horizons{12, 24}.size() == 2, "a protocol is a constant of compilation");

/// The rows of a list.
std::vector<int> rows_of(const Horizons& list) { return {list.begin(), list.end()}; }

TEST(FixedList, KeepsItsRowsInOrder) {
    Horizons horizons{12, 24};
    horizons.push_back(6);
    EXPECT_EQ(rows_of(horizons), (std::vector{12, 24, 6}));
    EXPECT_EQ(horizons[2], 6);
}

TEST(FixedList, IsEmptyUntilFilled) {
    EXPECT_TRUE(Horizons{}.empty());
    EXPECT_TRUE(rows_of({}).empty());
}

TEST(FixedList, CanBeFull) { EXPECT_EQ(rows_of({1, 2, 3, 4}), (std::vector{1, 2, 3, 4})); }

TEST(FixedList, ClosesTheGapOfARowTakenOut) {
    Horizons horizons{6, 12, 24};
    horizons.erase(1);
    EXPECT_EQ(rows_of(horizons), (std::vector{6, 24}));
    horizons.erase(1);
    EXPECT_EQ(rows_of(horizons), (std::vector{6}));
    EXPECT_EQ(horizons.rows[1], 0) << "what was taken out is not kept";
}

TEST(FixedList, IsTheSameAsAnotherWithTheSameRowsInTheSameOrder) {
    EXPECT_EQ((Horizons{12, 24}), (Horizons{12, 24}));
    EXPECT_NE((Horizons{12, 24}), (Horizons{24, 12}));
    EXPECT_NE((Horizons{12}), (Horizons{12, 24}));
}

}  // namespace

#include "maintien/indicators/cell_range.hpp"

#include <gtest/gtest.h>

using namespace maintien;

TEST(CellRange, TheFirstCellsOfARunBeginWhereItBegins) {
    constexpr CellRange run{7, 4};
    EXPECT_EQ(run.end(), 11);
    EXPECT_EQ(run.at(2), (CellRange{9, 1}));
    EXPECT_EQ(run.up_to(3), (CellRange{7, 3}));
}

#include "maintien/indicators/cell_range.hpp"

#include <gtest/gtest.h>

using namespace maintien;

TEST(CellRange, APartAndOneCellLieInTheirRun) {
    constexpr CellRange run{10, 5};
    EXPECT_EQ(run.at(2), (CellRange{12, 1}));
    EXPECT_EQ(run.part(1, 3), (CellRange{11, 3}));
    EXPECT_EQ(run.part(1, 4).end(), run.end());
}

TEST(CellRange, CellsAreDealtOneBlockAfterTheOther) {
    detail::CellDealer dealer;
    CellRange one, other;
    EXPECT_EQ(dealer.deal(3), (CellRange{0, 3}));
    dealer.deal_each(one, other);
    EXPECT_EQ(one, (CellRange{3, 1}));
    EXPECT_EQ(other, (CellRange{4, 1}));
}

#include "maintien/indicators/course_cells.hpp"

#include <gtest/gtest.h>

using namespace maintien;

TEST(CourseCells, ADayBelongsToTheFirstHorizonThatHoldsIt) {
    EXPECT_EQ(horizon_holding(entry_days, 0), 0u);
    EXPECT_EQ(horizon_holding(entry_days, 30), 0u);
    EXPECT_EQ(horizon_holding(entry_days, 31), 1u);
    EXPECT_EQ(horizon_holding(mature_days, 365), 2u);
    EXPECT_EQ(horizon_holding(mature_days, 366), 3u);
}

TEST(CourseCells, ABlockByHorizonHasACellForLater) {
    detail::CellDealer dealer;
    const auto courses = detail::deal_courses(dealer);
    EXPECT_EQ(courses.entered_by.count, entry_days.size() + 1);
    EXPECT_EQ(courses.positive_by.count, mature_days.size() + 1);
}

#include "maintien/indicators/report.hpp"

#include <gtest/gtest.h>

using namespace maintien;

TEST(Report, ARowIsFoundByItsNames) {
    Report report;
    report.rows.push_back({.indicator = "status", .category = "ongoing", .numerator = 31});
    report.rows.push_back({.indicator = "status", .category = "ongoing", .stratum = 1, .numerator = 4});
    ASSERT_NE(find_row(report, "status", "", "ongoing"), nullptr);
    EXPECT_EQ(find_row(report, "status", "", "ongoing")->numerator, 31);
    EXPECT_EQ(find_row(report, "status", "", "ongoing", 1)->numerator, 4);
    EXPECT_EQ(find_row(report, "status"), nullptr);
}

TEST(Report, UnitsAndReasonsAreSpeltAsInTheFormat) {
    EXPECT_EQ(code_of(Unit::proportion), "proportion");
    EXPECT_EQ(code_of(NullReason::denominator_zero), "denominator_zero");
    EXPECT_EQ(code_of(TargetVerdict::open), "open");
}

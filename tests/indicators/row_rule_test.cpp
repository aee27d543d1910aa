#include "maintien/indicators/row_rule.hpp"

#include <gtest/gtest.h>

using namespace maintien;

TEST(RowRule, ARuleIsACountOfNothingUntilItSaysMore) {
    constexpr RowRule rule{.indicator = "referrals"};
    EXPECT_EQ(rule.kind, FigureKind::count);
    EXPECT_TRUE(rule.numerator.empty());
    EXPECT_TRUE(rule.excluded.empty());
}

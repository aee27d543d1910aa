#include "maintien/disclosure/linear_program.hpp"

#include <gtest/gtest.h>

using namespace maintien;

TEST(LinearProgram, FindsTheCheapestCorner) {
    // Least -3x - 2y with x + y ≤ 4, x + 3y ≤ 6, 0 ≤ x ≤ 3: x = 3, y = 1.
    LinearProgram program;
    const auto x = program.add(0, 3, -3), y = program.add(0, unbounded, -2), s = program.add(0, unbounded), t = program.add(0, unbounded);
    program.equations = {{{{x, 1}, {y, 1}, {s, 1}}, 4}, {{{x, 1}, {y, 3}, {t, 1}}, 6}};
    const auto values = cheapest(program);
    ASSERT_TRUE(values);
    EXPECT_NEAR((*values)[x], 3, 1e-9);
    EXPECT_NEAR((*values)[y], 1, 1e-9);
}

TEST(LinearProgram, TakesNegativeBoundsAndFreeColumns) {
    LinearProgram program;
    const auto x = program.add(-5, -1, 1), y = program.add(-unbounded, unbounded, 0);
    program.equations = {{{{x, 1}, {y, 1}}, 10}};
    const auto values = cheapest(program);
    ASSERT_TRUE(values);
    EXPECT_NEAR((*values)[x], -5, 1e-9);
    EXPECT_NEAR((*values)[y], 15, 1e-9);
}

TEST(LinearProgram, SaysWhenNothingSatisfiesTheEquations) {
    LinearProgram program;
    const auto x = program.add(0, 3), y = program.add(0, 3);
    program.equations = {{{{x, 1}, {y, 1}}, 7}};
    EXPECT_FALSE(cheapest(program));
}

TEST(LinearProgram, SaysWhenTheCostHasNoEnd) {
    LinearProgram program;
    const auto x = program.add(0, unbounded, -1), y = program.add(0, unbounded, 0);
    program.equations = {{{{x, 1}, {y, -1}}, 0}};
    EXPECT_FALSE(cheapest(program));
}

#include "maintien/disclosure/integer_program.hpp"

#include <array>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maintien {
namespace {

TEST(IntegerProgram, BranchesWhereTheCheapestIsBroken) {
    // Most 5x + 4y with 6x + 4y ≤ 24, x + 2y ≤ 6: 4, 0 in whole numbers; 3, 1.5 in all.
    LinearProgram program;
    const auto x = program.add(0, 10, -5), y = program.add(0, 10, -4), s = program.add(0, unbounded), t = program.add(0, unbounded);
    program.equations = {{{{x, 6}, {y, 4}, {s, 1}}, 24}, {{{x, 1}, {y, 2}, {t, 1}}, 6}};
    const auto solution = cheapest_whole(program, 2, 100);
    EXPECT_EQ(solution.end, SearchEnd::optimal);
    EXPECT_NEAR(solution.cost, -20, 1e-6);
    EXPECT_EQ(solution.values[x], 4);
    EXPECT_EQ(solution.values[y], 0);
}

TEST(IntegerProgram, TellsNoneFromUnfinished) {
    LinearProgram program;
    const auto x = program.add(0, 5), y = program.add(0, 5);
    program.equations = {{{{x, 2}, {y, 2}}, 5}};
    EXPECT_EQ(cheapest_whole(program, 2, 1000).end, SearchEnd::none);
    EXPECT_EQ(cheapest_whole(program, 2, 1).end, SearchEnd::unfinished);
}

/// The least cost over all whole numbers from 0 to 4, or none.
std::optional<double> least_by_trying(const LinearProgram& program) {
    std::optional<double> least;
    for (int code = 0; code < 125; ++code) {
        const std::array<int, 3> x{code % 5, code / 5 % 5, code / 25};
        bool fits = true;
        for (const auto& equation : program.equations) {
            double sum = 0;
            for (const auto& [j, a] : equation.terms) sum += a * x[j];
            fits = fits && sum == equation.sum;
        }
        double cost = 0;
        for (std::size_t j = 0; j < 3; ++j) cost += program.cost[j] * x[j];
        if (fits && (!least || cost < *least)) least = cost;
    }
    return least;
}

RC_GTEST_PROP(IntegerProgram, AgreesWithTryingAllNumbers, ()) {
    LinearProgram program;
    for (int j = 0; j < 3; ++j) program.add(0, 4, *rc::gen::inRange(-3, 4));
    const int equations = *rc::gen::inRange(1, 3);
    for (int i = 0; i < equations; ++i) {
        LinearEquation equation{{}, static_cast<double>(*rc::gen::inRange(-4, 9))};
        for (std::size_t j = 0; j < 3; ++j)
            if (const int a = *rc::gen::inRange(-2, 3); a != 0) equation.terms.emplace_back(j, a);
        program.equations.push_back(equation);
    }
    const auto solution = cheapest_whole(program, 3, 10000);
    const auto least = least_by_trying(program);
    RC_ASSERT(solution.found == least.has_value());
    if (least) RC_ASSERT(std::fabs(solution.cost - *least) < 1e-6);
}

}  // namespace
}  // namespace maintien

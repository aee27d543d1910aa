#include "maintien/disclosure/count_system.hpp"

#include <gtest/gtest.h>

using namespace maintien;

TEST(CountSystem, ASumHoldsEachCountOnce) {
    EXPECT_EQ(tidy({{3, 1}, {1, 2}, {3, 1}, {1, -2}}), (CountForm{{3, 2}}));
    EXPECT_EQ(minus({{0, 1}, {1, 1}}, {{1, 1}}), (CountForm{{0, 1}}));
    EXPECT_EQ(value_of({{0, 2}, {1, -1}}, {5, 3}), 7);
}

TEST(CountSystem, WhatDoesNotHoldIsNotAdded) {
    CountSystem system;
    system.truth = {3, 4};
    relate_equal(system, {{0, 1}}, {{1, 1}});
    relate_at_most(system, {{1, 1}}, {{0, 1}});
    EXPECT_TRUE(system.relations.empty());
    relate_at_most(system, {{0, 1}}, {{1, 1}}, true);
    ASSERT_EQ(system.relations.size(), 1u);
    EXPECT_FALSE(system.relations[0].equation);
    system.truth = {4, 4};
    relate_at_most(system, {{0, 1}}, {{1, 1}}, true);
    EXPECT_TRUE(system.relations[1].equation);
}

TEST(CountSystem, TheSameSumStandsOnce) {
    CountSystem system;
    system.truth = {3, 4};
    EXPECT_EQ(sum_place(system, {{0, 1}}), sum_place(system, {{0, 1}}));
    EXPECT_NE(sum_place(system, {{0, 1}}), sum_place(system, {{1, 1}}));
    EXPECT_NE(protected_place(system, {{0, 1}}, 5), protected_place(system, {{0, 1}}, 11));
    system.rows = {{.says = {0}}, {.says = {0, 1}}, {.says = {1}, .hiding = Hiding::primary}};
    EXPECT_EQ(shown_sums(system), (std::vector<std::uint32_t>{2, 1}));
}

TEST(CountSystem, CountsThatAreAlwaysTheSameAreTakenForOne) {
    CountSystem system;
    system.truth = {4, 4, 7, 11};
    relate_equal(system, {{0, 1}}, {{1, 1}});
    relate_equal(system, {{0, 1}, {2, 1}}, {{3, 1}});
    relate_equal(system, {{1, 1}, {2, 1}}, {{3, 1}});
    system.rows = {{.says = {sum_place(system, {{0, 1}})}}, {.says = {sum_place(system, {{1, 1}})}, .protects = {protected_place(system, {{1, 1}}, 5)}}};
    const auto fewer = contracted(system);
    EXPECT_EQ(fewer.relations.size(), 1u);
    EXPECT_EQ(fewer.sums, (std::vector<CountForm>{{{0, 1}}}));
    EXPECT_EQ(fewer.rows[1].says, (std::vector<std::uint32_t>{0}));
    EXPECT_EQ(fewer.protected_counts[0].form, (CountForm{{0, 1}}));
}

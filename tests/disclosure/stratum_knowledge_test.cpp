#include "maintien/disclosure/stratum_knowledge.hpp"

#include <gtest/gtest.h>

using namespace maintien;

TEST(StratumKnowledge, WhatDoesNotHoldIsNotAdded) {
    CountSystem system;
    system.truth = {3, 4};
    StratumKnowledge known;
    known.same(CountForm{{0, 1}}, CountForm{{1, 1}});
    known.within(CountForm{{0, 1}}, CountForm{{1, 1}});
    relate(system, {known});
    ASSERT_EQ(system.relations.size(), 1u);
    EXPECT_FALSE(system.relations[0].equation);
}

TEST(StratumKnowledge, WhatIsSoAsARuleIsTakenAsKnownWhereItIsSoInEveryStratum) {
    CountSystem system;
    system.truth = {3, 3, 5, 6};
    std::vector<StratumKnowledge> known(2);
    known[0].usual(CountForm{{0, 1}}, CountForm{{1, 1}});
    known[1].usual(CountForm{{2, 1}}, CountForm{{3, 1}});
    relate(system, known);
    EXPECT_TRUE(system.relations.empty()) << "5 is not 6";
    system.truth[3] = 5;
    relate(system, known);
    EXPECT_EQ(system.relations.size(), 2u);
}

TEST(StratumKnowledge, APartThatIsMostlyAllIsAPartInAnyCase) {
    CountSystem system;
    system.truth = {3, 4};
    StratumKnowledge known;
    known.mostly(CountForm{{0, 1}}, CountForm{{1, 1}});
    relate(system, {known});
    ASSERT_EQ(system.relations.size(), 1u);
    EXPECT_FALSE(system.relations[0].equation);
}

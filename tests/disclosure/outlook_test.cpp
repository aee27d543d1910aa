#include "maintien/disclosure/outlook.hpp"

#include <gtest/gtest.h>

#include "disclosure/small_table.hpp"

using namespace maintien;

TEST(Outlook, WhatIsLeftOfAShownSumFollowsAtOnce) {
    CountSystem system;
    system.truth = {3, 4, 5};
    add_plain_row(system, {{0, 1}}, 1);
    add_plain_row(system, {{0, 1}, {1, 1}}, 1);
    add_plain_row(system, {{1, 1}, {2, 1}}, 1);
    system.rows[2].hiding = Hiding::secondary;
    Outlook outlook(system);
    EXPECT_EQ(outlook.settled(false), (std::vector<std::uint8_t>{1, 1, 0}));
    system.rows[2].hiding = Hiding::shown;
    outlook.look();
    EXPECT_EQ(outlook.settled(false), (std::vector<std::uint8_t>{1, 1, 1}));
    EXPECT_EQ(outlook.settled(true), (std::vector<std::uint8_t>{0, 0, 0})) << "nothing was published before";
}

TEST(Outlook, ASumOfNobodyTellsAllItsParts) {
    CountSystem system;
    system.truth = {0, 0, 5};
    add_plain_row(system, {{0, 1}, {1, 1}}, 1);
    EXPECT_EQ(Outlook(system).settled(false), (std::vector<std::uint8_t>{1, 1, 0}));
}

TEST(Outlook, KnowsWhatHidingASumCosts) {
    auto system = table_with_margins({{20, 30}, {40, 50}}, 5);
    const Outlook outlook(system);
    EXPECT_EQ(outlook.cost(0), 1);
    EXPECT_EQ(outlook.shown(0), 1u);
    EXPECT_FALSE(outlook.was_published(0));
}

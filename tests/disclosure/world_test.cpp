#include "maintien/disclosure/world.hpp"

#include <gtest/gtest.h>

#include "disclosure/small_table.hpp"

using namespace maintien;

TEST(World, IsPossibleWhenWhatIsShownStaysTheSame) {
    auto system = table_with_margins({{3, 30}, {40, 50}}, 5);
    for (const auto i : {1, 2, 3}) system.rows[static_cast<std::size_t>(i)].hiding = Hiding::secondary;
    const Outlook outlook(system);
    const auto swapped = make_world(outlook, {{0, 1}, {1, -1}, {2, -1}, {3, 1}});
    EXPECT_TRUE(can_be(outlook, swapped));
    EXPECT_TRUE(looks_the_same(outlook, swapped));
    EXPECT_EQ(change_of({{0, 2}, {3, 1}}, swapped), 3);
    const auto moved = make_world(outlook, {{0, 1}, {1, -1}});
    EXPECT_FALSE(can_be(outlook, moved)) << "the columns would come out differently";
    EXPECT_FALSE(looks_the_same(outlook, moved));
    EXPECT_FALSE(can_be(outlook, make_world(outlook, {{0, -4}, {1, 4}, {2, 4}, {3, -4}}))) << "nobody is fewer than none";
}

TEST(World, KeepsWhatEverybodyKnows) {
    CountSystem system;
    system.truth = {3, 5};
    relate_at_most(system, {{0, 1}}, {{1, 1}});
    const Outlook outlook(system);
    EXPECT_TRUE(can_be(outlook, make_world(outlook, {{0, 2}})));
    EXPECT_FALSE(can_be(outlook, make_world(outlook, {{0, 3}})));
}

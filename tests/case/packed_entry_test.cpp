#include "maintien/case/packed_entry.hpp"

#include <gtest/gtest.h>

namespace {

using namespace maintien;

TEST(PackedEntry, BecameKnownTheDayItHappenedUnlessItSaysOtherwise) {
    PackedEntry entry{.on = make_day(2024, 1, 31)};
    EXPECT_EQ(known_since(view_of(entry)), make_day(2024, 1, 31));
    entry.recorded_on = make_day(2024, 2, 2);
    EXPECT_EQ(known_since(view_of(entry)), make_day(2024, 2, 2));
}

TEST(PackedEntry, TellsAValueOfZeroFromNoValue) {
    const PackedEntry entry{.attributes = {{Attribute::incoming, 0}, {Attribute::channel, 3}}};
    EXPECT_EQ(value_of(view_of(entry), Attribute::incoming), 0u);
    EXPECT_EQ(value_of(view_of(entry), Attribute::channel), 3u);
    EXPECT_FALSE(value_of(view_of(entry), Attribute::by));
}

TEST(PackedEntry, IsSeenWhereItLies) {
    PackedEntry entry{.event = Event::amendment, .id = 7, .attributes = {{Attribute::amends, 1}}};
    EXPECT_EQ(view_of(entry).replacement, nullptr);
    entry.replacement.push_back({.event = Event::outcome});
    const auto view = view_of(entry);
    EXPECT_EQ(view.attributes.data(), entry.attributes.data());
    EXPECT_EQ(view.id, 7u);
    ASSERT_EQ(view.replacement, entry.replacement.data());
    EXPECT_EQ(view.replacement->event, Event::outcome);
}

TEST(PackedEntry, KeepsEveryDayInAnAttributeValue) {
    for (const Day day : {make_day(1, 1, 1), make_day(1969, 12, 31), make_day(1970, 1, 1), make_day(9999, 12, 31), no_day})
        EXPECT_EQ(unpacked_day(packed_day(day)), day);
}

}  // namespace

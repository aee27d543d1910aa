#include "maintien/case/field.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <vector>

#include "maintien/vocabulary/day.hpp"

namespace maintien {

/// A fact of this test alone.
struct Errand {
    Day due{};
    std::optional<int> attempt{};
    bool incoming = false;
};

template <>
inline constexpr auto fields_of<Errand> = std::tuple{required_field(Attribute::due, &Errand::due),
                                                     number_field(Attribute::attempt, &Errand::attempt, 1, 9),
                                                     optional_field(Attribute::incoming, &Errand::incoming)};

namespace {

TEST(Field, IsWalkedInTheOrderOfTheFactsTable) {
    std::vector<Attribute> walked;
    for_each_field<Errand>([&](const auto& field) { walked.push_back(field.attribute); });
    EXPECT_EQ(walked, (std::vector{Attribute::due, Attribute::attempt, Attribute::incoming}));
}

TEST(Field, ReachesTheMemberItNames) {
    Errand errand;
    errand.*std::get<0>(fields_of<Errand>).member = make_day(2024, 1, 31);
    errand.*std::get<1>(fields_of<Errand>).member = 4;
    EXPECT_EQ(errand.due, make_day(2024, 1, 31));
    EXPECT_EQ(errand.attempt, 4);
}

TEST(Field, KnowsWhetherItMustBeGivenAndTheRangeOfANumber) {
    EXPECT_TRUE(std::get<0>(fields_of<Errand>).required);
    EXPECT_FALSE(std::get<1>(fields_of<Errand>).required);
    EXPECT_FALSE(std::get<2>(fields_of<Errand>).required);
    EXPECT_EQ(std::get<1>(fields_of<Errand>).least, 1);
    EXPECT_EQ(std::get<1>(fields_of<Errand>).most, 9);
}

TEST(Field, OfAFactWithoutATableIsNone) {
    for_each_field<int>([](const auto&) { FAIL(); });
}

}  // namespace
}  // namespace maintien

#include "maintien/indicators/cell_names.hpp"

#include <gtest/gtest.h>

#include <set>

namespace maintien {
namespace {

TEST(CellNames, EveryCellHasExactlyOneNameAndCode) {
    std::set<std::string> names;
    std::size_t named = 0;
    for (const auto& block : cell_names)
        for (std::size_t i = 0; i < block.range.count; ++i, ++named) names.insert(name_of(block) + "|" + (block.code ? std::string(block.code(i)) : ""));
    EXPECT_EQ(named, cells.total);
    EXPECT_EQ(names.size(), cells.total) << "two cells share a name";
}

TEST(CellNames, AListThatForgetsACellOrNamesOneTwiceIsNoList) {
    auto forgetful = cell_names;
    forgetful.erase(3);
    EXPECT_FALSE(detail::names_every_cell_once(forgetful));
    auto twice = cell_names;
    twice.push_back({"referrals", "again", cells.referrals});
    EXPECT_FALSE(detail::names_every_cell_once(twice));
    auto namesakes = cell_names;
    namesakes[1].name = namesakes[0].name;
    EXPECT_FALSE(detail::names_every_cell_once(namesakes));
    auto codeless = cell_names;
    for (auto& block : codeless) block.code = nullptr;
    EXPECT_FALSE(detail::names_every_cell_once(codeless));
}

TEST(CellNames, ABlockIsCalledByItsNameAndPart) {
    std::set<std::string> names;
    for (const auto& block : cell_names) names.insert(name_of(block));
    for (const auto* name : {"referrals", "of_entries/outcome", "mature/90", "distribution/sex", "pending/entry_to_plan"}) EXPECT_TRUE(names.contains(name)) << name;
}

TEST(CellNames, EveryDayTableHasItsName) {
    EXPECT_EQ(stay_names[static_cast<std::size_t>(Stay::open_age)], "open_age");
    EXPECT_EQ(stay_names[stay_of(Delay::referral_to_exit)], "referral_to_exit");
    auto nameless = stay_names;
    nameless.back() = {};
    EXPECT_FALSE(detail::all_different(nameless));
}

}  // namespace
}  // namespace maintien

#include "maintien/case/name_pool.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace {

using namespace maintien;

TEST(NamePool, GivesTheEmptyTextTheNumberZero) {
    NamePool names;
    EXPECT_EQ(names.index_of(""), 0u);
    EXPECT_EQ(names.text_of(0), "");
    EXPECT_EQ(names.size(), 1u);
}

TEST(NamePool, NumbersTextsInTheOrderInWhichTheyCameEachOnce) {
    NamePool names;
    EXPECT_EQ(names.index_of("w2"), 1u);
    EXPECT_EQ(names.index_of("w1"), 2u);
    EXPECT_EQ(names.index_of("w2"), 1u);
    EXPECT_EQ(names.size(), 3u);
}

TEST(NamePool, TellsTextsApartByteByByte) {
    NamePool names;
    const std::string nul("w\0x", 3);
    EXPECT_NE(names.index_of("w"), names.index_of("W"));
    EXPECT_NE(names.index_of("w"), names.index_of("w "));
    EXPECT_NE(names.index_of("w"), names.index_of(nul));
    EXPECT_EQ(names.text_of(names.index_of(nul)), nul);
}

TEST(NamePool, KeepsAHundredThousandTextsWhereTheyAre) {
    NamePool names;
    std::vector<std::string_view> views;
    for (int i = 0; i < 100'000; ++i) views.push_back(names.text_of(names.index_of("worker-" + std::to_string(i * 7919))));
    ASSERT_EQ(names.size(), 100'001u);
    for (int i = 0; i < 100'000; ++i) {
        const std::string text = "worker-" + std::to_string(i * 7919);
        ASSERT_EQ(names.index_of(text), static_cast<NameIndex>(i + 1));
        ASSERT_EQ(views[static_cast<std::size_t>(i)], text) << "a view given long ago still stands";
        ASSERT_EQ(views[static_cast<std::size_t>(i)].data(), names.text_of(static_cast<NameIndex>(i + 1)).data());
    }
}

TEST(NamePool, DoesNotKeepTheTextItWasAskedWith) {
    NamePool names;
    std::string text = "physician-1";
    const auto number = names.index_of(text);
    text = "overwritten";
    EXPECT_EQ(names.text_of(number), "physician-1");
}

TEST(NamePool, TakesATextOfAnyLength) {
    NamePool names;
    const std::string huge(1'000'000, 'x');
    const auto before = names.index_of("before"), number = names.index_of(huge), after = names.index_of("after");
    EXPECT_EQ(names.text_of(number), huge);
    EXPECT_EQ(names.text_of(before), "before");
    EXPECT_EQ(names.text_of(after), "after");
}

TEST(NamePool, StaysTheSameWhenItMoves) {
    NamePool names;
    const auto number = names.index_of("w1");
    const auto* at = names.text_of(number).data();
    const NamePool moved = std::move(names);
    EXPECT_EQ(moved.text_of(number).data(), at);
}

}  // namespace

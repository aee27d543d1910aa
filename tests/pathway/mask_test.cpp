#include "maintien/pathway/mask.hpp"

#include <gtest/gtest.h>

namespace {

using namespace maintien;

constexpr Day june = make_day(2021, 6, 30), july = make_day(2021, 7, 31);

TEST(Mask, LooksAtTheEarlierOfTheDayAskedAboutAndTheDayOfKnowledge) {
    EXPECT_EQ(mask_of(july, june).last_day, june);
    EXPECT_EQ(mask_of(june, july).last_day, june);
    EXPECT_EQ(mask_of(june, no_day).last_day, june);
}

TEST(Mask, LetsThroughUpToTheLastDayIncluded) {
    const Mask mask = mask_of(june, no_day);
    EXPECT_TRUE(mask.lets_through(june, june));
    EXPECT_FALSE(mask.lets_through(june + 1, june));
}

TEST(Mask, KnowsEverythingRecordedWhenNoDayOfKnowledgeIsGiven) {
    EXPECT_TRUE(mask_of(june, no_day).lets_through(june, july));
    EXPECT_TRUE(mask_of(june, no_day).knows(july));
}

TEST(Mask, HidesWhatBecameKnownAfterTheDayOfKnowledge) {
    const Mask mask = mask_of(july, june);
    EXPECT_TRUE(mask.lets_through(june - 10, june));
    EXPECT_FALSE(mask.lets_through(june - 10, june + 1));
}

}  // namespace

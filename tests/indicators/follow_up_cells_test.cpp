#include "maintien/indicators/follow_up_cells.hpp"

#include <gtest/gtest.h>

#include <set>

using namespace maintien;

TEST(FollowUpCells, TheAnswersThatCountStandFirstInTheirList) {
    for (const auto& term : terms_of<Answer>) {
        const std::size_t place = index_of(term.value);
        EXPECT_EQ(place < same_employer_answers, same_employer(term.value)) << term.code;
        EXPECT_EQ(place < employed_answers, class_of(term.value) == AnswerClass::employed) << term.code;
        EXPECT_EQ(place < substantive_answers, is_substantive(term.value)) << term.code;
    }
}

TEST(FollowUpCells, WhoAnsweredOrDidNotShouldHaveAnswered) {
    EXPECT_TRUE(is_eligible(FollowUpEnd::answered));
    EXPECT_TRUE(is_eligible(FollowUpEnd::not_sent));
    EXPECT_FALSE(is_eligible(FollowUpEnd::deceased));
    EXPECT_FALSE(is_eligible(FollowUpEnd::retired));
    EXPECT_FALSE(is_eligible(FollowUpEnd::pending));
}

TEST(FollowUpCells, EveryKindHasItsOwnPlaceAndWhatIsNotKnownToo) {
    std::set<std::size_t> places;
    for (std::size_t family = 0; family <= count_of<Family>; ++family)
        for (std::size_t age = 0; age <= count_of<AgeBand>; ++age) places.insert(WeightingRanges::place(family, age));
    EXPECT_EQ(places.size(), WeightingRanges::kinds);
    EXPECT_EQ(*places.rbegin(), WeightingRanges::kinds - 1);
    EXPECT_EQ(WeightingRanges::place(255, 255), WeightingRanges::kinds - 1);
}

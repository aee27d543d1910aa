#include "maintien/identification/digest_day.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maintien {
namespace {

TEST(DigestDay, TwiceAMonthIsTheFirstAndTheSixteenth) {
    EXPECT_TRUE(is_digest_day(twice_a_month, make_day(2024, 3, 1)));
    EXPECT_TRUE(is_digest_day(twice_a_month, make_day(2024, 3, 16)));
    EXPECT_FALSE(is_digest_day(twice_a_month, make_day(2024, 3, 15)));
    EXPECT_FALSE(is_digest_day(twice_a_month, make_day(2024, 3, 31)));
}

TEST(DigestDay, ADayTheMonthLacksIsItsLastDay) {
    const DigestDays last{31};
    EXPECT_TRUE(is_digest_day(last, make_day(2024, 2, 29)));
    EXPECT_TRUE(is_digest_day(last, make_day(2023, 2, 28)));
    EXPECT_FALSE(is_digest_day(last, make_day(2024, 2, 28)));
    EXPECT_TRUE(is_digest_day(last, make_day(2024, 4, 30)));
    EXPECT_FALSE(is_digest_day(last, make_day(2024, 3, 30)));
}

TEST(DigestDay, AYearBeginsWithTheDigestOfItsFirstDay) {
    EXPECT_EQ(digest_period(twice_a_month, make_day(2024, 1, 1)), (Period{make_day(2023, 12, 17), make_day(2024, 1, 1)}));
    EXPECT_EQ(digest_period(twice_a_month, make_day(2024, 1, 2)), (Period{make_day(2024, 1, 2), make_day(2024, 1, 2)}));
    EXPECT_EQ(next_digest_day(twice_a_month, make_day(2023, 12, 17)), make_day(2024, 1, 1));
    EXPECT_EQ(next_digest_day(twice_a_month, make_day(2024, 1, 1)), make_day(2024, 1, 1));
}

RC_GTEST_PROP(DigestDay, SuccessiveDigestsLoseNoDayAndShareNone, ()) {
    DigestDays days;
    const int count = *rc::gen::inRange(1, 5);
    for (int i = 0; i < count; ++i) days.push_back(*rc::gen::inRange(1, 32));
    const Day first = next_digest_day(days, make_day(2020, 1, 1) + *rc::gen::inRange(0, 2000));
    const Day second = next_digest_day(days, first + 1);
    RC_ASSERT(last_digest_day(days, second) == first);
    RC_ASSERT(digest_period(days, second) == (Period{first + 1, second}));
    const Day between = first + *rc::gen::inRange(1, second - first + 1);
    RC_ASSERT(digest_period(days, between) == (Period{first + 1, between}));
    RC_ASSERT(next_digest_day(days, between) == second);
}

}  // namespace
}  // namespace maintien

#include "maintien/indicators/difference.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maintien {
namespace {

TEST(NewcombeDifference, OfThePublishedExampleIsTheReferenceOne) {
    const auto found = newcombe_difference(56, 70, 48, 80);
    EXPECT_NEAR(*found.value, 0.2, 1e-15);
    EXPECT_NEAR(*found.lower, 0.0524, 0.00005);
    EXPECT_NEAR(*found.upper, 0.3339, 0.00005);
    EXPECT_FALSE(found.standard_error || found.null_reason || found.limits_reason);
}

// The other examples of Newcombe's table II, method 10.
TEST(NewcombeDifference, OfTheOtherPublishedExamples) {
    const auto nine_three = newcombe_difference(9, 10, 3, 10), five_none = newcombe_difference(5, 56, 0, 29), all_none = newcombe_difference(10, 10, 0, 10);
    EXPECT_NEAR(*nine_three.lower, 0.1705, 0.00005);
    EXPECT_NEAR(*nine_three.upper, 0.8090, 0.00005);
    EXPECT_NEAR(*five_none.lower, -0.0381, 0.00005);
    EXPECT_NEAR(*five_none.upper, 0.1926, 0.00005);
    EXPECT_NEAR(*all_none.lower, 0.6075, 0.00005);
    EXPECT_EQ(*all_none.upper, 1.0);
}

TEST(NewcombeDifference, WithAnEmptyGroupIsNotGiven) {
    EXPECT_EQ(newcombe_difference(0, 0, 3, 4), not_given(NullReason::denominator_zero));
    EXPECT_EQ(newcombe_difference(3, 4, 0, 0), not_given(NullReason::denominator_zero));
}

RC_GTEST_PROP(NewcombeDifference, ContainsTheDifferenceAndTurnsItsSignWithTheGroups, ()) {
    const auto n1 = *rc::gen::inRange<std::int64_t>(1, 200), n2 = *rc::gen::inRange<std::int64_t>(1, 200);
    const auto x1 = *rc::gen::inRange<std::int64_t>(0, n1 + 1), x2 = *rc::gen::inRange<std::int64_t>(0, n2 + 1);
    const auto one = newcombe_difference(x1, n1, x2, n2), other = newcombe_difference(x2, n2, x1, n1);
    RC_ASSERT(-1.0 <= *one.lower + 1e-12);
    RC_ASSERT(*one.lower <= *one.value);
    RC_ASSERT(*one.value <= *one.upper);
    RC_ASSERT(*one.upper <= 1.0 + 1e-12);
    RC_ASSERT(std::fabs(*one.lower + *other.upper) < 1e-12);
}

}  // namespace
}  // namespace maintien

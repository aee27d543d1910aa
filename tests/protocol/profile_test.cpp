#include "maintien/protocol/profile.hpp"

#include <gtest/gtest.h>

namespace {

using namespace maintien;

TEST(Profile, CountsRefusalsNowhereAndPrintsTwoDecimalsUnlessToldOtherwise) {
    const Profile usual;
    EXPECT_FALSE(usual.refusal_is_entry);
    EXPECT_FALSE(usual.refusal_is_exit);
    EXPECT_EQ(usual.decimals, 2);
}

TEST(Profile, IsDifferentWhenOneHabitIs) {
    EXPECT_NE(Profile{.refusal_is_entry = true}, Profile{});
    EXPECT_NE(Profile{.refusal_is_exit = true}, Profile{});
    EXPECT_NE(Profile{.decimals = 1}, Profile{});
}

}  // namespace

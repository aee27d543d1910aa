#include "maintien/indicators/delay.hpp"

#include <gtest/gtest.h>

using namespace maintien;

TEST(Delay, TheDelaysFollowThePathThroughTheCell) {
    EXPECT_EQ(count_of<Delay>, 6u);
    EXPECT_EQ(code_of(Delay::referral_to_contact), "referral_to_contact");
    EXPECT_EQ(code_of(Delay::referral_to_exit), "referral_to_exit");
}

#include "maintien/protocol/target.hpp"

#include <gtest/gtest.h>

namespace {

using namespace maintien;

TEST(Target, IsAProportionUnlessItIsCountedByTheYear) {
    const Target kept{"kept", "positive_exit_rate", "per_exit", false, 0.5};
    const Target referrals{"referrals", "referrals", {}, true, 100};
    EXPECT_FALSE(kept.per_year);
    EXPECT_EQ(kept.variant, "per_exit");
    EXPECT_TRUE(referrals.per_year);
    EXPECT_EQ(referrals.variant, "") << "the plain indicator";
}

}  // namespace

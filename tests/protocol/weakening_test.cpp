#include "maintien/protocol/weakening.hpp"

#include <gtest/gtest.h>

#include "maintien/protocol/built_in/all.hpp"

namespace {

using namespace maintien;

TEST(Weakening, IsAllowedWhereTheVariantSaysThatItRelaxesTheRule) {
    EXPECT_TRUE(relaxes(aist43_cme, "contact_within_15_days"));
    EXPECT_FALSE(relaxes(aist43_cme, "interview_within_30_days"));
    EXPECT_FALSE(relaxes(common_core, "entry"));
    EXPECT_EQ(from_code<WeakeningKind>("dropped_limit"), WeakeningKind::dropped_limit);
}

}  // namespace

#include "maintien/protocol/verification.hpp"

#include <gtest/gtest.h>

#include "maintien/protocol/built_in/all.hpp"
#include "support/planted_faults.hpp"

namespace {

using namespace maintien;

TEST(Verification, HoldsForEveryBuiltInProtocol) {
    for (const auto* protocol : built_in_protocols)
        EXPECT_TRUE(verified(*protocol, protocol->base.empty() ? nullptr : &common_core).holds()) << protocol->name << "/" << protocol->version;
}

TEST(Verification, ListsFlawsAndWeakenings) {
    const Protocol planted = test::planted_uncovered_sharing();
    const auto result = verified(planted, &common_core);
    EXPECT_FALSE(result.holds());
    ASSERT_EQ(result.flaws.size(), 2u) << "partners and insurance bodies";
    ASSERT_EQ(result.weakenings.size(), 1u);
    EXPECT_TRUE(verified(planted).weakenings.empty()) << "without a base nothing is compared";
}

}  // namespace

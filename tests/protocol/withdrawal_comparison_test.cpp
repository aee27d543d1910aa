#include "maintien/protocol/withdrawal_comparison.hpp"

#include <gtest/gtest.h>

#include "maintien/protocol/built_in/all.hpp"
#include "support/planted_faults.hpp"

namespace {

using namespace maintien;

Weakenings refused_in(const Protocol& variant) { return refused_withdrawals(explored(variant, &common_core), common_core); }

TEST(WithdrawalComparison, FindsNothingInTheBuiltInVariants) {
    for (const auto* protocol : built_in_protocols) EXPECT_TRUE(refused_in(*protocol).empty()) << protocol->name;
}

TEST(WithdrawalComparison, FindsWhereAConsentCannotBeTakenBack) {
    const Protocol planted = test::planted_refused_withdrawal();
    const auto found = explored(planted, &common_core);
    const auto list = refused_withdrawals(found, common_core);
    ASSERT_EQ(list.size(), 1u);
    EXPECT_EQ(list[0].base_rule, "consent");
    EXPECT_EQ(found.situations[list[0].at].stage.stage(), Stage::in_support);
    EXPECT_TRUE(list[0].form.says(FormSlot::state, ConsentState::withdrawn));
}

TEST(WithdrawalComparison, FindsAConsentRowThatIsDroppedOrAsksForSomething) {
    EXPECT_EQ(refused_in(test::core_with([](Protocol& p) { test::drop_row(p, "consent"); })).size(), 1u);
    EXPECT_EQ(refused_in(test::core_with([](Protocol& p) { row_to_change(p, "consent").guards = {after(Milestone::referral)}; })).size(), 1u);
}

TEST(WithdrawalComparison, MindsNoRowThatIsOnlyWrittenOtherwise) {
    EXPECT_TRUE(refused_in(test::core_with([](Protocol& p) { row_to_change(p, "consent").id = "word"; })).empty());
}

}  // namespace

#include "maintien/vocabulary/reason.hpp"

#include <gtest/gtest.h>

#include "support/closed_list_expectations.hpp"

namespace {

using namespace maintien;
using maintien::test::expect_closed_list;

TEST(Reason, OfARefusalIsOneOfFive) {
    expect_closed_list<RefusalReason>(
        {"does_not_wish", "health_not_stable", "already_helped", "distrust", "other_refusal_reason"});
}

TEST(Reason, OfASuspensionIsOneOfFive) {
    expect_closed_list<SuspensionReason>({"hospital", "treatment", "maternity", "personal", "other_suspension_reason"});
}

TEST(Reason, OfAReopeningIsOneOfFive) {
    expect_closed_list<ReopeningReason>(
        {"relapse", "job_at_risk_again", "found_again", "new_situation", "other_reopening_reason"});
}

}  // namespace

#include "maintien/vocabulary/consent_scope.hpp"

#include <gtest/gtest.h>

#include "support/closed_list_expectations.hpp"

namespace {

using namespace maintien;
using maintien::test::expect_closed_list;

TEST(ConsentScope, HasTheEightScopesInTheirOrder) {
    expect_closed_list<ConsentScope>({"referral", "partner_exchange", "insurance_exchange", "employer_contact",
                                      "recommendations", "supervised_trial", "follow_up_contact", "statistics"});
}

TEST(ConsentState, IsGivenRefusedOrWithdrawn) { expect_closed_list<ConsentState>({"given", "refused", "withdrawn"}); }

TEST(ConsentState, NotRecordedIsNotACode) { EXPECT_FALSE(from_code<ConsentState>("not_recorded")); }

}  // namespace

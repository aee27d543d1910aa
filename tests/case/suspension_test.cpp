#include "maintien/case/suspension.hpp"

#include <gtest/gtest.h>

#include "support/entry_json.hpp"

namespace {

using namespace maintien;

TEST(Suspension, SaysItsReasonAndTheResumptionNothing) {
    EXPECT_EQ(maintien::test::said_by(Suspension{SuspensionReason::maternity}), R"("event":"suspension","suspension_reason":"maternity")");
    EXPECT_EQ(maintien::test::said_by(Resumption{}), R"("event":"resumption")");
}

}  // namespace

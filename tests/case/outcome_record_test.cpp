#include "maintien/case/outcome_record.hpp"

#include <gtest/gtest.h>

#include "support/entry_json.hpp"

namespace {

using namespace maintien;

TEST(OutcomeRecord, SaysItsOutcome) {
    EXPECT_EQ(maintien::test::said_by(OutcomeRecord{Outcome::internal_redeployment}), R"("event":"outcome","outcome":"internal_redeployment")");
}

}  // namespace

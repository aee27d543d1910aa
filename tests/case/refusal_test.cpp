#include "maintien/case/refusal.hpp"

#include <gtest/gtest.h>

#include "support/entry_json.hpp"

namespace {

using namespace maintien;

TEST(Refusal, SaysItsReason) {
    EXPECT_EQ(maintien::test::said_by(Refusal{RefusalReason::health_not_stable}), R"("event":"refusal","refusal_reason":"health_not_stable")");
}

}  // namespace

#include "maintien/case/reopening.hpp"

#include <gtest/gtest.h>

#include "support/entry_json.hpp"

namespace {

using namespace maintien;

TEST(Reopening, SaysItsReason) {
    EXPECT_EQ(maintien::test::said_by(Reopening{ReopeningReason::found_again}), R"("event":"reopening","reopening_reason":"found_again")");
}

}  // namespace

#include "maintien/case/team_review.hpp"

#include <gtest/gtest.h>

#include "support/entry_json.hpp"

namespace {

using namespace maintien;

TEST(TeamReview, IsADayAndNothingElse) { EXPECT_EQ(maintien::test::said_by(TeamReview{}), R"("event":"team_review")"); }

}  // namespace

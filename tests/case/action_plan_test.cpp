#include "maintien/case/action_plan.hpp"

#include <gtest/gtest.h>

#include "support/entry_json.hpp"

namespace {

using namespace maintien;
using maintien::test::said_by;

TEST(ActionPlan, NamesItsAspectsInTheOrderOfTheListHoweverTheyWereGiven) {
    EXPECT_EQ(said_by(ActionPlan{{Aspect::professional, Aspect::medical}}),
              R"("aspect":["medical","professional"],"event":"action_plan")");
}

}  // namespace

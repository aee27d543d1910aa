#include "maintien/case/unfitness_opinion.hpp"

#include <gtest/gtest.h>

#include "support/entry_json.hpp"

namespace {

using namespace maintien;

TEST(UnfitnessOpinion, SaysWhichExaminationAndWhetherAnotherPostIsPossible) {
    EXPECT_EQ(maintien::test::said_by(UnfitnessOpinion{2, false}), R"("event":"unfitness_opinion","examination":2,"redeployment_possible":false)");
    EXPECT_EQ(maintien::test::said_by(UnfitnessOpinion{}), R"("event":"unfitness_opinion")");
}

}  // namespace

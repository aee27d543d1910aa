#include "maintien/case/qualification_interview.hpp"

#include <gtest/gtest.h>

#include "support/entry_json.hpp"

namespace {

using namespace maintien;
using maintien::test::said_by;

TEST(QualificationInterview, SaysTheDecisionTheNeedsAndTheOrientation) {
    EXPECT_EQ(said_by(QualificationInterview{Decision::accepted, {Aspect::social, Aspect::medical}, Orientation::external_redeployment}),
              R"("decision":"accepted","event":"qualification_interview","needs":["medical","social"],)"
              R"("orientation":"external_redeployment")");
}

TEST(QualificationInterview, NeedsOnlyItsDecision) {
    EXPECT_EQ(said_by(QualificationInterview{.decision = Decision::not_eligible}),
              R"("decision":"not_eligible","event":"qualification_interview")");
}

}  // namespace

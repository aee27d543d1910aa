#include "maintien/case/follow_up.hpp"

#include <gtest/gtest.h>

#include "support/entry_json.hpp"

namespace {

using namespace maintien;
using maintien::test::said_by;

TEST(FollowUp, SaysTheAnswerTheHorizonTheChannelAndTheAttempt) {
    EXPECT_EQ(said_by(FollowUp{Answer::other_employer, 24, Channel::questionnaire, 2}),
              R"("answer":"other_employer","attempt":2,"channel":"questionnaire","event":"follow_up","horizon":24)");
}

TEST(FollowUp, AlwaysHasAnAnswerAndAHorizon) {
    EXPECT_EQ(said_by(FollowUp{}), R"("answer":"not_sent","event":"follow_up","horizon":12)");
}

}  // namespace

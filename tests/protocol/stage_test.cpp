#include "maintien/protocol/stage.hpp"

#include <gtest/gtest.h>

#include "support/closed_list_expectations.hpp"

namespace {

using namespace maintien;

TEST(Stage, HasTheStagesFromTheReferralToTheEnd) {
    maintien::test::expect_closed_list<Stage>(
        {"referred", "contacted", "qualified", "in_support", "suspended", "declined", "redirected", "exited", "closed"});
}

TEST(Stage, IsOpenFromReferredToSuspended) {
    for (const auto& term : terms_of<Stage>) EXPECT_EQ(open_stages.contains(term.value), term.value <= Stage::suspended) << term.code;
}

TEST(Stage, OfNothingYetIsInASetOnlyWhenTheSetSaysSo) {
    const StageSet beginning{{Stage::referred}, true}, later{{Stage::referred}};
    EXPECT_TRUE(beginning.contains(std::nullopt));
    EXPECT_FALSE(later.contains(std::nullopt));
    EXPECT_TRUE(later.contains(Stage::referred));
    EXPECT_FALSE(later.contains(Stage::closed));
}

TEST(Stage, MayBeAnyIncludingNone) {
    EXPECT_TRUE(any_stage.contains(std::nullopt));
    for (const auto& term : terms_of<Stage>) EXPECT_TRUE(any_stage.contains(term.value)) << term.code;
}

}  // namespace

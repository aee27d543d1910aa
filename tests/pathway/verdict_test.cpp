#include "maintien/pathway/verdict.hpp"

#include <gtest/gtest.h>

#include "maintien/protocol/difference.hpp"
#include "support/case_stories.hpp"
#include "support/closed_list_expectations.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;
using maintien::mark_of;

Verdict verdict_after(std::vector<Entry> story, const Entry& next, const Protocol& protocol = common_core) {
    return verdict_at(position_of(file_of(std::move(story)), protocol, next.on), mark_of(next), protocol);
}

TEST(Verdict, IsOneOfFourAnswers) {
    expect_closed_list<VerdictKind>({"accepted", "unknown_event", "not_at_this_stage", "conditions_unmet"});
}

TEST(Verdict, AcceptsWithoutAReasonAndNamesTheRule) {
    const auto verdict = verdict_after(qualified("2024-01-01"), on("2024-02-01", entry()));
    EXPECT_TRUE(verdict);
    EXPECT_EQ(verdict.kind, VerdictKind::accepted);
    EXPECT_EQ(verdict.rule, "entry");
    EXPECT_TRUE(verdict.reasons.empty());
}

TEST(Verdict, KeepsAStageThatDoesNotFitApartFromConditionsUnmet) {
    const auto too_early = verdict_after({on("2024-01-01", referral())}, on("2024-02-01", entry()));
    EXPECT_EQ(too_early.kind, VerdictKind::not_at_this_stage);
    EXPECT_FALSE(too_early.reasons.empty());
    const auto no_plan = verdict_after(qualified("2024-01-01"), on("2024-02-01", action(Measure::job_study)));
    EXPECT_EQ(no_plan.kind, VerdictKind::conditions_unmet);
    ASSERT_EQ(no_plan.reasons.size(), 1u);
    EXPECT_EQ(no_plan.reasons[0].condition, "after");
}

TEST(Verdict, SaysSoWhenTheProtocolKnowsNoSuchEvent) {
    Protocol without_reviews = common_core;
    for (std::size_t i = 0; i < without_reviews.transitions.size(); ++i)
        if (without_reviews.transitions[i].id == "team_review") without_reviews.transitions.erase(i);
    without_reviews = indexed(without_reviews);
    const auto verdict = verdict_after(qualified("2024-01-01"), on("2024-02-01", review()), without_reviews);
    EXPECT_EQ(verdict.kind, VerdictKind::unknown_event);
    EXPECT_FALSE(verdict);
    EXPECT_EQ(verdict.reasons.size(), 1u);
}

TEST(Verdict, RefusesAnEventWithoutEffectAndNamesWhy) {
    const auto verdict = verdict_after(supported("2024-01-01"), on("2024-02-01", entry()));
    EXPECT_FALSE(verdict);
    EXPECT_EQ(verdict.rule, "second_entry");
    const auto answer_too_early = verdict_after(left("2024-01-01", "2024-06-01"), on("2024-07-01", answer(Answer::same_post)));
    EXPECT_EQ(answer_too_early.rule, "outside_window");
}

TEST(Verdict, RefusesAReferralWhoseReopeningIsMissing) {
    const auto verdict = verdict_after(left("2024-01-01", "2024-06-01"), on("2024-07-01", referral()));
    EXPECT_FALSE(verdict);
    EXPECT_EQ(verdict.rule, "reopening_missing");
}

}  // namespace

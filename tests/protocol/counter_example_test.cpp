#include "maintien/protocol/counter_example.hpp"

#include <gtest/gtest.h>

#include "maintien/protocol/built_in/all.hpp"
#include "support/planted_faults.hpp"

namespace {

using namespace maintien;

Witness first_counter_example(const Protocol& variant, const Protocol& base = common_core) {
    const Exploration found = explored(variant, &base);
    return witness_of(found, weakenings_of(found, base).at(0), base);
}

TEST(CounterExample, OverrunsTheLimitThatWasDroppedByOneDay) {
    const auto witness = first_counter_example(test::planted_dropped_limit());
    ASSERT_EQ(witness.steps.size(), 2u);
    EXPECT_EQ(witness.steps[1].on - witness.steps[0].on, 16);
}

TEST(CounterExample, SuspendsTheFileWhereTheVariantAloneStopsTheClock) {
    const Protocol running = test::core_with([](Protocol& p) { p.time_limits[0].holds = false; });
    const auto witness = first_counter_example(common_core, running);
    ASSERT_EQ(witness.steps.size(), 4u);
    EXPECT_EQ(witness.steps[1].form.event, Event::suspension);
    EXPECT_EQ(witness.steps[1].on - witness.steps[0].on, 1);
    EXPECT_EQ(witness.steps[2].form.event, Event::resumption);
    EXPECT_EQ(witness.steps[3].on - witness.steps[2].on, 1);
    EXPECT_EQ(witness.steps[3].on - witness.steps[0].on, 16);
}

TEST(CounterExample, TakesTheConsentAwayThatTheVariantNoLongerAsksFor) {
    const auto witness = first_counter_example(test::planted_dropped_consent());
    ASSERT_EQ(witness.steps.size(), 1u);
    EXPECT_FALSE(witness.steps[0].agreed);
}

TEST(CounterExample, WithdrawsAConsentThatWasGivenOnTheWay) {
    const auto witness = first_counter_example(test::core_with([](Protocol& p) { test::drop_guards_of(p, "reopening", GuardKind::consent); }));
    ASSERT_GE(witness.steps.size(), 3u);
    EXPECT_TRUE(witness.steps[witness.steps.size() - 2].form.says(FormSlot::state, ConsentState::withdrawn) || !witness.steps[0].agreed);
    EXPECT_EQ(witness.steps.back().form.event, Event::reopening);
}

TEST(CounterExample, WithdrawsAConsentEarlierWhereNothingMayBeSaidOfItLater) {
    const auto witness = first_counter_example(test::core_with([](Protocol& p) {
        test::drop_guards_of(p, "reopening", GuardKind::consent);
        for (const auto stage : {Stage::declined, Stage::redirected, Stage::exited, Stage::closed}) test::keep_out_of(p, "consent", stage);
    }));
    ASSERT_EQ(witness.steps.size(), 4u);
    EXPECT_TRUE(witness.steps[1].form.says(FormSlot::state, ConsentState::withdrawn));
    EXPECT_EQ(witness.steps[2].on - witness.steps[1].on, 1);
}

TEST(CounterExample, GivesAConsentForTheDayOfTheReferralAloneWhereItIsNeverWithdrawn) {
    const auto witness = first_counter_example(test::core_with([](Protocol& p) {
        test::drop_guards_of(p, "reopening", GuardKind::consent);
        row_to_change(p, "consent").from = {{}, true};
    }));
    ASSERT_EQ(witness.steps.size(), 4u);
    EXPECT_EQ(witness.steps[0].form.event, Event::consent);
    EXPECT_EQ(witness.steps[0].until, witness.steps[1].on);
    EXPECT_FALSE(witness.steps[1].agreed);
}

TEST(CounterExample, IsAWorkerTooYoungForTheBase) {
    Protocol all_ages = ast_btp_ain_1;
    row_to_change(all_ages, "interview_accepted").guards = {after(Milestone::referral)};
    EXPECT_EQ(first_counter_example(all_ages, ast_btp_ain_1).age, 40);
}

TEST(CounterExample, WaitsForTheAnswerThatNobodyAsksForAnyMore) {
    const auto witness = first_counter_example(test::core_with([](Protocol& p) { p.follow_up.horizons = {12}; }));
    ASSERT_FALSE(witness.steps.empty());
    EXPECT_EQ(witness.as_of, answer_window(common_core.follow_up, witness.steps.back().on, 24).to + 1);
}

}  // namespace

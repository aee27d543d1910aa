#include "maintien/protocol/expected.hpp"

#include <gtest/gtest.h>

#include "maintien/vocabulary/appointment_state.hpp"

namespace {

using namespace maintien;

const Condition held = when(Attribute::appointment_state, CodeSet<AppointmentState>{AppointmentState::held});

TEST(Expected, AGuardGivesItsConditionToTheRule) {
    const auto rule = expects("agreed", Event::relay, needs_consent(ConsentScope::referral, Actor::worker, held), "s");
    EXPECT_EQ(rule.kind, ExpectedKind::guard);
    EXPECT_EQ(rule.guard.kind, GuardKind::consent);
    EXPECT_TRUE(rule.guard.when.empty());
    ASSERT_EQ(rule.when.size(), 1u);
    EXPECT_EQ(rule.when[0], held[0]);
}

TEST(Expected, AnEventOfTheSameDayIsNamed) {
    const auto rule = expects_same_day("plan", Event::appointment, held, Event::action_plan, "s");
    EXPECT_EQ(rule.kind, ExpectedKind::same_day);
    EXPECT_EQ(rule.event, Event::appointment);
    EXPECT_EQ(rule.beside, Event::action_plan);
    EXPECT_EQ(rule.source, "s");
}

TEST(Expected, WordsAreNamed) {
    const auto rule = expects_words("track", Event::appointment, {}, held, "s");
    EXPECT_EQ(rule.kind, ExpectedKind::says);
    EXPECT_EQ(rule.said, held);
}

TEST(Expected, AMeasureIsNamed) {
    const auto rule = expects_measure("interests", Event::outcome, {}, Measure::interests_and_motivations, "s");
    EXPECT_EQ(rule.kind, ExpectedKind::after_measure);
    EXPECT_EQ(rule.measure, Measure::interests_and_motivations);
}

}  // namespace

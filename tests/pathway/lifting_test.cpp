#include "maintien/pathway/lifting.hpp"

#include <gtest/gtest.h>

#include "maintien/pathway/advance.hpp"
#include "maintien/protocol/built_in/all.hpp"

namespace maintien {
namespace {

constexpr Day today = make_day(2024, 3, 1);

Mark of_event(Event event, std::uint8_t code = no_code) {
    Mark mark;
    mark.on = today;
    mark.event = event;
    mark.code = code;
    return mark;
}

Position standing_at(std::optional<Stage> stage) {
    Position position = new_position();
    position.current().stage = stage;
    return position;
}

TEST(Lifting, AnEarlierEventOfTheDayHelpsTheSameDayALaterOneTheNext) {
    EXPECT_EQ(earliest_after(Event::consent, of_event(Event::action)), today);
    EXPECT_EQ(earliest_after(Event::action_plan, of_event(Event::action)), today);
    EXPECT_EQ(earliest_after(Event::action_plan, of_event(Event::entry)), today + 1);
    EXPECT_EQ(earliest_after(Event::consent, of_event(Event::visit)), today + 1);
}

TEST(Lifting, GathersTheStagesOfAllRowsOfTheVariant) {
    const auto accepted = of_event(Event::qualification_interview, static_cast<std::uint8_t>(index_of(Decision::accepted)));
    EXPECT_EQ(stages_for(accepted, common_core), (StageSet{{Stage::referred, Stage::contacted}}));
    EXPECT_EQ(stages_for(of_event(Event::referral), common_core), (StageSet{{Stage::contacted}, true}));
}

TEST(Lifting, MissingStepsThatComeEarlierInTheDayCanAllBeDoneThatDay) {
    const auto lifting = detail::lifting_of_stage(standing_at(Stage::referred), of_event(Event::entry), common_core);
    EXPECT_EQ(lifting.earliest, today);
    EXPECT_EQ(lifting.by, Actor::case_manager);
}

TEST(Lifting, AStepThatComesLaterInTheDayTakesAnotherDay) {
    const auto reopening = detail::lifting_of_stage(standing_at(Stage::in_support), of_event(Event::reopening), common_core);
    EXPECT_EQ(reopening.earliest, today + 1);
    const auto attempt = detail::lifting_of_stage(standing_at(Stage::closed), of_event(Event::contact_attempt), common_core);
    EXPECT_EQ(attempt.earliest, today);
    EXPECT_EQ(attempt.by, Actor::case_manager);
}

TEST(Lifting, AReopeningMayWaitInItsDayForTheEndOfTheEpisodeBefore) {
    EXPECT_EQ(detail::lifting_of_stage(standing_at(Stage::suspended), of_event(Event::suspension), common_core).earliest, today) << "a refusal, the reopening, the suspension";
}

TEST(Lifting, AnAgeTooLowWithoutReferralHasItsYear) {
    Position position = new_position(1980);
    const Guard fifty{.kind = GuardKind::age_at_least, .age = 50};
    EXPECT_EQ(detail::lifting_of(fifty, true, position, of_event(Event::qualification_interview)).earliest, make_day(2030, 1, 1));
    EXPECT_EQ(detail::lifting_of(fifty, true, position, of_event(Event::referral)).earliest, no_day);
}

TEST(Lifting, ADeathOrRetirementIsNotedTheDayAfterTheExit) {
    Position position = standing_at(Stage::exited);
    position.current().reached[index_of(Milestone::exit)] = today;
    position.current().outcome = static_cast<std::uint8_t>(index_of(Outcome::adapted_post));
    const auto deceased = of_event(Event::follow_up, static_cast<std::uint8_t>(index_of(Answer::deceased)));
    EXPECT_EQ(detail::lifting_of_bar(Bar::outside_window, position, deceased, common_core).earliest, today + 1);
}

TEST(Lifting, WhatAnEpisodeHasItKeeps) {
    for (const Bar bar : {Bar::second_referral, Bar::second_entry, Bar::second_refusal, Bar::second_outcome, Bar::unknown_horizon}) {
        const auto lifting = detail::lifting_of_bar(bar, new_position(), of_event(Event::entry), common_core);
        EXPECT_EQ(lifting.by, std::nullopt);
        EXPECT_EQ(lifting.earliest, no_day);
    }
}

}  // namespace
}  // namespace maintien

#include "maintien/pathway/path_step.hpp"

#include <gtest/gtest.h>

#include "maintien/pathway/laid_entry.hpp"
#include "maintien/protocol/built_in/all.hpp"
#include "support/case_stories.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

template <ClosedList Code>
std::uint8_t at(Code code) {
    return static_cast<std::uint8_t>(index_of(code));
}

TEST(PathStep, TakesCodesThatNoRuleTellsApartForOne) {
    EXPECT_TRUE(maintien::detail::alike(Event::first_contact, at(Channel::phone), at(Channel::letter), common_core));
    EXPECT_TRUE(maintien::detail::alike(Event::outcome, at(Outcome::unfitness), at(Outcome::dismissal), common_core));
    EXPECT_FALSE(maintien::detail::alike(Event::outcome, at(Outcome::unfitness), at(Outcome::same_post), common_core)) << "a positive one needs a plan";
    EXPECT_TRUE(maintien::detail::alike(Event::outcome, at(Outcome::unfitness), at(Outcome::same_post), aist43_cme)) << "there it does not";
    EXPECT_FALSE(maintien::detail::alike(Event::outcome, at(Outcome::unfitness), at(Outcome::death), common_core)) << "nobody follows the dead";
    EXPECT_FALSE(maintien::detail::alike(Event::qualification_interview, at(Decision::accepted), at(Decision::deferred), common_core));
    EXPECT_TRUE(maintien::detail::alike(Event::qualification_interview, at(Decision::redirected), at(Decision::not_eligible), common_core));
}

TEST(PathStep, MovesACaseWithEachEventThatHasAnEffect) {
    const auto moving = maintien::detail::moving_entries(common_core);
    for (const Event event : maintien::detail::moving_events)
        EXPECT_TRUE(std::any_of(moving.begin(), moving.end(), [&](const PackedEntry& entry) { return entry.event == event; })) << code_of(event);
}

TEST(PathStep, MovesACaseByAnAppointmentThatWasHeldAlone) {
    const auto moving = maintien::detail::moving_entries(common_core);
    EXPECT_EQ(std::count_if(moving.begin(), moving.end(), [](const PackedEntry& entry) { return entry.event == Event::appointment; }), 1);
}

TEST(PathStep, OpensConsentsRecipientsAndTheSickLeave) {
    auto next = on("2024-02-01", Action{.measure = Measure::supervised_trial, .partner = Partner::cpam});
    const auto trial = trial_of(tried_in(file_of(supported("2024-01-01")), next), common_core);
    const auto facts = maintien::detail::facts_wanting(trial, mark_of(next));
    ASSERT_TRUE(facts);
    EXPECT_EQ(facts->size(), 5u) << "the insurance, the leave and three physicians";
}

TEST(PathStep, OpensNoOtherGuard) {
    const auto next = on("2024-01-20", action(Measure::job_study));
    EXPECT_FALSE(maintien::detail::facts_wanting(trial_of(tried_in(file_of(qualified("2024-01-01")), next), common_core), mark_of(next))) << "a plan is no fact but a step";
    const auto second = on("2024-01-20", entry());
    EXPECT_FALSE(maintien::detail::facts_wanting(trial_of(tried_in(file_of(supported("2024-01-01")), second), common_core), mark_of(second)));
}

}  // namespace

#include "maintien/pathway/quick_effect.hpp"

#include <gtest/gtest.h>

#include "maintien/protocol/built_in/all.hpp"
#include "support/case_stories.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

using maintien::detail::further_effect;
using maintien::detail::newly_reached;

std::uint16_t reached_by(const Entry& entry, std::initializer_list<Milestone> before) {
    return newly_reached(maintien::mark_of(entry), maintien::detail::bits_of(before), common_core);
}

TEST(QuickEffect, OfAnOutcomeDependsOnTheEntry) {
    const auto left = on("2024-06-01", outcome(Outcome::same_post));
    EXPECT_EQ(reached_by(left, {Milestone::entry}), maintien::detail::bits_of({Milestone::outcome, Milestone::exit}));
    EXPECT_EQ(reached_by(left, {}), maintien::detail::bits_of({Milestone::outcome, Milestone::closing}));
}

TEST(QuickEffect, IsNoneOfWhatReachesMilestonesAlone) {
    for (const Entry& next : {on("2024-06-01", entry()), on("2024-06-01", review()), on("2024-06-01", outcome(Outcome::same_post))})
        EXPECT_EQ(further_effect(maintien::mark_of(next)), QuickEffect::none) << code_of(event_of(next));
}

TEST(QuickEffect, IsAnyOfWhatDependsOnMoreThanTheMilestones) {
    for (const Entry& next : {on("2024-06-01", resumption()), on("2024-06-01", refusal()), on("2024-06-01", reopening())})
        EXPECT_EQ(further_effect(maintien::mark_of(next)), QuickEffect::any) << code_of(event_of(next));
}

TEST(QuickEffect, IsAnyOfWhatReachesMoreThanThereIsRoomFor) {
    QuickRow quick{.effect = QuickEffect::none, .reached = maintien::detail::bits_of({Milestone::contact, Milestone::outcome, Milestone::exit})};
    maintien::detail::enter_reached(quick);
    EXPECT_EQ(quick.effect, QuickEffect::any);
}

TEST(QuickEffect, ReachesTheFirstEventAgainWhereThereIsRoomLeft) {
    QuickRow quick{.effect = QuickEffect::none, .reached = maintien::detail::bits_of({Milestone::plan})};
    maintien::detail::enter_reached(quick);
    EXPECT_EQ(quick.effect, QuickEffect::none);
    EXPECT_EQ(quick.reaches, (std::array<std::uint8_t, 2>{index_of(Milestone::plan), count_of<Milestone>}));
}

}  // namespace

#include "maintien/pathway/effect.hpp"

#include <gtest/gtest.h>

#include "maintien/protocol/built_in/all.hpp"
#include "support/case_stories.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

/// An episode after some facts, whatever the rules say of them.
Episode after(std::initializer_list<Entry> facts) {
    Position position = new_position();
    for (const Entry& fact : facts) maintien::detail::apply(position, maintien::mark_of(fact), common_core);
    return position.current();
}

TEST(Effect, ReachesAMilestoneOnceAndMovesOnlyOn) {
    const auto episode = after({on("2024-01-05", entry()), on("2024-01-08", contact())});
    EXPECT_EQ(episode.stage, Stage::in_support) << "a contact does not lead back";
    EXPECT_EQ(episode.day_of(Milestone::contact), day("2024-01-05")) << "the entry was one";
}

TEST(Effect, KeepsTheBitsOfTheMilestonesItReached) {
    const auto episode = after({on("2024-01-01", referral()), on("2024-01-09", interview()), on("2024-01-10", entry()), on("2024-01-12", plan()),
                                on("2024-06-01", outcome(Outcome::same_post))});
    for (const auto& term : terms_of<Milestone>)
        EXPECT_EQ((episode.passed >> index_of(term.value) & 1) != 0, known(episode.day_of(term.value))) << term.code;
}

TEST(Effect, OfARefusalIsAnEndBeforeEntryAndAnExitAfterIt) {
    EXPECT_EQ(after({on("2024-01-01", referral()), on("2024-01-09", refusal())}).stage, Stage::declined);
    const auto left = after({on("2024-01-01", entry()), on("2024-01-09", refusal())});
    EXPECT_EQ(left.stage, Stage::exited);
    EXPECT_EQ(left.outcome, index_of(Outcome::drop_out));
}

TEST(Effect, OfAResumptionIsTheStageBefore) {
    EXPECT_EQ(after({on("2024-01-01", contact()), on("2024-01-09", suspension()), on("2024-02-09", resumption())}).stage, Stage::contacted);
}

}  // namespace

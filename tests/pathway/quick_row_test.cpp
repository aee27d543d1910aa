#include "maintien/pathway/quick_row.hpp"

#include <gtest/gtest.h>

#include "maintien/protocol/built_in/all.hpp"
#include "support/case_stories.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

/// What is looked up of an event in the row of the common core with a name, at a stage.
QuickRow looked_up(std::string_view rule, const Entry& entry, MaybeStage stage) {
    for (const auto& row : common_core.transitions)
        if (row.id == rule) return maintien::detail::quick_row(row, maintien::mark_of(entry), stage, common_core);
    return {};
}

bool wants(const QuickRow& quick, Milestone milestone) { return ((quick.looked_at & quick.wanted) >> index_of(milestone) & 1u) != 0; }
bool wants_not(const QuickRow& quick, Milestone milestone) { return ((quick.looked_at & ~quick.wanted) >> index_of(milestone) & 1u) != 0; }

TEST(QuickRow, AllowsNothingAsItIsBuilt) {
    const QuickRow blank;
    Mark loud;
    loud.flags = 0xFF;
    loud.partner = 0;
    EXPECT_NE((facts_at_once(0xFFFF, loud) ^ blank.wanted) & blank.looked_at, 0u);
    EXPECT_NE((facts_at_once(0, Mark{}) ^ blank.wanted) & blank.looked_at, 0u);
}

TEST(QuickRow, ThatWantsAMilestoneAndDoesNotIsNever) {
    QuickRow quick{.looked_at = 0, .wanted = 0};
    maintien::detail::ask(quick, 1);
    maintien::detail::ask(quick, 1, false);
    EXPECT_NE((facts_at_once(1, Mark{}) ^ quick.wanted) & quick.looked_at, 0u);
    EXPECT_NE((facts_at_once(0, Mark{}) ^ quick.wanted) & quick.looked_at, 0u);
}

TEST(QuickRow, OfAnExitWantsTheEntryAndThePlanAndReachesTheExit) {
    const auto quick = looked_up("outcome", on("2024-06-01", outcome(Outcome::same_post)), Stage::in_support);
    EXPECT_TRUE(wants(quick, Milestone::entry));
    EXPECT_TRUE(wants(quick, Milestone::plan));
    EXPECT_TRUE(wants_not(quick, Milestone::refusal));
    EXPECT_TRUE(wants_not(quick, Milestone::exit));
    EXPECT_EQ(quick.reached, maintien::detail::bits_of({Milestone::outcome, Milestone::exit}));
    EXPECT_EQ(quick.leads_to, Stage::exited);
    EXPECT_EQ(quick.effect, QuickEffect::none);
}

TEST(QuickRow, OfAnOutcomeBeforeTheEntryReachesTheClosing) {
    const auto quick = looked_up("outcome_before_entry", on("2024-06-01", outcome(Outcome::same_post)), Stage::contacted);
    EXPECT_TRUE(wants_not(quick, Milestone::entry));
    EXPECT_EQ(quick.reached, maintien::detail::bits_of({Milestone::outcome, Milestone::closing}));
    EXPECT_EQ(quick.leads_to, Stage::closed);
}

TEST(QuickRow, OfAnEventThatMovesNothingKeepsTheStage) {
    const auto quick = looked_up("team_review", on("2024-06-01", review()), Stage::qualified);
    EXPECT_EQ(quick.reached, 0);
    EXPECT_EQ(quick.leads_to, Stage::qualified);
    EXPECT_EQ(quick.effect, QuickEffect::none);
}

TEST(QuickRow, LooksUpNoEffectThatDependsOnMoreThanTheMilestones) {
    EXPECT_EQ(looked_up("resumption", on("2024-06-01", resumption()), Stage::suspended).effect, QuickEffect::any);
    EXPECT_EQ(looked_up("withdrawal", on("2024-06-01", refusal()), Stage::in_support).effect, QuickEffect::any);
}

}  // namespace

#include "maintien/pathway/rule_index.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "maintien/pathway/replay_one.hpp"
#include "maintien/protocol/built_in/all.hpp"
#include "support/case_stories.hpp"
#include "support/random_file.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

/// Everything a replay says of a history, line by line, and where it leads.
template <class Rules>
std::string read_under(const History& history, const Rules& rules) {
    Position position = new_position(history.birth_year);
    const auto marks = marks_of(history);
    std::string words;
    replay_one(position, std::span<const Mark>(marks), rules, [&](std::size_t i, const Judgement& judgement) {
        words += std::to_string(i) + " " + std::string(rule_of(judgement, marks[i])) + " " + std::to_string(judgement.stage_fits) + " " + std::to_string(judgement.unmet) + " " +
                 std::to_string(judgement.not_recorded) + " " + std::string(code_of(judgement.bar)) + " " + std::to_string(judgement.missed) + " " +
                 std::string(judgement.protocol->name) + std::to_string(judgement.protocol->version) + "\n";
    });
    return words + in_words(position);
}

RC_GTEST_PROP(RuleIndex, SaysWhatJudgingInFullSaysUnderEveryProtocol, ()) {
    slow::Dice dice(*rc::gen::arbitrary<std::uint64_t>());
    const auto hot = slow::hot_days(dice);
    const History history = history_of(file_of_register(random_case(dice, hot)), mask_of(far_away, no_day));
    for (const auto& name : every_cell) {
        const auto versions = built_in_versions(name);
        RC_ASSERT(read_under(history, indexed_versions(versions)) == read_under(history, versions));
    }
}

RC_GTEST_PROP(RuleIndex, ComesToTheSamePlaceAsAReplayThatNobodyWatches, ()) {
    slow::Dice dice(*rc::gen::arbitrary<std::uint64_t>());
    const History history = history_of(file_of_register(random_case(dice, slow::hot_days(dice))), mask_of(far_away, no_day));
    const auto marks = marks_of(history);
    Position watched = new_position(history.birth_year), unwatched = watched;
    replay_one(watched, std::span<const Mark>(marks), common_core, [](std::size_t, const Judgement&) {});
    replay_one(unwatched, std::span<const Mark>(marks), common_core, maintien::detail::Unwatched{});
    RC_ASSERT(in_words(watched) == in_words(unwatched));
}

/// Of the steps of a story, how many are told at once.
int told_at_once(const std::vector<Entry>& story, const Protocol& protocol) {
    const auto index = index_of_rules(protocol);
    Position position = new_position();
    int count = 0;
    for (const Entry& next : story) {
        Position at_once = position;
        count += advance_at_once(at_once, maintien::mark_of(next), index) != nullptr;
        advance(position, maintien::mark_of(next), protocol);
    }
    return count;
}

TEST(RuleIndex, TellsTheStepsOfAPlainCaseAtOnce) { EXPECT_EQ(told_at_once(left("2024-01-01", "2024-06-01"), common_core), 6); }

TEST(RuleIndex, NeverTellsWhatIsToBeLookedAtInFull) {
    const auto index = index_of_rules(common_core);
    for (const Entry& next : {on("2024-01-01", reopening()), on("2024-01-01", entry()), on("2024-01-01", Referral{}), on("2024-01-01", answer(Answer::same_post))}) {
        Position before = new_position();
        EXPECT_EQ(advance_at_once(before, maintien::mark_of(next), index), nullptr) << code_of(event_of(next));
        EXPECT_EQ(in_words(before), in_words(new_position())) << "nothing is changed";
    }
}

TEST(RuleIndex, LooksAtWhatIsExpectedInFull) {
    const std::vector<Entry> story{on("2024-01-01", referral()), on("2024-01-06", appointment(AppointmentState::held))};
    EXPECT_EQ(told_at_once(story, common_core), 2);
    EXPECT_EQ(told_at_once(story, aist63_cme), 1) << "there a plan is expected beside the appointment";
}

/// What is looked up of an event in the row of the common core with a name, at a stage.
QuickRow row_looked_up(std::string_view rule, const Entry& entry, MaybeStage stage) {
    for (const auto& row : common_core.transitions)
        if (row.id == rule) return maintien::detail::quick_row(row, maintien::mark_of(entry), stage, common_core);
    return {};
}

bool wants(const QuickRow& quick, Milestone milestone) { return ((quick.looked_at & quick.wanted) >> index_of(milestone) & 1u) != 0; }
bool wants_not(const QuickRow& quick, Milestone milestone) { return ((quick.looked_at & ~quick.wanted) >> index_of(milestone) & 1u) != 0; }

TEST(RuleIndex, OfAnExitWantsTheEntryAndThePlanAndReachesTheExit) {
    const auto quick = row_looked_up("outcome", on("2024-06-01", outcome(Outcome::same_post)), Stage::in_support);
    EXPECT_TRUE(wants(quick, Milestone::entry));
    EXPECT_TRUE(wants(quick, Milestone::plan));
    EXPECT_TRUE(wants_not(quick, Milestone::refusal));
    EXPECT_TRUE(wants_not(quick, Milestone::exit));
    EXPECT_EQ(quick.reached, maintien::detail::bits_of({Milestone::outcome, Milestone::exit}));
    EXPECT_EQ(quick.leads_to, Stage::exited);
    EXPECT_EQ(quick.effect, QuickEffect::none);
}

TEST(RuleIndex, OfAnOutcomeBeforeTheEntryReachesTheClosing) {
    const auto quick = row_looked_up("outcome_before_entry", on("2024-06-01", outcome(Outcome::same_post)), Stage::contacted);
    EXPECT_TRUE(wants_not(quick, Milestone::entry));
    EXPECT_EQ(quick.reached, maintien::detail::bits_of({Milestone::outcome, Milestone::closing}));
    EXPECT_EQ(quick.leads_to, Stage::closed);
}

TEST(RuleIndex, OfAnEventThatMovesNothingKeepsTheStage) {
    const auto quick = row_looked_up("team_review", on("2024-06-01", review()), Stage::qualified);
    EXPECT_EQ(quick.reached, 0);
    EXPECT_EQ(quick.leads_to, Stage::qualified);
    EXPECT_EQ(quick.effect, QuickEffect::none);
}

TEST(RuleIndex, LooksUpNoEffectThatDependsOnMoreThanTheMilestones) {
    EXPECT_EQ(row_looked_up("resumption", on("2024-06-01", resumption()), Stage::suspended).effect, QuickEffect::any);
    EXPECT_EQ(row_looked_up("withdrawal", on("2024-06-01", refusal()), Stage::in_support).effect, QuickEffect::any);
}

}  // namespace

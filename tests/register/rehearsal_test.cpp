#include "maintien/register/rehearsal.hpp"

#include <gtest/gtest.h>

#include "support/register_stories.hpp"

namespace maintien {
namespace {

const Day rehearsal_day = make_day(2024, 6, 1);

RehearsedCase rehearsed_alone(const std::vector<Entry>& entries, const ProtocolVersions& from, const ProtocolVersions& to, Day as_of = rehearsal_day) {
    EventTable table;
    stories::add_case(table, {"s", "1"}, entries);
    const auto all = rehearse(table, from, to, as_of, 1);
    EXPECT_EQ(all.cases.size(), 1u);
    return all.cases.at(0);
}

TEST(Rehearsal, OntoItsOwnProtocolEveryCaseMapsAndNothingMoves) {
    const auto entries = stories::exited(rehearsal_day - 200, rehearsal_day - 190, rehearsal_day - 50, Outcome::adapted_post);
    const auto rehearsed = rehearsed_alone(entries, common_core, common_core);
    EXPECT_TRUE(maps(rehearsed));
    EXPECT_TRUE(rehearsed.new_deviations.empty());
    ASSERT_EQ(rehearsed.deadlines.size(), 2u);
    for (const auto& [from, to] : rehearsed.deadlines) EXPECT_EQ(from, to);
}

TEST(Rehearsal, AnEventTheOtherProtocolRefusesIsANewDeviation) {
    const auto entries = stories::entered(rehearsal_day - 30, rehearsal_day - 20);
    const auto there = rehearsed_alone(entries, aist43_cme, common_core);
    EXPECT_FALSE(maps(there)) << "the core opens a file only after an interview";
    EXPECT_TRUE(there.obstacles.contains(MappingObstacle::new_deviation));
    ASSERT_EQ(there.new_deviations.size(), 1u);
    EXPECT_EQ(there.new_deviations[0].event, Event::entry);
    EXPECT_FALSE(there.new_deviations[0].reasons.empty());
    EXPECT_TRUE(maps(rehearsed_alone(entries, common_core, aist43_cme))) << "what was a deviation before is none that is new";
}

TEST(Rehearsal, AFactThatOnlyTheOtherProtocolNeedsIsAnObstacleToo) {
    auto entries = stories::entered(rehearsal_day - 30, rehearsal_day - 20);
    entries.insert(entries.begin() + 2, stories::on(rehearsal_day - 25, QualificationInterview{.decision = Decision::accepted}));
    const auto unknown_age = rehearsed_alone(entries, common_core, ast_btp_ain_1);
    ASSERT_FALSE(maps(unknown_age)) << "the year of birth is not recorded";
    EXPECT_EQ(unknown_age.new_deviations.at(0).severity, Severity::unrecorded);
    entries.front().about.birth_year = 1960;
    EXPECT_TRUE(maps(rehearsed_alone(entries, common_core, ast_btp_ain_1)));
}

TEST(Rehearsal, AnExpectedThingThatIsMissingIsListedAndStopsNothing) {
    auto entries = stories::entered(rehearsal_day - 30, rehearsal_day - 20);
    entries.insert(entries.begin() + 2, stories::on(rehearsal_day - 25, QualificationInterview{.decision = Decision::accepted}));
    entries.push_back(stories::on(rehearsal_day - 10, Appointment{.state = AppointmentState::held}));
    const auto rehearsed = rehearsed_alone(entries, common_core, aist63_cme);
    EXPECT_TRUE(maps(rehearsed));
    ASSERT_EQ(rehearsed.new_deviations.size(), 1u);
    EXPECT_EQ(rehearsed.new_deviations[0].severity, Severity::note);
}

TEST(Rehearsal, AnEpisodeMayStandAtAnotherStage) {
    const auto entries = stories::exited(rehearsal_day - 900, rehearsal_day - 890, rehearsal_day - 500, Outcome::unfitness);
    const auto rehearsed = rehearsed_alone(entries, common_core, aist43_cme);
    EXPECT_FALSE(maps(rehearsed)) << "followed at 24 months here, only at 12 there";
    EXPECT_TRUE(rehearsed.obstacles.contains(MappingObstacle::stage_differs));
    EXPECT_EQ(rehearsed.episodes.at(0).from, Stage::exited);
    EXPECT_EQ(rehearsed.episodes.at(0).to, Stage::closed);
}

TEST(Rehearsal, AProtocolKnowsTheStagesOfItsRows) {
    Protocol narrow = common_core;
    narrow.transitions = {};
    EXPECT_TRUE(knows_stage(narrow, std::nullopt));
    EXPECT_FALSE(knows_stage(narrow, Stage::suspended));
    narrow.transitions.push_back({"suspension", Event::suspension, {}, {{Stage::referred}}, to(Stage::suspended), {}, {}});
    EXPECT_TRUE(knows_stage(narrow, Stage::suspended));
    EXPECT_TRUE(knows_stage(narrow, Stage::referred));
    for (const auto& term : terms_of<Stage>) EXPECT_TRUE(knows_stage(common_core, term.value)) << term.code;
}

TEST(Rehearsal, ACaseAtAStageTheOtherProtocolLacksDoesNotMap) {
    Protocol narrow = common_core;
    narrow.transitions = {};
    for (const auto& row : common_core.transitions)
        if (!row.from.contains(Stage::suspended) && row.move != to(Stage::suspended)) narrow.transitions.push_back(row);
    for (std::size_t i = 0; i < narrow.transitions.size(); ++i) narrow.transitions[i].from.stages.bits &= ~CodeSet<Stage>{Stage::suspended}.bits;
    narrow = indexed(narrow);
    const auto rehearsed = rehearsed_alone({stories::referral(rehearsal_day - 9), stories::on(rehearsal_day - 2, Suspension{})}, common_core, narrow);
    EXPECT_TRUE(rehearsed.obstacles.contains(MappingObstacle::stage_unknown));
    EXPECT_FALSE(rehearsed.obstacles.contains(MappingObstacle::stage_differs));
}

TEST(Rehearsal, DeadlinesMoveAreDroppedOrAdded) {
    Protocol sooner = common_core;
    sooner.time_limits[0].length = 8;
    const std::vector<Entry> waiting{stories::referral(rehearsal_day - 5)};
    const auto moved = rehearsed_alone(waiting, common_core, sooner).deadlines;
    ASSERT_EQ(moved.size(), 1u);
    EXPECT_EQ(moved[0].from->due, rehearsal_day + 10);
    EXPECT_EQ(moved[0].to->due, rehearsal_day + 3);
    const auto dropped = rehearsed_alone(waiting, common_core, aist43_cme).deadlines;
    ASSERT_EQ(dropped.size(), 1u);
    EXPECT_FALSE(dropped[0].to);
    const auto added = rehearsed_alone(waiting, aist43_cme, common_core).deadlines;
    ASSERT_EQ(added.size(), 1u);
    EXPECT_FALSE(added[0].from);
}

TEST(Rehearsal, TheVersionInForceReadsEachEpisode) {
    const Day before_2020 = make_day(2019, 5, 6);
    auto entries = stories::entered(before_2020, before_2020 + 20);
    entries.insert(entries.begin() + 2, stories::on(before_2020 + 10, QualificationInterview{.decision = Decision::accepted}));
    entries.front().about.birth_year = 1985;
    EXPECT_FALSE(maps(rehearsed_alone(entries, common_core, built_in_versions("ast_btp_ain"), make_day(2019, 9, 1)))) << "until 2019 from the age of 50";
    EXPECT_TRUE(maps(rehearsed_alone(entries, common_core, ast_btp_ain_2, make_day(2019, 9, 1))));
}

TEST(Rehearsal, CasesStandByServiceAndNumberWhateverTheThreads) {
    EventTable table;
    for (const auto* number : {"9", "10", "1"})
        for (const auto* service : {"b", "a"}) stories::add_case(table, {service, number}, stories::entered(rehearsal_day - 30, rehearsal_day - 20));
    for (const unsigned threads : {1u, 3u}) {
        const auto all = rehearse(table, aist43_cme, common_core, rehearsal_day, threads);
        std::string order;
        for (const auto& one : all.cases) order += one.service + one.case_id + " ";
        EXPECT_EQ(order, "a1 a10 a9 b1 b10 b9 ");
    }
}

}  // namespace
}  // namespace maintien

#include "maintien/protocol/path_flaws.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string_view>

#include "support/planted_faults.hpp"

namespace {

using namespace maintien;

TEST(PathFlaws, FindTheStageAtWhichACaseIsStuck) {
    const Protocol planted = test::planted_dead_end();
    Flaws flaws;
    detail::add_dead_ends(flaws, explored(planted));
    ASSERT_EQ(flaws.size(), 1u);
    EXPECT_EQ(flaws[0].stage, StagePlace(Stage::suspended));
}

TEST(PathFlaws, CountAResumptionAsAWayOut) {
    Protocol planted = common_core;
    for (const char* id : {"refusal", "withdrawal", "outcome", "outcome_closing", "outcome_before_entry"}) test::keep_out_of(planted, id, Stage::suspended);
    planted = indexed(planted);
    Flaws flaws;
    detail::add_dead_ends(flaws, explored(planted));
    EXPECT_TRUE(flaws.empty());
}

TEST(PathFlaws, SeeATwinOfEveryRow) {
    for (const auto& row : common_core.transitions) {
        if (row.event == Event::amendment) continue;
        Protocol planted = common_core;
        planted.transitions.push_back(row);
        planted = indexed(planted);
        Flaws flaws;
        detail::add_overlaps(flaws, explored(planted));
        EXPECT_EQ(flaws.size(), 1u) << row.id;
    }
}

TEST(PathFlaws, SeeAReturnWithoutASuspension) {
    Protocol planted = common_core;
    row_to_change(planted, "resumption").from = {{Stage::suspended, Stage::contacted}};
    Flaws flaws;
    detail::add_lost_returns(flaws, explored(planted));
    ASSERT_EQ(flaws.size(), 1u);
    EXPECT_EQ(flaws[0].rule, "resumption");
}

TEST(PathFlaws, SeeEveryRowThatReturnsWithoutASuspension) {
    Protocol planted = common_core;
    row_to_change(planted, "resumption").from = {{Stage::suspended, Stage::contacted}};
    row_to_change(planted, "team_review").move = stage_before;
    Flaws flaws;
    detail::add_lost_returns(flaws, explored(planted));
    std::set<std::string_view> rules;
    for (const auto& flaw : flaws) rules.insert(flaw.rule);
    EXPECT_EQ(flaws.size(), 2u);
    EXPECT_EQ(rules, (std::set<std::string_view>{"resumption", "team_review"}));
}

}  // namespace

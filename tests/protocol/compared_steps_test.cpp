#include "maintien/protocol/compared_steps.hpp"

#include <gtest/gtest.h>

#include "maintien/protocol/built_in/all.hpp"
#include "support/planted_faults.hpp"

namespace {

using namespace maintien;
namespace detail = maintien::detail;

TEST(ComparedSteps, AreNoneWhereTheRowsAreTheSame) {
    const auto found = explored(ast_btp_ain_1, &common_core);
    EXPECT_TRUE(detail::same_rows(ast_btp_ain_1, common_core, Event::relay));
    EXPECT_TRUE(detail::steps_to_compare(found.view, common_core, Event::relay).empty());
}

TEST(ComparedSteps, AreThoseOfEveryRowOfAnEventThatChanged) {
    const Protocol changed = test::core_with([](Protocol& p) { row_to_change(p, "entry").from.stages = row_to_change(p, "entry").from.stages | CodeSet<Stage>{Stage::contacted}; });
    const auto found = explored(changed, &common_core);
    const auto steps = detail::steps_to_compare(found.view, common_core, Event::entry);
    ASSERT_FALSE(steps.empty());
    for (const auto& step : steps) EXPECT_EQ(step.row->id, "entry");
}

TEST(ComparedSteps, OfAWiderTeamAreThoseThatTellTheNewMember) {
    const Protocol wider = test::core_with([](Protocol& p) { p.team = p.team | CodeSet<Actor>{Actor::cap_emploi}; });
    const auto found = explored(wider, &common_core);
    const auto steps = detail::steps_to_compare(found.view, common_core, Event::action);
    ASSERT_FALSE(steps.empty());
    for (const auto& step : steps) EXPECT_TRUE(detail::team_decides(step.form, common_core.team, wider.team));
    EXPECT_TRUE(detail::steps_to_compare(found.view, common_core, Event::relay).empty());
}

TEST(ComparedSteps, PutEachKindOfSituationToTheBaseOnce) {
    const auto found = explored(common_core, &common_core);
    const auto kinds = detail::kinds_for(found, common_core, Event::entry);
    EXPECT_FALSE(kinds.empty());
    EXPECT_LT(kinds.size(), found.situations.size());
    for (std::size_t i = 0; i < kinds.size(); ++i) EXPECT_EQ(found.situations[kinds[i]].stage.stage(), Stage::qualified);
}

}  // namespace

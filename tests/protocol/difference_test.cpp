#include "maintien/protocol/difference.hpp"

#include <gtest/gtest.h>

#include "maintien/protocol/built_in/aist43_cme.hpp"
#include "maintien/protocol/built_in/common_core.hpp"

namespace {

using namespace maintien;

TEST(Difference, BeginsAsTheBaseUnderItsOwnName) {
    const Protocol variant = variant_of(common_core, "our_cell", 3, make_day(2022, 2, 1));
    EXPECT_EQ(variant.name, "our_cell");
    EXPECT_EQ(variant.version, 3);
    EXPECT_EQ(variant.valid_from, make_day(2022, 2, 1));
    EXPECT_EQ(variant.base, "common_core");
    EXPECT_EQ(variant.transitions.size(), common_core.transitions.size());
    EXPECT_EQ(variant.team, common_core.team);
}

TEST(Difference, DoesNotInheritTheExcusesOfItsBase) {
    EXPECT_FALSE(aist43_cme.relaxes.empty());
    EXPECT_TRUE(variant_of(aist43_cme, "our_cell", 1, make_day(2022, 2, 1)).relaxes.empty());
}

TEST(Difference, ChangesTheRowOfTheVariantAlone) {
    Protocol variant = variant_of(common_core, "our_cell", 1, make_day(2022, 2, 1));
    row_to_change(variant, "entry").from = {{Stage::contacted}};
    EXPECT_EQ(row_named(variant, "entry")->from, (StageSet{{Stage::contacted}}));
    EXPECT_EQ(row_named(common_core, "entry")->from, (StageSet{{Stage::qualified}}));
}

TEST(Difference, DropsTheGuardOfTheMilestoneAndNoOther) {
    Transition row;
    row.guards = {after(Milestone::referral), not_after(Milestone::plan), after(Milestone::plan)};
    drop_guard(row, GuardKind::after, Milestone::plan);
    ASSERT_EQ(row.guards.size(), 2u);
    EXPECT_EQ(row.guards[0].milestone, Milestone::referral);
    EXPECT_EQ(row.guards[1].kind, GuardKind::not_after);
}

TEST(Difference, DropsTheTimeLimitAndNoOther) {
    Protocol variant = variant_of(common_core, "our_cell", 1, make_day(2022, 2, 1));
    drop_limit(variant, "contact_within_15_days");
    ASSERT_EQ(variant.time_limits.size(), 1u);
    EXPECT_EQ(variant.time_limits[0].id, "interview_within_30_days");
}

}  // namespace

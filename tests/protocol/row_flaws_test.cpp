#include "maintien/protocol/row_flaws.hpp"

#include <gtest/gtest.h>

#include "support/planted_faults.hpp"

namespace {

using namespace maintien;

Flaws dead_parts_of(const Protocol& protocol, std::string_view id) {
    Flaws flaws;
    detail::add_dead_parts(flaws, explored(protocol), *row_named(protocol, id));
    return flaws;
}

TEST(RowFlaws, FindRowsThatSpeakOfNothing) {
    Protocol planted = common_core;
    row_to_change(planted, "team_review").from = {};
    ASSERT_EQ(dead_parts_of(planted, "team_review").size(), 1u);
    EXPECT_EQ(dead_parts_of(planted, "team_review")[0].kind, Unsoundness::dead_row);
    planted = common_core;
    row_to_change(planted, "team_review").when = {Clause{Attribute::by, CodeSet<Actor>{Actor::case_manager}.bits}, Clause{Attribute::by, CodeSet<Actor>{Actor::coordinator}.bits}};
    EXPECT_EQ(dead_parts_of(planted, "team_review").size(), 1u) << "nobody is two people at once";
    planted = common_core;
    row_to_change(planted, "team_review").when = {Clause{Attribute::partner, ~std::uint64_t{0}}};
    EXPECT_EQ(dead_parts_of(planted, "team_review").size(), 1u) << "no rule sees a partner there";
}

TEST(RowFlaws, FindRowsWhoseEventNeverHasAnEffect) {
    Protocol planted = common_core;
    Transition second = *row_named(planted, "entry");
    second.id = "second_entry";
    second.from = {{Stage::in_support}};
    planted.transitions.push_back(second);
    planted = indexed(planted);
    const auto flaws = dead_parts_of(planted, "second_entry");
    ASSERT_EQ(flaws.size(), 1u);
    EXPECT_EQ(flaws[0].kind, Unsoundness::dead_row);
}

TEST(RowFlaws, NameTheGuardThatCanNeverHold) {
    Protocol planted = common_core;
    row_to_change(planted, "action_plan").guards = {after(Milestone::referral), needs_age(150)};
    const auto flaws = dead_parts_of(planted, "action_plan");
    ASSERT_EQ(flaws.size(), 1u);
    EXPECT_EQ(flaws[0].kind, Unsoundness::impossible_guard);
    EXPECT_EQ(flaws[0].guard, 1);
}

TEST(RowFlaws, NameAGuardThatCanNeverHoldWhereItApplies) {
    Protocol planted = common_core;
    test::drop_row(planted, "sick_leave");
    planted = indexed(planted);
    const auto flaws = dead_parts_of(planted, "action");
    ASSERT_EQ(flaws.size(), 4u) << "no supervised trial any more: its leave and its three consents are asked for in vain";
    for (const auto& flaw : flaws) EXPECT_EQ(row_named(planted, "action")->guards[static_cast<std::size_t>(flaw.guard)].kind, GuardKind::on_sick_leave);
}

TEST(RowFlaws, FindNothingInTheCore) {
    for (const auto& row : common_core.transitions) EXPECT_TRUE(dead_parts_of(common_core, row.id).empty()) << row.id;
}

}  // namespace

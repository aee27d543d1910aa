#include "maintien/sharing/leave_on.hpp"

#include <gtest/gtest.h>

#include "support/case_stories.hpp"

namespace maintien {
namespace {

using namespace test;

std::optional<LeaveDays> spell_on(std::vector<Entry> story, std::string_view asked_on) {
    return leave_on(history_of(file_of(std::move(story)), mask_of(far_away, no_day)), day(asked_on));
}

TEST(LeaveOn, LastsFromItsFirstDayToTheLastOnePrescribed) {
    const std::vector<Entry> story{on("2024-01-10", leave(LeaveState::started, day("2024-01-20")))};
    EXPECT_FALSE(spell_on(story, "2024-01-09"));
    EXPECT_TRUE(spell_on(story, "2024-01-10"));
    EXPECT_TRUE(spell_on(story, "2024-01-20"));
    EXPECT_FALSE(spell_on(story, "2024-01-21"));
}

TEST(LeaveOn, KeepsItsFirstDayWhenExtended) {
    const auto spell = spell_on({on("2024-01-10", leave(LeaveState::started, day("2024-01-20"))), on("2024-01-18", leave(LeaveState::extended, day("2024-02-20")))}, "2024-02-01");
    ASSERT_TRUE(spell);
    EXPECT_EQ(spell->first, day("2024-01-10"));
    EXPECT_EQ(spell->last, day("2024-02-20"));
}

TEST(LeaveOn, IsOverOnTheDayItEnds) {
    const std::vector<Entry> story{on("2024-01-10", leave(LeaveState::started)), on("2024-01-15", leave(LeaveState::ended))};
    EXPECT_TRUE(spell_on(story, "2024-01-14"));
    EXPECT_FALSE(spell_on(story, "2024-01-15"));
}

TEST(LeaveOn, IsTakenFromTheReferralFormUntilALeaveIsRecorded) {
    const Entry form = on("2024-01-10", Referral{.on_sick_leave = true, .sick_leave_since = day("2024-01-02")});
    const auto spell = spell_on({form}, "2024-03-01");
    ASSERT_TRUE(spell);
    EXPECT_EQ(spell->first, day("2024-01-02"));
    EXPECT_FALSE(spell_on({form, on("2024-02-01", leave(LeaveState::ended))}, "2024-03-01"));
    EXPECT_FALSE(spell_on({on("2024-01-10", Referral{.on_sick_leave = false})}, "2024-03-01"));
    EXPECT_FALSE(spell_on({}, "2024-03-01"));
}

TEST(LeaveOn, IsNotEndedByAFormThatSaysNothingOfIt) {
    const Entry form = on("2024-01-10", Referral{.on_sick_leave = true});
    EXPECT_TRUE(spell_on({form, on("2024-01-16", Referral{.on_sick_leave = false})}, "2024-03-01"));
}

TEST(LeaveOn, OfTwoPrescriptionsOfOneDayIsTheLonger) {
    for (const auto* first : {"2024-01-20", "2024-02-20"}) {
        const auto other = std::string_view(first) == "2024-01-20" ? "2024-02-20" : "2024-01-20";
        const auto spell = spell_on({on("2024-01-10", leave(LeaveState::started, day(first))), on("2024-01-10", leave(LeaveState::started, day(other)))}, "2024-01-15");
        ASSERT_TRUE(spell);
        EXPECT_EQ(spell->last, day("2024-02-20"));
    }
}

TEST(LeaveOn, AgreesWithTheRulesWhereLeavesAreRecorded) {
    const auto story = std::vector<Entry>{on("2024-01-10", leave(LeaveState::started, day("2024-01-15"))), on("2024-01-14", leave(LeaveState::extended, day("2024-01-18"))),
                                          on("2024-01-17", leave(LeaveState::ended)), on("2024-01-20", leave(LeaveState::started))};
    for (Day d = day("2024-01-08"); d < day("2024-01-25"); d = d + 1) {
        const Position position = position_of(file_of(story), common_core, d);
        const bool on_leave = known(position.leave_from) && !(known(position.leave_until) && position.leave_until < d);
        EXPECT_EQ(spell_on(story, iso(d)).has_value(), on_leave) << iso(d);
    }
}

}  // namespace
}  // namespace maintien

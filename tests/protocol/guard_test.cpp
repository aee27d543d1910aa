#include "maintien/protocol/guard.hpp"

#include <gtest/gtest.h>

#include "maintien/vocabulary/measure.hpp"

namespace {

using namespace maintien;

TEST(Guard, AsksTheWorkerForAConsentUnlessSomebodyElseIsNamed) {
    const auto worker = needs_consent(ConsentScope::employer_contact);
    EXPECT_EQ(worker.kind, GuardKind::consent);
    EXPECT_EQ(worker.scope, ConsentScope::employer_contact);
    EXPECT_EQ(worker.party, Actor::worker);
    EXPECT_FALSE(worker.implied_by);
    EXPECT_EQ(needs_consent(ConsentScope::supervised_trial, Actor::insurance_physician).party, Actor::insurance_physician);
}

TEST(Guard, MayTakeAConsentAsGivenByWhoActsHimself) {
    const auto physician = Actor::occupational_physician;
    const auto guard = needs_consent_unless_by(ConsentScope::employer_contact, physician, physician);
    EXPECT_EQ(guard.kind, GuardKind::consent);
    EXPECT_EQ(guard.party, physician);
    EXPECT_EQ(guard.implied_by, physician);
}

TEST(Guard, AppliesToEveryVariantUnlessItSaysWhich) {
    EXPECT_TRUE(after(Milestone::plan).when.empty());
    const auto trial = when(Attribute::measure, CodeSet<Measure>{Measure::supervised_trial});
    EXPECT_EQ(needs_sick_leave(trial).when.size(), 1u);
    EXPECT_EQ(needs_sick_leave(trial).when[0], trial[0]);
    EXPECT_EQ(after(Milestone::plan, trial).when.size(), 1u);
}

TEST(Guard, TellsAfterFromNotAfter) {
    EXPECT_EQ(after(Milestone::entry).kind, GuardKind::after);
    EXPECT_EQ(not_after(Milestone::entry).kind, GuardKind::not_after);
    EXPECT_EQ(after(Milestone::entry).milestone, Milestone::entry);
    EXPECT_EQ(not_after(Milestone::entry).milestone, Milestone::entry);
}

TEST(Guard, HasAKindForEachOtherQuestion) {
    EXPECT_EQ(needs_consent_by_recipient().kind, GuardKind::consent_by_recipient);
    EXPECT_EQ(needs_sick_leave({}).kind, GuardKind::on_sick_leave);
    EXPECT_EQ(needs_anchor().kind, GuardKind::anchored);
}

}  // namespace

#include "maintien/pathway/quick_guards.hpp"

#include <gtest/gtest.h>

#include "maintien/protocol/built_in/all.hpp"
#include "support/case_stories.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

/// What is entered of the guards that the row of the common core with a name has for an event.
QuickRow guarded(std::string_view rule, const Entry& entry) {
    QuickRow quick{.looked_at = 0, .wanted = 0};
    for (const auto& row : common_core.transitions)
        if (row.id == rule) maintien::detail::enter_guards(quick, row, maintien::mark_of(entry), common_core);
    return quick;
}

bool is_measured(const QuickRow& quick) { return (quick.looked_at & QuickRow::measured) != 0; }

/// Expects these guards of the row, as bits, to be measured at every such event, and no other at any.
void expect_always_measured(const QuickRow& quick, unsigned guards) {
    EXPECT_EQ(quick.measured_guards, guards);
    EXPECT_EQ(is_measured(quick), guards != 0);
}

TEST(QuickGuards, ThatAskForAMilestoneShowInIt) {
    const auto quick = guarded("outcome", on("2024-06-01", outcome(Outcome::same_post)));
    EXPECT_EQ(quick.looked_at & quick.wanted, maintien::detail::bits_of({Milestone::entry, Milestone::plan}));
    expect_always_measured(quick, 0);
}

TEST(QuickGuards, OfARelayAreMeasuredAlways) {
    expect_always_measured(guarded("relay", on("2024-06-01", relay(Partner::cap_emploi))), 1);
}

TEST(QuickGuards, OfACallAreMeasuredUnlessTheEmployerCalls) {
    const auto quick = guarded("employer_contact", on("2024-06-01", EmployerContact{}));
    EXPECT_EQ(quick.measured_guards, 3) << "the worker's consent and the physician's";
    EXPECT_EQ(quick.looked_at & quick.wanted, maintien::detail::says(incoming_call));
}

TEST(QuickGuards, OfAnActionAreMeasuredWhenItNamesAPartnerOrTellsSomebody) {
    const auto quick = guarded("action", on("2024-06-01", Action{.measure = Measure::job_study}));
    EXPECT_NE(quick.looked_at & ~quick.wanted & QuickRow::tells_a_partner, 0u);
    EXPECT_NE(quick.loud_actors >> index_of(Actor::employer) & 1u, 0u);
    EXPECT_EQ(quick.loud_actors >> index_of(Actor::worker) & 1u, 0u);
    EXPECT_FALSE(is_measured(quick));
}

TEST(QuickGuards, OfAFollowUpAreLeftToWhereItBelongs) {
    expect_always_measured(guarded("follow_up", on("2024-06-01", answer(Answer::same_post))), 0);
}

TEST(QuickGuards, OfAReferralShowInItsConsent) {
    const auto quick = guarded("referral", on("2024-06-01", referral()));
    EXPECT_EQ(quick.looked_at & quick.wanted, maintien::detail::says(consent_given));
    EXPECT_EQ(quick.measured_guards, 1) << "where the form says nothing, the ledger may";
}

}  // namespace

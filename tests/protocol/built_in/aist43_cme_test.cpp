#include "maintien/protocol/built_in/aist43_cme.hpp"

#include <gtest/gtest.h>

#include "support/protocol_differences.hpp"

namespace {

using namespace maintien;
using maintien::test::in_words;
using maintien::test::listed_relaxations;
using maintien::test::rows_without;
using maintien::test::Set;
using maintien::test::weakenings;

TEST(Aist43Cme, DiffersFromTheCoreInTheRowsOfEntryAndOutcomeAlone) {
    EXPECT_EQ(rows_without(aist43_cme, common_core), (Set{"entry", "outcome"}));
    EXPECT_EQ(rows_without(common_core, aist43_cme), (Set{"entry", "outcome"}));
    EXPECT_EQ(aist43_cme.transitions.size(), common_core.transitions.size());
}

TEST(Aist43Cme, EntersAFileFromReferredAndContactedToo) {
    const auto* entry = row_named(aist43_cme, "entry");
    ASSERT_TRUE(entry);
    EXPECT_EQ(in_words(*entry), "entry | referred contacted qualified | in_support | after referral");
    EXPECT_NE(entry->source, row_named(common_core, "entry")->source) << "the rule is this cell's";
}

TEST(Aist43Cme, NeedsNoPlanForAPositiveOutcome) {
    const auto* outcome = row_named(aist43_cme, "outcome");
    ASSERT_TRUE(outcome);
    ASSERT_EQ(outcome->guards.size(), 1u);
    EXPECT_EQ(in_words(outcome->guards[0]), "after entry");
    EXPECT_EQ(outcome->from, row_named(common_core, "outcome")->from);
}

TEST(Aist43Cme, HasACapEmploiAdviserInItsTeamAndNobodyElseMore) {
    EXPECT_EQ(aist43_cme.team, (common_core.team | CodeSet<Actor>{Actor::cap_emploi}));
    EXPECT_FALSE(common_core.team.contains(Actor::cap_emploi));
}

TEST(Aist43Cme, HasNoContactLimitAndKeepsThatOfTheInterview) {
    EXPECT_EQ(limit_between(aist43_cme, Milestone::referral, Milestone::contact), nullptr);
    const auto* interview = limit_between(aist43_cme, Milestone::contact, Milestone::interview);
    ASSERT_TRUE(interview);
    EXPECT_EQ(interview->length, 30);
    EXPECT_EQ(aist43_cme.time_limits.size(), 1u);
}

TEST(Aist43Cme, AsksAgainAfterTwelveMonthsOnly) {
    ASSERT_EQ(aist43_cme.follow_up.horizons.size(), 1u);
    EXPECT_EQ(aist43_cme.follow_up.horizons[0], 12);
    EXPECT_EQ(aist43_cme.follow_up.except, common_core.follow_up.except);
}

TEST(Aist43Cme, CountsRefusalsAsEntriesAndAsExits) {
    EXPECT_EQ(aist43_cme.profile, (Profile{.refusal_is_entry = true, .refusal_is_exit = true, .decimals = 2}));
}

TEST(Aist43Cme, PromisedAHundredReferralsEightyFilesAndHalfOfThemKeptInWork) {
    ASSERT_EQ(aist43_cme.targets.size(), 3u);
    const auto &referrals = aist43_cme.targets[0], &entries = aist43_cme.targets[1], &kept = aist43_cme.targets[2];
    EXPECT_EQ(referrals.value, 100);
    EXPECT_EQ(entries.value, 80);
    EXPECT_EQ(kept.value, 0.5);
    EXPECT_TRUE(referrals.per_year && entries.per_year);
    EXPECT_FALSE(kept.per_year);
    EXPECT_EQ(kept.indicator, "positive_exit_rate");
}

TEST(Aist43Cme, IsAVariantOfTheCoreSinceTheFirstOfJune2020) {
    EXPECT_EQ(aist43_cme.name, "aist43_cme");
    EXPECT_EQ(aist43_cme.version, 1);
    EXPECT_EQ(aist43_cme.base, common_core.name);
    EXPECT_EQ(aist43_cme.valid_from, make_day(2020, 6, 1));
}

TEST(Aist43Cme, ListsEachOfItsWeakeningsWithAReason) {
    const auto listed = listed_relaxations(aist43_cme);
    EXPECT_EQ(listed, weakenings(aist43_cme, common_core));
    EXPECT_EQ(listed, (Set{"entry", "outcome", "contact_within_15_days", "follow_up", "team"}));
}

}  // namespace

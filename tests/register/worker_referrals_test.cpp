#include "maintien/register/worker_referrals.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/register_stories.hpp"

namespace maintien {
namespace {

const Day referral_day = make_day(2024, 3, 4);

Entry about_worker(Entry entry, std::string worker) {
    entry.about.worker = {std::move(worker)};
    return entry;
}

std::vector<WorkerReferral> referrals_in(const EventTable& table, Day as_of) {
    auto found = worker_referrals(table, common_core, as_of, 1);
    std::sort(found.begin(), found.end());
    return found;
}

TEST(WorkerReferrals, GiveWorkerCaseAndDay) {
    EventTable table;
    stories::add_case(table, {"s", "1"}, {about_worker(stories::referral(referral_day), "w")});
    const auto found = referrals_in(table, referral_day);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0], (WorkerReferral{{"w"}, referral_day, {"s"}, {"1"}, no_day}));
    EXPECT_TRUE(referrals_in(table, referral_day - 1).empty());
}

TEST(WorkerReferrals, TheWorkerMayBeNamedByAnyEntryOfTheCaseAndMustBe) {
    EventTable table;
    stories::add_case(table, {"", "1"}, {stories::referral(referral_day), about_worker(stories::on(referral_day + 1, TeamReview{}), "w")});
    stories::add_case(table, {"", "2"}, {stories::referral(referral_day)});
    ASSERT_EQ(referrals_in(table, referral_day + 1).size(), 1u);
    EXPECT_EQ(referrals_in(table, referral_day + 1)[0].case_id.text, "1");
}

TEST(WorkerReferrals, SayWhenTheFileEndedAndWhenItWasReopened) {
    EventTable table;
    auto entries = stories::exited(referral_day, referral_day + 10, referral_day + 90, Outcome::adapted_post);
    entries.front() = about_worker(entries.front(), "w");
    entries.push_back(stories::on(referral_day + 200, Reopening{ReopeningReason::relapse}));
    stories::add_case(table, {"", "1"}, entries);
    const auto found = referrals_in(table, referral_day + 200);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].ended, referral_day + 90);
    EXPECT_EQ(found[1].on, referral_day + 200);
    EXPECT_EQ(found[1].ended, no_day);
    EXPECT_EQ(referrals_in(table, referral_day + 89).at(0).ended, no_day) << "what is dated later is not known yet";
}

TEST(WorkerReferrals, WhatWasRecordedLaterIsNotKnownYet) {
    EventTable table;
    auto late = about_worker(stories::referral(referral_day), "w");
    late.recorded_on = referral_day + 3;
    stories::add_case(table, {"", "1"}, {late});
    EXPECT_TRUE(referrals_in(table, referral_day + 2).empty());
    EXPECT_EQ(referrals_in(table, referral_day + 3).size(), 1u);
}

TEST(WorkerReferrals, WorkersWhoObjectToStatisticsAreReferredAllTheSame) {
    EventTable table;
    const Consent refused{.scope = ConsentScope::statistics, .state = ConsentState::refused};
    stories::add_case(table, {"", "1"}, {about_worker(stories::referral(referral_day), "w"), stories::on(referral_day, refused)});
    EXPECT_EQ(referrals_in(table, referral_day).size(), 1u);
}

}  // namespace
}  // namespace maintien

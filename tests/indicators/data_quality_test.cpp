#include "maintien/indicators/data_quality.hpp"

#include <gtest/gtest.h>

#include "support/register_stories.hpp"

using namespace maintien;

TEST(DataQuality, EveryReasonIsSummedOverTheFiguresOfTheWholeRegister) {
    Report report;
    report.rows = {{.indicator = "a", .excluded = {{"negative", 2}}}, {.indicator = "b", .excluded = {{"not_mature", 5}, {"negative", 1}}},
                   {.indicator = "b", .stratum = 1, .excluded = {{"negative", 1}}}};
    EXPECT_EQ(data_quality_of(report).excluded, (std::vector<ExclusionSum>{{"negative", 2, 3}, {"not_mature", 1, 5}}));
}

TEST(DataQuality, AnAttributeNobodyRecordedIsNotGivenForAnyReferral) {
    const auto quality = data_quality_of(stories::aist43_report());
    ASSERT_EQ(quality.not_given.size(), 11u);
    EXPECT_EQ(quality.not_given[0].attribute, "origin");
    EXPECT_EQ(quality.not_given[0].numerator, 0);
    EXPECT_EQ(quality.not_given[4].attribute, "sex");
    EXPECT_EQ(quality.not_given[4].numerator, 103);
    EXPECT_EQ(quality.not_given[4].value, 1.0);
    EXPECT_EQ(quality.negative_delays.size(), 6u);
}

TEST(DataQuality, WhatAReportHidesStaysHidden) {
    Report report;
    report.rows = {{.indicator = "referrals", .numerator = 12}, {.indicator = "stage_delay", .variant = "entry_to_plan", .category = "mean", .null_reason = NullReason::suppressed},
                   {.indicator = "distribution", .variant = "sex", .category = "unknown", .null_reason = NullReason::suppressed}};
    const auto quality = data_quality_of(report);
    EXPECT_FALSE(quality.negative_delays[0].count);
    EXPECT_FALSE(quality.not_given[0].numerator);
    EXPECT_FALSE(quality.not_given[0].value);
}

TEST(DataQuality, ACaseThatBeginsWithItsEntryHasNoReferral) {
    EventTable events;
    stories::add_case(events, {"s", "1"}, {stories::on(make_day(2024, 1, 5), EntryIntoCell{})});
    stories::add_case(events, {"s", "2"}, {stories::referral(make_day(2024, 1, 5))});
    EXPECT_EQ(make_report(events, common_core, {.as_of = make_day(2024, 2, 1), .threads = 1}).input.without_referral, 1);
}

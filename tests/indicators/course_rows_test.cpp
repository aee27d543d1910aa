#include "maintien/indicators/course_rows.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "maintien/indicators/catalogue.hpp"
#include "maintien/protocol/built_in/common_core.hpp"

using namespace maintien;

TEST(CourseRows, TheyStandInTheOrderOfTheDefinitions) {
    const auto rows = catalogue_of(common_core);
    const auto place = [&](std::string_view indicator, std::string_view variant, std::string_view category) {
        return std::find_if(rows.begin(), rows.end(), [&](const RowRule& row) { return row.indicator == indicator && row.variant == variant && row.category == category; }) - rows.begin();
    };
    EXPECT_EQ(place("entry_rate", "cumulative_incidence", "30"), place("entry_rate", "cohort", "") + 1);
    EXPECT_EQ(place("positive_exit_rate", "cumulative_incidence", "90"), place("positive_exit_rate", "per_entry", "") + 1);
    EXPECT_EQ(place("positive_exit_rate", "mature", "90"), place("positive_exit_rate", "cumulative_incidence", "365") + 1);
    EXPECT_EQ(place("days_in_cell", "rmst", "90"), place("days_in_cell", "km_q3", "") + 1);
    EXPECT_EQ(place("days_in_cell", "closed_mean", ""), place("days_in_cell", "rmst", "365") + 1);
    EXPECT_EQ(place("stage_delay", "referral_to_exit", "pending"), place("stage_delay", "referral_to_exit", "km_median") + 1);
}

TEST(CourseRows, WhatHasHappenedByALaterHorizonHoldsWhatHadByAnEarlierOne) {
    for (const auto& row : catalogue_of(common_core))
        if (row.kind == FigureKind::incidence) {
            EXPECT_EQ(row.numerator[0].first, row.denominator[0].first) << row.indicator;
            EXPECT_LT(row.numerator[0].count, row.denominator[0].count) << row.indicator;
        }
}

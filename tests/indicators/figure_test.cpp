#include "maintien/indicators/figure.hpp"

#include <gtest/gtest.h>

using namespace maintien;

TEST(Figure, AYearlyTargetIsProratedDayByDayWithEachYearsOwnLength) {
    EXPECT_DOUBLE_EQ(prorated(100, {make_day(2023, 1, 1), make_day(2023, 12, 31)}), 100);
    EXPECT_DOUBLE_EQ(prorated(366, {make_day(2024, 2, 29), make_day(2024, 2, 29)}), 1);
    EXPECT_DOUBLE_EQ(prorated(100, {make_day(2023, 12, 31), make_day(2024, 1, 1)}), 100.0 / 365 + 100.0 / 366);
    EXPECT_DOUBLE_EQ(prorated(100, {make_day(2024, 1, 2), make_day(2024, 1, 1)}), 0);
}

TEST(Figure, AShareOfNothingHasAReasonAndNoValue) {
    const auto row = figure_of({.indicator = "x", .kind = FigureKind::share, .numerator = {cells.entries}, .denominator = {cells.referrals}}, {}, {});
    EXPECT_FALSE(row.value);
    EXPECT_FALSE(row.lower);
    EXPECT_EQ(row.null_reason, NullReason::denominator_zero);
}

TEST(Figure, ARateSoFarIsBoundedByTheFilesStillOpen) {
    StratumTally tally;
    tally.counts[cells.entries.first] = 9;
    tally.counts[cells.referrals.first] = 43;
    tally.counts[cells.refusals.first] = 31;
    const auto row = figure_of({.kind = FigureKind::share_so_far, .numerator = {cells.entries}, .denominator = {cells.referrals}, .open = {cells.refusals}}, tally, {});
    EXPECT_DOUBLE_EQ(*row.bound_lower, 9.0 / 43);
    EXPECT_DOUBLE_EQ(*row.bound_upper, 40.0 / 43);
}

TEST(Figure, ATargetInsideTheIntervalIsOpen) {
    constexpr Target half{"kept", "positive_exit_rate", "per_exit", false, 0.5};
    StratumTally tally;
    tally.counts[cells.entries.first] = 9;
    tally.counts[cells.referrals.first] = 12;
    const RowRule rule{.kind = FigureKind::rate_target, .numerator = {cells.entries}, .denominator = {cells.referrals}, .target = &half};
    EXPECT_EQ(figure_of(rule, tally, {}).verdict, TargetVerdict::open);
    tally.counts[cells.entries.first] = 900;
    tally.counts[cells.referrals.first] = 1200;
    EXPECT_EQ(figure_of(rule, tally, {}).verdict, TargetVerdict::reached);
    tally.counts[cells.entries.first] = 300;
    EXPECT_EQ(figure_of(rule, tally, {}).verdict, TargetVerdict::missed);
}

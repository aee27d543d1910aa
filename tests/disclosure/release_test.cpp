#include "maintien/disclosure/release.hpp"

#include <gtest/gtest.h>

#include "support/register_stories.hpp"

using namespace maintien;

namespace {

ControlledReport controlled_aist43(std::int64_t limit) {
    const stories::Aist43 cell;
    return controlled(counted_report_of(cell.events, cell.table, aist43_cme, {.as_of = make_day(2020, 11, 12), .threads = 1}, "aist43_cme"), limit);
}

}  // namespace

TEST(Release, NineOfTwelveBesideNineOfElevenIsCaught) {
    // At 3 neither rate is small by itself but for its complement; both shown would tell one refusal.
    const auto report = controlled_aist43(3).report;
    const auto *per_exit = find_row(report, "positive_exit_rate", "per_exit"), *accompanied = find_row(report, "positive_exit_rate", "per_accompanied_exit");
    EXPECT_FALSE(per_exit->value && accompanied->value);
    EXPECT_FALSE(find_row(report, "status", "", "refused")->value);
}

TEST(Release, AHiddenRowSaysNothingButThatItIsHidden) {
    const auto result = controlled_aist43(11);
    ASSERT_FALSE(result.audit.rows.empty());
    for (const auto& hidden : result.audit.rows) {
        const auto& row = result.report.rows[hidden.row];
        EXPECT_EQ(row.null_reason, NullReason::suppressed);
        EXPECT_FALSE(row.numerator || row.denominator || row.value || row.lower || row.upper || row.bound_lower || row.bound_upper || row.verdict);
        EXPECT_TRUE(row.excluded.empty() && row.method.empty());
    }
    EXPECT_EQ(result.report.min_count, 11);
}

TEST(Release, WhatIsNotSmallIsLeftAsItIs) {
    const auto report = controlled_aist43(11).report;
    EXPECT_EQ(find_row(report, "referrals")->value, 103);
    EXPECT_EQ(report.input.cases, 103);
}

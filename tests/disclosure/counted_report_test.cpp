#include "maintien/disclosure/counted_report.hpp"

#include <gtest/gtest.h>

#include "support/register_stories.hpp"

using namespace maintien;

TEST(CountedReport, HoldsTheCountsOfEveryStratumOfTheReport) {
    const stories::Aist43 cell;
    const auto counted = counted_report_of(cell.events, cell.table, aist43_cme, {.as_of = make_day(2020, 11, 12), .by = {StratumKey::month}, .threads = 1}, "aist43_cme");
    ASSERT_EQ(counted.state.strata.size() + 1, counted.report.strata.size());
    EXPECT_EQ(counted.stratum(0).persons, 103);
    for (std::uint32_t s = 0; s < counted.report.strata.size(); ++s) {
        const auto* row = find_row(counted.report, "referrals", {}, {}, s);
        ASSERT_TRUE(row);
        EXPECT_EQ(*row->value, static_cast<double>(sum_of(counted.stratum(s).tally, {cells.referrals})));
    }
}

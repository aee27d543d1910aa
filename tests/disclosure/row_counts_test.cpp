#include "maintien/disclosure/row_counts.hpp"

#include <gtest/gtest.h>

#include "maintien/disclosure/report_system.hpp"
#include "support/register_stories.hpp"

using namespace maintien;

namespace {

struct SaidBy {
    CountSystem system{};
    FurtherCounts further{};

    RowCounts operator()(const ReportRow& row, const RowRule* rule = nullptr) {
        if (system.truth.empty()) system.truth.assign(counts_of_stratum, 7);
        return counts_said({system, further, {0}, 0}, row, rule);
    }
};

}  // namespace

TEST(RowCounts, AShareSoFarSaysWhatMayStillJoinIt) {
    SaidBy said;
    const RowRule rule{.kind = FigureKind::share_so_far, .numerator = {cells.entries}, .denominator = {cells.referrals}, .open = {cells.opening}};
    const auto counts = said({}, &rule);
    ASSERT_EQ(counts.parts_of.size(), 2u);
    EXPECT_EQ(value_of(counts.parts_of[1].first, said.system.truth), 14);
    EXPECT_EQ(counts.counts.size(), 1u);
}

TEST(RowCounts, AMeanSaysItsNumberOfCases) {
    SaidBy said;
    const RowRule rule{.kind = FigureKind::mean, .stay = 2};
    const auto counts = said({}, &rule);
    ASSERT_EQ(counts.counts.size(), 1u);
    EXPECT_EQ(counts.counts[0], (StratumCounts{0}.stay(2)));
}

TEST(RowCounts, ARowThatNoRuleExplainsSaysWhatIsPrinted) {
    SaidBy said;
    ReportRow row{.indicator = "retention", .variant = "bounds", .category = "12"};
    row.unit = Unit::proportion;
    row.numerator = 24;
    row.denominator = 50;
    row.bound_upper = 44.0 / 50;
    row.excluded = {{"deceased", 2}};
    const auto counts = said(row);
    ASSERT_EQ(counts.parts_of.size(), 2u);
    EXPECT_EQ(value_of(counts.parts_of[0].first, said.system.truth), 24);
    EXPECT_EQ(value_of(counts.parts_of[1].first, said.system.truth), 44);
    EXPECT_EQ(value_of(counts.counts[0], said.system.truth), 2);
}

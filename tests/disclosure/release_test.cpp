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

TEST(Release, StrataAndWhatWasPublishedBeforeAreProtectedTogether) {
    const stories::Aist43 cell;
    const auto counted = [&](std::vector<StratumKey> by) {
        return counted_report_of(cell.events, cell.table, aist43_cme, {.as_of = make_day(2020, 11, 12), .by = std::move(by), .threads = 1}, "aist43_cme");
    };
    const auto first = controlled(counted({}), 11);
    Release release{.protocol = "aist43_cme", .definitions = "1", .min_count = 11};
    for (const auto& row : first.report.rows)
        release.rows.push_back({std::string(row.indicator) + "/" + std::string(row.variant) + "/" + std::string(row.category), {}, row.numerator, row.denominator,
                                row.null_reason == NullReason::suppressed});
    const auto second = controlled(counted({StratumKey::month}), 11, {{&release, counted({})}});
    EXPECT_EQ(second.audit.earlier, 1);
    EXPECT_EQ(second.audit.stale, 0);
    EXPECT_EQ(second.audit.given_away, 0);
}

TEST(Release, WithoutItsStrataAReportIsTheWholeAlone) {
    const stories::Aist43 cell;
    const auto counted = [&](std::vector<StratumKey> by) {
        return counted_report_of(cell.events, cell.table, aist43_cme, {.as_of = make_day(2020, 11, 12), .by = std::move(by), .threads = 1}, "aist43_cme");
    };
    const auto whole = controlled(counted({}), 5).report, divided = detail::controlled_with(PublishedStrata::none, counted({StratumKey::origin, StratumKey::month}), 5, {}).report;
    std::size_t of_the_whole = 0;
    for (const auto& row : divided.rows) {
        if (row.stratum == 0) {
            EXPECT_EQ(row.numerator, whole.rows[of_the_whole++].numerator) << row.indicator << " " << row.variant << " " << row.category;
        } else {
            EXPECT_EQ(row.null_reason, NullReason::suppressed);
        }
    }
    EXPECT_EQ(of_the_whole, whole.rows.size());
}

TEST(Release, AWholeMayBePublishedWithoutItsCurves) {
    const stories::Aist43 cell;
    const auto counted = counted_report_of(cell.events, cell.table, aist43_cme, {.as_of = make_day(2020, 11, 12), .threads = 1}, "aist43_cme");
    const auto with = controlled(counted, 5), without = detail::controlled_with(PublishedStrata::plain, counted, 5, {});
    ASSERT_TRUE(with.proven && without.proven);
    const auto hidden = [](const ControlledReport& result, std::string_view indicator, std::string_view variant, std::string_view category) {
        return find_row(result.report, indicator, variant, category)->null_reason == NullReason::suppressed;
    };
    EXPECT_TRUE(hidden(without, "stage_delay", "referral_to_entry", "median")) << "a quantile tells of its curve";
    EXPECT_FALSE(hidden(with, "stage_delay", "referral_to_entry", "median"));
    for (const auto* result : {&with, &without}) EXPECT_FALSE(hidden(*result, "referrals", "", ""));
}

TEST(Release, WhereAStratumIsListedThereIsSomebody) {
    EventTable events;
    for (const auto* service : {"a", "b", "c", "d"})
        for (const auto* name : {"1", "2", "3"}) stories::add_case(events, {service, name}, stories::entered(make_day(2024, 3, 4), make_day(2024, 3, 20)));
    const auto table = replay(events, common_core, {make_day(2024, 6, 1), no_day, 1});
    const auto counted = [&](std::vector<StratumKey> by) {
        return counted_report_of(events, table, common_core, {.as_of = make_day(2024, 6, 1), .by = std::move(by), .threads = 1}, "common_core");
    };
    const auto referrals = [](const ControlledReport& controlled) { return find_row(controlled.report, "referrals")->numerator; };
    EXPECT_EQ(referrals(controlled(counted({}), 11)), 12);
    EXPECT_FALSE(referrals(controlled(counted({StratumKey::service}), 11))) << "one service cannot have ten of twelve when each of the others has one";
}

TEST(Release, OfAReportOfWhichNothingIsProvenNothingIsPublished) {
    const stories::Aist43 cell;
    const auto counted = counted_report_of(cell.events, cell.table, aist43_cme, {.as_of = make_day(2020, 11, 12), .threads = 1}, "aist43_cme");
    const auto result = detail::withheld(counted, 11);
    EXPECT_TRUE(std::all_of(result.report.rows.begin(), result.report.rows.end(), [](const ReportRow& row) { return row.null_reason == NullReason::suppressed; }));
    EXPECT_EQ(result.report.input.cases, hidden_count);
    EXPECT_EQ(result.audit.rows.size(), result.report.rows.size());
    EXPECT_FALSE(result.proven);
}

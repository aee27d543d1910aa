#include "maintien/indicators/trend.hpp"

#include <gtest/gtest.h>

#include "support/engine_register.hpp"
#include "support/random_register.hpp"
#include "support/register_stories.hpp"

namespace maintien {
namespace {

constexpr Day day_of(int year, unsigned month, unsigned day) { return make_day(year, month, day); }

TEST(Trend, SpansFollowTheCalendarAndFillThePeriod) {
    const Period period{day_of(2023, 11, 15), day_of(2024, 5, 3)};
    EXPECT_EQ(spans_of(period, Every::month).size(), 7u);
    EXPECT_EQ(spans_of(period, Every::quarter), (std::vector<Period>{{day_of(2023, 11, 15), day_of(2023, 12, 31)}, {day_of(2024, 1, 1), day_of(2024, 3, 31)}, {day_of(2024, 4, 1), day_of(2024, 5, 3)}}));
    EXPECT_EQ(spans_of(period, Every::year), (std::vector<Period>{{day_of(2023, 11, 15), day_of(2023, 12, 31)}, {day_of(2024, 1, 1), day_of(2024, 5, 3)}}));
    EXPECT_TRUE(spans_of({day_of(2024, 2, 1), day_of(2024, 1, 1)}, Every::month).empty());
    EXPECT_EQ(spans_of({day_of(2024, 2, 29), day_of(2024, 2, 29)}, Every::month), (std::vector<Period>{{day_of(2024, 2, 29), day_of(2024, 2, 29)}}));
}

void expect_same_figures(const Report& report, const Report& expected) {
    ASSERT_EQ(report.rows.size(), expected.rows.size());
    for (std::size_t i = 0; i < report.rows.size(); ++i) {
        EXPECT_EQ(report.rows[i].numerator, expected.rows[i].numerator) << report.rows[i].indicator;
        EXPECT_EQ(report.rows[i].value, expected.rows[i].value) << report.rows[i].indicator;
    }
}

TEST(Trend, EachSpanIsTheReportOnIt) {
    const auto events = stories::aist43_register();
    const auto table = replay(events, aist43_cme, {day_of(2020, 11, 12), no_day, 1});
    const ReportQuestion question{.as_of = day_of(2020, 11, 12), .by = {StratumKey::origin}, .threads = 1};
    const auto trend = trend_of(events, table, aist43_cme, question, Every::month, "aist43_cme");
    ASSERT_EQ(trend.reports.size(), 6u);
    for (const auto& report : trend.reports) {
        auto asked = question;
        asked.from = report.period.from;
        asked.to = report.period.to;
        const auto expected = report_of(events, table, aist43_cme, asked, "aist43_cme");
        expect_same_figures(report, expected);
    }
}

TEST(Trend, TheFlowsOfTheSpansAddUpToThoseOfThePeriod) {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const auto entries = slow::register_of_seed(seed);
        const auto asked = slow::question_of_seed(entries, seed);
        const auto events = engine::table_of(entries);
        const auto versions = built_in_versions(asked.protocol);
        auto question = engine::question_of(asked);
        question.by.clear();
        const auto table = replay(events, versions, {question.as_of, question.known_on, 1});
        const auto whole = report_of(events, table, latest(versions), question, "p");
        const auto trend = trend_of(events, table, latest(versions), question, Every::quarter, "p");
        for (const auto& [indicator, variant] : {std::pair{"referrals", ""}, {"entries", "strict"}, {"entries", "broad"}, {"caseload", "outflow"}, {"appointments", "held"}}) {
            double sum = 0;
            for (const auto& report : trend.reports) sum += find_row(report, indicator, variant)->numerator.value();
            EXPECT_EQ(sum, find_row(whole, indicator, variant)->numerator) << "seed " << seed << " " << indicator;
        }
        for (std::size_t i = 1; i < trend.reports.size(); ++i) {
            if (trend.reports[i - 1].period.to >= table.last_day()) break;
            EXPECT_EQ(find_row(trend.reports[i - 1], "caseload", "closing")->value, find_row(trend.reports[i], "caseload", "opening")->value) << "seed " << seed;
        }
    }
}

TEST(Trend, OverDaysIsTheReportAskedOnEachDay) {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const auto entries = slow::register_of_seed(seed);
        const auto asked = slow::question_of_seed(entries, seed);
        const auto events = engine::table_of(entries);
        const auto versions = built_in_versions(asked.protocol);
        const auto question = engine::question_of(asked);
        const auto trend = trend_over_days(events, versions, question, Every::year, "p");
        ASSERT_EQ(trend.over, TrendOver::days);
        ASSERT_EQ(trend.reports.size(), spans_of(trend.period, Every::year).size());
        for (const auto& report : trend.reports) {
            auto alone = question;
            alone.as_of = alone.to = report.period.to;
            alone.from = trend.period.from;
            const auto table = replay(events, versions, {alone.as_of, alone.known_on, 1});
            expect_same_figures(report, report_of(events, table, latest(versions), alone, "p"));
        }
    }
}

TEST(Trend, OverDaysNeverForgetsAReferral) {
    const auto trend = trend_over_days(stories::aist43_register(), ProtocolVersions{aist43_cme}, {.as_of = day_of(2020, 11, 12), .threads = 1}, Every::month, "aist43_cme");
    ASSERT_EQ(trend.reports.size(), 6u);
    for (std::size_t i = 1; i < trend.reports.size(); ++i)
        EXPECT_GE(find_row(trend.reports[i], "referrals")->value, find_row(trend.reports[i - 1], "referrals")->value);
    EXPECT_EQ(find_row(trend.reports.back(), "referrals")->value, 103);
}

}  // namespace
}  // namespace maintien

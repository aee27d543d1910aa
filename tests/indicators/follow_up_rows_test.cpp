#include "maintien/indicators/follow_up_rows.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "maintien/protocol/built_in/all.hpp"

using namespace maintien;

namespace {

const RowRule* named(const std::vector<RowRule>& rows, std::string_view variant, std::string_view category) {
    for (const auto& row : rows)
        if (row.variant == variant && row.category == category) return &row;
    return nullptr;
}

}  // namespace

TEST(FollowUpRows, AHorizonIsSpeltInDigits) {
    EXPECT_EQ(detail::horizon_name(6), "6");
    EXPECT_EQ(detail::horizon_name(12), "12");
    EXPECT_EQ(detail::horizon_name(255), "255");
}

TEST(FollowUpRows, EveryHorizonOfTheProtocolHasItsRows) {
    FollowUpSchedule schedule = common_core.follow_up;
    schedule.horizons = {3, 12, 24, 36};
    std::vector<RowRule> rows;
    detail::add_follow_up_rows(rows, schedule);
    EXPECT_EQ(rows.size(), 4u * 10 + 4);
    EXPECT_EQ(rows.front().category, "due");
    EXPECT_EQ(rows[9].category, "pending");
    EXPECT_EQ(rows[10].variant, "12");
    EXPECT_EQ(rows.back().indicator, "response_rate");
    rows.clear();
    detail::add_retention_rows(rows, schedule);
    EXPECT_EQ(rows.size(), 9u * 4);
    EXPECT_EQ(rows[0].variant, rows[3].variant);
    EXPECT_EQ(rows[3].category, "36");
}

TEST(FollowUpRows, WithoutAHorizonThereIsNoRow) {
    std::vector<RowRule> rows;
    detail::add_follow_up_rows(rows, {});
    detail::add_retention_rows(rows, {});
    EXPECT_TRUE(rows.empty());
}

TEST(FollowUpRows, WhoIsMatureIsTheSumOfTheEndsButThosePending) {
    std::vector<RowRule> rows;
    detail::add_follow_up_rows(rows, common_core.follow_up);
    const CellRange mature = named(rows, "12", "due")->numerator[0];
    std::set<std::size_t> ends;
    for (const auto& term : terms_of<FollowUpEnd>) {
        const auto& row = *named(rows, "12", term.code);
        ends.insert(row.numerator[0].first);
        EXPECT_EQ(row.numerator[0].first < mature.end(), term.value != FollowUpEnd::pending) << term.code;
    }
    EXPECT_EQ(ends.size(), 9u);
    EXPECT_EQ(*ends.begin(), mature.first);
}

TEST(FollowUpRows, RecommendationsAreTheFirstMeasures) {
    for (const auto& term : terms_of<Measure>) EXPECT_EQ(index_of(term.value) < detail::recommendations, term.recommendation) << term.code;
}

#include "maintien/indicators/target_progress.hpp"

#include <gtest/gtest.h>

#include "support/register_stories.hpp"

namespace {

using namespace maintien;

TEST(TargetProgress, OfAist43IsWhatItsReportSays) {
    const auto items = target_items(stories::aist43_register(), aist43_cme, make_day(2020, 11, 12), 1);
    ASSERT_EQ(items.size(), 3u);
    EXPECT_EQ(items[0].rule, "referrals_per_year");
    EXPECT_EQ(items[0].title.en, "Target referrals_per_year: 103 against 45.1 to date, reached");
    EXPECT_EQ(items[0].title.fr, "Objectif referrals_per_year\u00A0: 103 pour 45,1 à ce jour, atteint");
    EXPECT_EQ(items[0].computation.en, "From 1 June 2020 to 12 November 2020; 100 a year, in proportion to the days");
    EXPECT_EQ(items[2].title.en, "Target kept: 75.0%, target 50.0%, open");
    for (const auto& item : items) {
        EXPECT_FALSE(known(item.due));
        EXPECT_EQ(item.who, Actor::coordinator);
        EXPECT_EQ(item.part, AgendaPart::team);
    }
}

TEST(TargetProgress, BeginsAnewEveryYear) {
    const auto items = target_items(stories::aist43_register(), aist43_cme, make_day(2021, 3, 1), 1);
    ASSERT_EQ(items.size(), 3u);
    EXPECT_EQ(items[0].computation.en, "From 1 January 2021 to 1 March 2021; 100 a year, in proportion to the days");
    EXPECT_EQ(items[2].title.en, "Target kept: no figure yet") << "nobody left since";
}

TEST(TargetProgress, IsNothingWhereNothingWasPromised) {
    EXPECT_TRUE(target_items(stories::aist43_register(), common_core, make_day(2020, 11, 12), 1).empty());
}

}  // namespace

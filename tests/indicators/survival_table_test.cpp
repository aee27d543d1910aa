#include "maintien/indicators/survival_table.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "support/slow_survival.hpp"

namespace maintien {
namespace {

TEST(SurvivalTable, CountsEpisodesEventsAndTheLastDay) {
    auto table = survival_table(2);
    add_event(table, 0, 0);
    add_event(table, 7, 1);
    add_event(table, 7, 1, 3);
    add_censored(table, 20, 0, 4);
    add_event(table, 30, 1, 0, 0);
    put_in_order(table);
    EXPECT_EQ(episodes_in(table), 7);
    EXPECT_EQ(events_until(table, 0, 0), 1);
    EXPECT_EQ(events_until(table, 1, 6), 0);
    EXPECT_EQ(events_until(table, 1, 7), 2);
    EXPECT_EQ(last_day_observed(table), 20);
    EXPECT_EQ(cases_of(table.delayed_entries), 1);
}

TEST(SurvivalTable, IsInOrderOnceItIsPutInOrder) {
    auto table = survival_table();
    EXPECT_TRUE(is_in_order(table));
    add_event(table, 7);
    add_event(table, 3);
    EXPECT_FALSE(is_in_order(table));
    put_in_order(table);
    EXPECT_TRUE(is_in_order(table));
}

TEST(SurvivalTable, WithoutEpisodesHasNoLastDay) {
    const auto table = survival_table();
    EXPECT_EQ(episodes_in(table), 0);
    EXPECT_EQ(last_day_observed(table), -1);
}

TEST(SurvivalTable, GrowsWithTheDaysNotWithTheEpisodes) {
    auto table = survival_table();
    for (int i = 0; i < 300000; ++i) add_event(table, i % 90);
    put_in_order(table);
    EXPECT_EQ(table.events[0].rows.size(), 90u);
    EXPECT_EQ(episodes_in(table), 300000);
}

RC_GTEST_PROP(SurvivalTable, OfPartsAddedInAnyOrderIsTheTableOfTheWhole, ()) {
    const auto all = slow_survival::arbitrary_episodes(3, true, 60);
    const auto parts_count = *rc::gen::inRange<std::size_t>(1, 6);
    std::vector<slow_survival::Episodes> parts(parts_count);
    for (const auto& one : all) parts[*rc::gen::inRange<std::size_t>(0, parts_count)].push_back(one);
    auto sum = survival_table(3), reversed = survival_table(3);
    for (const auto& part : parts) sum += slow_survival::table_of(part, 3);
    std::reverse(parts.begin(), parts.end());
    for (const auto& part : parts) reversed += slow_survival::table_of(part, 3);
    RC_ASSERT(sum == slow_survival::table_of(all, 3));
    RC_ASSERT(reversed == sum);
}

RC_GTEST_PROP(SurvivalTable, DoesNotDependOnTheOrderOfTheEpisodes, ()) {
    auto all = slow_survival::arbitrary_episodes(2, true, 60);
    const auto table = slow_survival::table_of(all, 2);
    std::reverse(all.begin(), all.end());
    std::rotate(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(all.size() / 3), all.end());
    RC_ASSERT(slow_survival::table_of(all, 2) == table);
}

RC_GTEST_PROP(SurvivalTable, WithACountIsTheTableOfAsManyEpisodes, ()) {
    const auto all = slow_survival::arbitrary_episodes(1, true);
    auto table = survival_table();
    for (const auto& one : all) {
        if (one.cause == 0) add_censored(table, one.days, one.watched_from, 3);
        else add_event(table, one.days, 0, one.watched_from, 3);
    }
    put_in_order(table);
    const auto once = slow_survival::table_of(all, 1);
    auto thrice = once;
    thrice += once;
    thrice += once;
    RC_ASSERT(table == thrice);
}

}  // namespace
}  // namespace maintien

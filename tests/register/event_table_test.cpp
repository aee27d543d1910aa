#include "maintien/register/event_table.hpp"

#include <gtest/gtest.h>

#include "support/register_stories.hpp"

using namespace maintien;

TEST(EventTable, ServiceAndNumberTogetherAreTheKeyOfACase) {
    EventTable table;
    const auto here = case_of(table, {"sst-a", "1"}), there = case_of(table, {"sst-b", "1"}), nowhere = case_of(table, {"", "1"});
    EXPECT_NE(here, there);
    EXPECT_NE(here, nowhere);
    EXPECT_EQ(case_of(table, {"sst-a", "1"}), here);
    EXPECT_EQ(table.cases(), 3u);
    EXPECT_EQ(key_of(table, there), (CaseKey{"sst-b", "1"}));
}

TEST(EventTable, TenThousandCasesAreFoundAgain) {
    EventTable table;
    for (int i = 0; i < 10000; ++i) EXPECT_EQ(case_of(table, {"s", std::to_string(i)}), static_cast<CaseIndex>(i));
    for (int i = 0; i < 10000; ++i) EXPECT_EQ(case_of(table, {"s", std::to_string(i)}), static_cast<CaseIndex>(i));
    EXPECT_EQ(table.cases(), 10000u);
}

TEST(EventTable, ARowSaysWhatTheEntrySaid) {
    EventTable table;
    const Entry entry{.on = make_day(2024, 3, 1), .fact = Refusal{RefusalReason::distrust}, .recorded_on = make_day(2024, 3, 4)};
    stories::add_case(table, {"s", "1"}, {stories::referral(make_day(2024, 2, 1)), entry});
    const auto view = entry_at(table, std::size_t{1});
    EXPECT_EQ(view.event, Event::refusal);
    EXPECT_EQ(known_since(view), make_day(2024, 3, 4));
    EXPECT_EQ(value_of(view, Attribute::refusal_reason), index_of(RefusalReason::distrust));
    EXPECT_EQ(value_of(view, Attribute::origin), std::nullopt);
}

TEST(EventTable, AReplacingEntryInheritsTheIdOfTheEntryItReplaces) {
    EventTable table;
    const Entry amendment{.on = make_day(2024, 3, 2), .fact = Amendment{.amends = EntryId{"e1"}, .replacement = {stories::on(make_day(2024, 3, 1), Refusal{})}}};
    stories::add_case(table, {"s", "1"}, {amendment});
    const auto place = replacement_of(table, EntryPlace{0});
    EXPECT_TRUE(place.is_replacement());
    EXPECT_EQ(table.names.text_of(entry_at(table, place).id), "e1");
    EXPECT_EQ(entry_at(table, place).event, Event::refusal);
}

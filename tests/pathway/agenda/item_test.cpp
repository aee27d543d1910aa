#include "maintien/pathway/agenda/item.hpp"

#include <gtest/gtest.h>

namespace {

using namespace maintien;

AgendaItem item_due(Day due, int late, std::string case_id) {
    AgendaItem item;
    item.due = due;
    item.late_days = late;
    item.case_id = std::move(case_id);
    return item;
}

TEST(AgendaItems, StandLateFirstThenByDayWithThoseWithoutADayLast) {
    const Day monday = make_day(2024, 3, 11);
    std::vector<AgendaItem> items{item_due(no_day, 0, "a"), item_due(monday + 3, 0, "b"), item_due(monday - 2, 2, "c"), item_due(monday, 0, "e"), item_due(monday, 0, "d"),
                                  item_due(monday - 9, 9, "f")};
    sort_agenda(items);
    std::string order;
    for (const auto& item : items) order += item.case_id;
    EXPECT_EQ(order, "fcdeba");
}

TEST(AgendaItems, OfOneDayStandByServiceCaseAndRule) {
    AgendaItem a = item_due(make_day(2024, 3, 11), 0, "2"), b = a, c = a;
    a.service = "s1";
    b.rule = "x";
    c.rule = "y";
    EXPECT_TRUE(agenda_before(b, a));
    EXPECT_TRUE(agenda_before(b, c));
    EXPECT_FALSE(agenda_before(c, b));
}

TEST(AgendaItems, AreListedOnceTheyOpenWithinTheDaysLookedAhead) {
    const Day today = make_day(2024, 3, 11);
    const AgendaDay day{.as_of = today, .within = 7};
    EXPECT_TRUE(listed_on(today + 7, today + 60, day));
    EXPECT_FALSE(listed_on(today + 8, today + 60, day));
    EXPECT_TRUE(listed_on(no_day, today + 7, day)) << "without an opening the due day counts";
    EXPECT_FALSE(listed_on(no_day, today + 8, day));
    EXPECT_TRUE(listed_on(no_day, no_day, day));
}

TEST(AgendaItems, AreLateFromTheDayAfterTheDueDay) {
    const Day due = make_day(2024, 2, 29);
    EXPECT_EQ(late_days(due, due - 1), 0);
    EXPECT_EQ(late_days(due, due), 0);
    EXPECT_EQ(late_days(due, due + 1), 1);
    EXPECT_EQ(late_days(no_day, due), 0);
}

TEST(AgendaItems, OfARuleBearItsWords) {
    const auto item = item_of(AgendaRule::return_visit, make_day(2024, 3, 8), make_day(2024, 2, 29), {.as_of = make_day(2024, 3, 10)});
    EXPECT_EQ(item.rule, "return_visit");
    EXPECT_EQ(item.title.fr, "Visite de reprise");
    EXPECT_EQ(item.who, Actor::occupational_physician);
    EXPECT_EQ(item.part, AgendaPart::visits);
    EXPECT_EQ(item.late_days, 2);
}

}  // namespace

#include "maintien/pathway/deviation.hpp"

#include <gtest/gtest.h>

namespace maintien {
namespace {

Deviation deviation(std::string service, std::string case_id, Day on, Event event, std::string rule = "") {
    return {std::move(service), std::move(case_id), 1, event, on, std::move(rule), Severity::violation, {}};
}

TEST(Deviation, IsListedByServiceThenCaseThenDayThenEvent) {
    const Day first = make_day(2024, 1, 1), second = make_day(2024, 1, 2);
    EXPECT_TRUE(listed_before(deviation("", "9", second, Event::outcome), deviation("a", "1", first, Event::visit)));
    EXPECT_TRUE(listed_before(deviation("a", "1", second, Event::outcome), deviation("a", "2", first, Event::visit)));
    EXPECT_TRUE(listed_before(deviation("a", "1", first, Event::outcome), deviation("a", "1", second, Event::visit)));
    EXPECT_TRUE(listed_before(deviation("a", "1", first, Event::entry), deviation("a", "1", first, Event::outcome)));
    EXPECT_FALSE(listed_before(deviation("a", "1", first, Event::entry), deviation("a", "1", first, Event::entry)));
}

TEST(Deviation, EqualPlacesKeepTheOrderOfTheReplay) {
    const Day day = make_day(2024, 1, 1);
    std::vector<Deviation> list{deviation("a", "1", day, Event::action, "z"), deviation("a", "1", day, Event::action, "b"),
                                deviation("a", "1", day, Event::referral, "r")};
    sort_deviations(list);
    EXPECT_EQ(list[0].rule + list[1].rule + list[2].rule, "rzb");
}

}  // namespace
}  // namespace maintien

#include "maintien/case/entry.hpp"

#include <gtest/gtest.h>

#include <string>

#include "support/entry_json.hpp"

namespace {

using namespace maintien;
using maintien::test::json_of;

TEST(Entry, RecordsTheEventOfItsFact) {
    EXPECT_EQ(event_of(Entry{.fact = SickLeave{}}), Event::sick_leave);
    EXPECT_EQ(event_of(Entry{.fact = Reopening{}}), Event::reopening);
    EXPECT_EQ(event_of(Entry{.fact = EntryIntoCell{}}), Event::entry);
    EXPECT_EQ(event_of(Entry{.fact = Refusal{}}), Event::refusal);
    EXPECT_EQ(event_of(Entry{.fact = Resumption{}}), Event::resumption);
    EXPECT_EQ(event_of(Entry{.fact = OutcomeRecord{}}), Event::outcome);
    EXPECT_EQ(event_of(Entry{.fact = Amendment{}}), Event::amendment);
}

TEST(Entry, SaysWhenItHappenedWhenItBecameKnownAndWhoActed) {
    const Entry entry{.on = make_day(2024, 1, 31), .fact = EntryIntoCell{}, .recorded_on = make_day(2024, 2, 2), .id = {"e1"}, .by = Actor::coordinator};
    EXPECT_EQ(json_of(entry, {"north", "c1"}),
              R"({"by":"coordinator","case":"c1","event":"entry","id":"e1","on":"2024-01-31","recorded_on":"2024-02-02","service":"north"})");
}

}  // namespace

#include "maintien/protocol/protocol.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace maintien;

/// A protocol of rows of these events; the names must outlive it.
Protocol with_rows(const std::vector<Event>& events, const std::vector<std::string_view>& ids) {
    Protocol protocol;
    for (std::size_t i = 0; i < events.size(); ++i) protocol.transitions.push_back({.id = ids[i], .event = events[i]});
    return protocol;
}

RC_GTEST_PROP(Protocol, FindsTheRowsOfEachEventInTheOrderInWhichTheyWereWritten, ()) {
    const auto numbers = *rc::gen::resize(40, rc::gen::container<std::vector<int>>(rc::gen::inRange(0, static_cast<int>(count_of<Event>))));
    std::vector<Event> events;
    std::deque<std::string> names;
    std::vector<std::string_view> ids;
    for (const int number : numbers) {
        events.push_back(static_cast<Event>(number));
        ids.push_back(names.emplace_back("row" + std::to_string(ids.size())));
    }
    const Protocol protocol = indexed(with_rows(events, ids));
    for (const auto& term : terms_of<Event>) {
        std::vector<std::string_view> wanted, found;
        for (std::size_t i = 0; i < events.size(); ++i)
            if (events[i] == term.value) wanted.push_back(ids[i]);
        for (const auto& row : rows_of(protocol, term.value)) found.push_back(row.id);
        RC_ASSERT(found == wanted);
    }
}

TEST(Protocol, IndexedTwiceStaysTheSame) {
    const Protocol once = indexed(with_rows({Event::outcome, Event::referral, Event::outcome}, {"a", "b", "c"}));
    const Protocol twice = indexed(once);
    EXPECT_EQ(once.first_row, twice.first_row);
    EXPECT_EQ(twice.transitions[0].id, "b");
    EXPECT_EQ(twice.transitions[2].id, "c");
}

TEST(Protocol, HasNoRowForAnEventItDoesNotName) {
    const Protocol protocol = indexed(with_rows({Event::referral}, {"referral"}));
    const auto none = rows_of(protocol, Event::amendment);
    EXPECT_EQ(none.begin(), none.end());
    EXPECT_EQ(row_named(protocol, "amendment"), nullptr);
    EXPECT_EQ(row_named(protocol, "referral"), protocol.transitions.begin());
}

TEST(Protocol, KnowsTheTimeLimitBetweenTwoMilestonesInOneDirection) {
    Protocol protocol;
    protocol.time_limits = {{"contact", Milestone::referral, Milestone::contact, 15}};
    ASSERT_NE(limit_between(protocol, Milestone::referral, Milestone::contact), nullptr);
    EXPECT_EQ(limit_between(protocol, Milestone::referral, Milestone::contact)->length, 15);
    EXPECT_EQ(limit_between(protocol, Milestone::contact, Milestone::referral), nullptr);
    EXPECT_EQ(limit_between(protocol, Milestone::referral, Milestone::interview), nullptr);
}

TEST(Protocol, SpeaksOfTheStagesItsRowsStartFromAndLeadTo) {
    Protocol protocol;
    protocol.transitions = {{.id = "in", .event = Event::referral, .from = {{}, true}, .move = to(Stage::referred)},
                            {.id = "stay", .event = Event::team_review, .from = {{Stage::contacted}, false}}};
    EXPECT_EQ(stages_of(protocol), (CodeSet<Stage>{Stage::referred, Stage::contacted}));
}

TEST(Protocol, IsTheSameAsAnotherWhenEveryRowIs) {
    Protocol protocol, other;
    EXPECT_EQ(protocol, other);
    other.expected.push_back({.id = "plan", .beside = Event::action_plan});
    EXPECT_NE(protocol, other);
    protocol.expected.push_back({.id = "plan", .beside = Event::action});
    EXPECT_NE(protocol, other);
}

TEST(Protocol, ReadsOutcomesAsTheFieldDoesUnlessToldOtherwise) {
    EXPECT_EQ(Protocol{}.outcomes, default_outcomes());
    EXPECT_FALSE(known(Protocol{}.valid_from));
}

}  // namespace

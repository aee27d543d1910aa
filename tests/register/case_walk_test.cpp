#include "maintien/register/case_walk.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "support/register_stories.hpp"

using namespace maintien;

namespace {

const Day referred_on = make_day(2024, 4, 1);

struct NoDesk {};

/// The events of every visited case, in the order of the visits.
std::vector<std::vector<Event>> visited(const EventTable& table, Day as_of, unsigned threads) {
    auto cases = unknown_cases(table.cases());
    auto parts = walk_cases<NoDesk, std::vector<std::vector<Event>>>(
        table, mask_of(as_of, no_day), threads, cases, [](NoDesk&, auto& part, CaseIndex, std::span<const DatedMark> marks) {
            part.emplace_back();
            for (const auto& mark : marks) part.back().push_back(mark.mark.event);
        });
    std::vector<std::vector<Event>> all;
    for (const auto& part : parts) all.insert(all.end(), part.begin(), part.end());
    return all;
}

}  // namespace

TEST(CaseWalk, MarksComeInCanonicalOrderHoweverTheFileIsOrdered) {
    EventTable table;
    auto entries = stories::entered(referred_on, referred_on + 9);
    std::swap(entries.front(), entries.back());
    stories::add_case(table, {"s", "1"}, entries);
    EXPECT_EQ(visited(table, referred_on + 30, 1), (std::vector<std::vector<Event>>{{Event::referral, Event::first_contact, Event::entry}}));
}

TEST(CaseWalk, ACaseOfWhichNothingIsLeftIsNotVisited) {
    EventTable table;
    stories::add_case(table, {"s", "later"}, {stories::referral(referred_on + 40)});
    auto withdrawn = stories::referral(referred_on);
    withdrawn.id = EntryId{"e1"};
    stories::add_case(table, {"s", "withdrawn"}, {withdrawn, stories::on(referred_on + 1, Amendment{.amends = EntryId{"e1"}, .withdraw = true, .replacement = {}})});
    stories::add_case(table, {"s", "there"}, {stories::referral(referred_on)});
    EXPECT_EQ(visited(table, referred_on + 30, 1).size(), 1u);
}

TEST(CaseWalk, CasesComeInTheSameOrderOnAnyNumberOfThreads) {
    EventTable table;
    for (int i = 0; i < 5000; ++i) stories::add_case(table, {"s", std::to_string(i)}, i % 2 == 0 ? stories::entered(referred_on, referred_on + 9) : std::vector<Entry>{stories::referral(referred_on)});
    EXPECT_EQ(visited(table, referred_on + 30, 1), visited(table, referred_on + 30, 5));
}

TEST(CaseWalk, HeadwayIsToldInOrderOnTheCallingThread) {
    EventTable table;
    for (int i = 0; i < 20000; ++i) stories::add_case(table, {"s", std::to_string(i)}, stories::entered(referred_on, referred_on + 9));
    std::vector<std::uint64_t> told;
    const auto caller = std::this_thread::get_id();
    replay(table, common_core, {.as_of = referred_on + 30, .threads = 3, .headway = [&](std::uint64_t done, std::uint64_t whole) {
        EXPECT_EQ(std::this_thread::get_id(), caller);
        EXPECT_LT(done, whole);
        told.push_back(done);
    }});
    EXPECT_FALSE(told.empty());
    EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
}

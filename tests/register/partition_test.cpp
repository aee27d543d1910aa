#include "maintien/register/partition.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "support/register_stories.hpp"

using namespace maintien;

namespace {

EventTable scattered(const std::vector<int>& cases) {
    EventTable table;
    for (const int number : cases) stories::add_case(table, {"s", std::to_string(number)}, {stories::on(make_day(2024, 1, 1) + number % 30, TeamReview{})});
    return table;
}

/// How many marks each case gets, group after group; a group out of place fails.
std::map<CaseIndex, int> grouped(const EventTable& table, const Mask& mask, unsigned threads) {
    const auto buckets = partition(table, mask, threads);
    std::map<CaseIndex, int> counts;
    std::vector<DatedMark> sorted;
    std::vector<std::size_t> ends;
    for (std::size_t b = 0; b < buckets.size(); ++b) {
        group_bucket(buckets, b, sorted, ends);
        std::size_t first = 0;
        for (std::size_t c = 0; c < ends.size(); first = ends[c], ++c)
            for (std::size_t i = first; i < ends[c]; ++i) {
                EXPECT_EQ(sorted[i].case_index, (b << buckets.shift) + c);
                ++counts[sorted[i].case_index];
            }
    }
    return counts;
}

const Mask everything = mask_of(make_day(2030, 1, 1), no_day);

}  // namespace

RC_GTEST_PROP(Partition, EveryMarkLandsInItsCaseWhateverTheThreads, ()) {
    const auto cases = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 500));
    const auto table = scattered(cases);
    std::map<CaseIndex, int> expected;
    for (const auto index : table.case_index) ++expected[index];
    RC_ASSERT(grouped(table, everything, 1) == expected);
    RC_ASSERT(grouped(table, everything, 3) == expected);
}

TEST(Partition, AnEmptyRegisterHasNoMarks) { EXPECT_TRUE(grouped(EventTable{}, everything, 2).empty()); }

TEST(Partition, ManyCasesFallIntoSeveralBuckets) {
    std::vector<int> cases;
    for (int i = 0; i < 100000; ++i) cases.push_back(i % 20000);
    const auto table = scattered(cases);
    EXPECT_GT(partition(table, everything, 2).size(), 1u);
    EXPECT_EQ(grouped(table, everything, 2).size(), 20000u);
}

TEST(Partition, FactsAfterTheLastDayStayOutUnlessTheCaseIsAmended) {
    EventTable table;
    const Day june = make_day(2024, 6, 1);
    stories::add_case(table, {"s", "plain"}, {stories::on(june, TeamReview{}), stories::on(june + 1, TeamReview{})});
    stories::add_case(table, {"s", "amended"}, {stories::on(june + 1, TeamReview{}), stories::on(june, Amendment{.amends = EntryId{"x"}, .withdraw = true, .replacement = {}})});
    EXPECT_EQ(grouped(table, mask_of(june, no_day), 1), (std::map<CaseIndex, int>{{0, 1}, {1, 2}}));
}

#include "maintien/indicators/tally.hpp"

#include <gtest/gtest.h>

#include "support/register_stories.hpp"

using namespace maintien;

TEST(Tally, TheStatusesOfTheEntryCohortAddUpToTheEntries) {
    const stories::Aist43 cell;
    const auto tally = tally_of(cell.study, {}, 1);
    EXPECT_EQ(sum_of(tally.whole, {cells.status}), 43);
    EXPECT_EQ(sum_of(tally.whole, {cells.broad_entries}), 43);
    EXPECT_EQ(sum_of(tally.whole, {cells.of_entries.outcome}), 12);
}

TEST(Tally, StrataThatDivideTheCasesAddUpToTheWhole) {
    const stories::Aist43 cell;
    const auto tally = tally_of(cell.study, {StratumKey::origin, StratumKey::month}, 1);
    StratumTally sum;
    for (const auto& [codes, part] : tally.parts) sum += part;
    for (std::size_t i = 0; i < sum.counts.size(); ++i) EXPECT_EQ(sum.counts[i], tally.whole.counts[i]) << "cell " << i;
    for (std::size_t i = 0; i < sum.stays.size(); ++i) EXPECT_EQ(sum.stays[i].rows, tally.whole.stays[i].rows) << "stay " << i;
}

TEST(Tally, TheNumberOfThreadsChangesNothing) {
    const stories::Aist43 cell;
    const auto one = tally_of(cell.study, {StratumKey::month}, 1), three = tally_of(cell.study, {StratumKey::month}, 3);
    EXPECT_EQ(one.whole.counts, three.whole.counts);
    ASSERT_EQ(one.parts.size(), three.parts.size());
    for (const auto& [codes, part] : one.parts) EXPECT_EQ(part.counts, three.parts.at(codes).counts);
}

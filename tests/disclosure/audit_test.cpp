#include "maintien/disclosure/audit.hpp"

#include <gtest/gtest.h>

#include "maintien/disclosure/release.hpp"
#include "support/register_stories.hpp"

using namespace maintien;

TEST(Audit, ProvesEveryProtectedNumberOfThePublishedCell) {
    const stories::Aist43 cell;
    const auto counted = counted_report_of(cell.events, cell.table, aist43_cme, {.as_of = make_day(2020, 11, 12), .threads = 1}, "aist43_cme");
    for (const std::int64_t limit : {5, 11}) {
        const auto audit = controlled(counted, limit).audit;
        EXPECT_EQ(audit.given_away, 0);
        ASSERT_FALSE(audit.counts.empty());
        for (const auto& count : audit.counts) {
            EXPECT_NE(count.method, ProofMethod::none);
            EXPECT_LE(count.bounds.lower, 1);
            EXPECT_GE(count.bounds.upper.value_or(limit), limit - 1);
            EXPECT_TRUE(too_small(count.value, limit));
        }
        EXPECT_TRUE(std::any_of(audit.rows.begin(), audit.rows.end(), [](const AuditedRow& row) { return row.hiding == Hiding::secondary; }));
        EXPECT_FALSE(audit.mergers.empty());
    }
}

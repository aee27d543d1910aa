#include "maintien/disclosure/relations.hpp"

#include <gtest/gtest.h>

#include "disclosure/known_relations.hpp"
#include "maintien/disclosure/outlook.hpp"
#include "support/register_stories.hpp"

using namespace maintien;

namespace {

CountedReport counted_aist43(const std::vector<StratumKey>& by = {}) {
    const stories::Aist43 cell;
    return counted_report_of(cell.events, cell.table, aist43_cme, {.as_of = make_day(2020, 11, 12), .by = by, .threads = 1}, "aist43_cme");
}

}  // namespace

TEST(Relations, AllHoldOfTheCountsAsTheyAre) {
    const auto counted = counted_aist43({StratumKey::month});
    CountSystem system;
    const auto in = add_report(system, counted, 11);
    relate_tables(system, in, {true, true, {true, true, true, true}});
    ASSERT_GT(system.relations.size(), 500u);
    for (const auto& relation : system.relations) {
        const auto value = value_of(relation.form, system.truth);
        EXPECT_TRUE(relation.equation ? value == 0 : value <= 0);
    }
}

TEST(Relations, WhatHoldsByDefinitionHoldsOfRegistersOfTheWorstKind) {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) ASSERT_EQ(broken(random_counted(seed)), "") << "seed " << seed;
}

TEST(Relations, TellWhatTheDefinitionsTell) {
    // The statuses of the entry cohort add up to its entries: four of five tell the fifth.
    const auto counted = counted_aist43();
    CountSystem system;
    const auto in = add_report(system, counted, 1);
    for (auto& row : system.rows) row.hiding = Hiding::secondary;
    for (std::size_t i = 0; i < counted.report.rows.size(); ++i)
        if (counted.report.rows[i].indicator == "status" && counted.report.rows[i].category != "negative") system.rows[in.first_row + i].hiding = Hiding::shown;
    EXPECT_EQ(Outlook(system).settled(false)[in.stratum(0).cells_in({cells.of_entries.negative})[0].first], 1);
}

TEST(Relations, ARecommendationCarriedOutIsAMeasure) {
    const auto known = known_of({0}, aist43_cme);
    EXPECT_TRUE(std::any_of(known.always.begin(), known.always.end(), [](const KnownRelation& one) {
        return !one.same && one.a == StratumCounts{0}.cells_in({cells.recommended_and_done}) && one.b.size() == detail::recommendations;
    }));
}

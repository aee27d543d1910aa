#include "maintien/disclosure/relations_of_tables.hpp"

#include <gtest/gtest.h>

#include "maintien/disclosure/outlook.hpp"
#include "maintien/protocol/built_in/all.hpp"

using namespace maintien;

TEST(RelationsOfTables, ATableThatIsToldTellsItsMargins) {
    // Forty referrals, all of one sector, thirty under 30: whoever knows the table knows the ages.
    CountSystem system;
    system.truth.assign(counts_of_stratum, 0);
    const auto& mix = cells.entered_mix;
    const auto young = index_of(AgeBand::under_30), older = young + 1;
    system.truth[mix.measured.at(mix_place(young, 0)).first] = 30;
    system.truth[mix.measured.at(mix_place(older, 0)).first] = 10;
    system.truth[cells.distribution[static_cast<std::size_t>(Distribution::age_band)].at(young).first] = 30;
    system.truth[cells.distribution[static_cast<std::size_t>(Distribution::age_band)].at(older).first] = 10;
    system.truth[cells.distribution[static_cast<std::size_t>(Distribution::sector)].at(0).first] = 40;
    ToldTables told;
    told.entered_mix = true;
    const auto known = known_of_tables({0}, common_core, told);
    for (const auto& one : known.always) EXPECT_TRUE(one.holds(system.truth));
    relate(system, {known});
    for (std::size_t i = 0; i < mix_size; ++i) system.rows.push_back({.says = {sum_place(system, StratumCounts{0}.cells_in({mix.measured.at(i)}))}});
    EXPECT_EQ(Outlook(system).settled(false)[cells.distribution[static_cast<std::size_t>(Distribution::age_band)].at(young).first], 1);
}

TEST(RelationsOfTables, OfATableThatNobodyTellsNothingIsKnown) {
    const auto known = known_of_tables({0}, common_core, {});
    EXPECT_TRUE(known.always.empty() && known.usually.empty());
    EXPECT_TRUE(blocks_of({}).empty());
}

TEST(RelationsOfTables, TablesAreJoined) {
    ToldTables both, other;
    both.entered_mix = true;
    other.follow_up[1] = true;
    both |= other;
    EXPECT_TRUE(both.entered_mix && both.follow_up[1]);
    EXPECT_EQ(blocks_of(both).size(), 5u);
}

#include "maintien/indicators/comparison_contributions.hpp"

#include <gtest/gtest.h>

#include "support/register_stories.hpp"

using namespace maintien;

TEST(ComparisonContributions, AMixAddsUpToTheRateItDivides) {
    const stories::Aist43 cell;
    const auto whole = tally_of(cell.study, {}, 1).whole;
    EXPECT_EQ(sum_of(whole, {cells.entered_mix.measured}), sum_of(whole, {cells.referrals}));
    EXPECT_EQ(sum_of(whole, {cells.entered_mix.counted}), sum_of(whole, {cells.referrals_entered}));
    EXPECT_EQ(sum_of(whole, {cells.positive_mix.measured}), 12);
    EXPECT_EQ(sum_of(whole, {cells.positive_mix.counted}), 9);
    EXPECT_EQ(whole.counts[cells.positive_mix.measured.at(mix_size - 1).first], 12) << "neither age nor sector is given";
}

TEST(ComparisonContributions, ServicesAreCountedWithoutBeingAskedFor) {
    const stories::Aist43 cell;
    const auto tally = tally_of(cell.study, {StratumKey::month}, 2);
    ASSERT_EQ(tally.whole.services.size(), 1u);
    EXPECT_EQ(tally.whole.services.begin()->second, (ServiceShare{9, 12}));
    std::int64_t exits = 0;
    for (const auto& [codes, part] : tally.parts)
        for (const auto& [service, share] : part.services) exits += share.n;
    EXPECT_EQ(exits, 12);
}

#include "maintien/indicators/weighting_cells.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace maintien {
namespace {

TEST(WeightingCells, LetThoseWhoAnsweredSpeakForTheirKind) {
    const std::vector<WeightingCell> cells{{Family::company, AgeBand::_30_39, {8, 10, 10}}, {Family::elsewhere, AgeBand::_30_39, {2, 5, 30}}};
    const auto found = weighting_cells(cells);
    EXPECT_NEAR(*found.share.value, 0.25 * 0.8 + 0.75 * 0.4, 1e-15);
    EXPECT_EQ(found.fineness, CellFineness::family_and_age_band);
    EXPECT_EQ(found.cells, 2u);
    EXPECT_EQ(found.share, direct_standardisation(std::vector<StandardStratum>{{8, 10, 10}, {2, 5, 30}}));
}

TEST(WeightingCells, GiveUpAgeBandsThenAgeThenFamily) {
    std::vector<WeightingCell> cells{{Family::company, AgeBand::under_30, {2, 4, 6}}, {Family::company, AgeBand::_40_49, {5, 6, 8}}};
    EXPECT_EQ(weighting_cells(cells).fineness, CellFineness::family_and_age_half);
    cells.push_back({Family::company, AgeBand::_55_and_over, {1, 1, 9}});
    EXPECT_EQ(weighting_cells(cells).fineness, CellFineness::family);
    cells.push_back({Family::project, AgeBand::_55_and_over, {0, 4, 4}});
    const auto found = weighting_cells(cells);
    EXPECT_EQ(found.fineness, CellFineness::one_cell);
    EXPECT_EQ(found.share.value, 8.0 / 15.0);
}

TEST(WeightingCells, SplitAgesAtFifty) {
    const auto halves_of = [](AgeBand one, AgeBand other) {
        return weighting_cells(std::vector<WeightingCell>{{Family::company, one, {1, 3, 5}}, {Family::company, other, {1, 3, 5}}}).fineness;
    };
    EXPECT_EQ(halves_of(AgeBand::under_30, AgeBand::_40_49), CellFineness::family_and_age_half);
    EXPECT_EQ(halves_of(AgeBand::_50_54, AgeBand::_55_and_over), CellFineness::family_and_age_half);
    EXPECT_EQ(halves_of(AgeBand::_40_49, AgeBand::_50_54), CellFineness::family);
}

TEST(WeightingCells, KeepWhatIsNotKnownApart) {
    const std::vector<WeightingCell> cells{{std::nullopt, std::nullopt, {5, 5, 10}}, {Family::company, std::nullopt, {0, 5, 10}}};
    const auto found = weighting_cells(cells);
    EXPECT_EQ(found.cells, 2u);
    EXPECT_EQ(found.share.value, 0.5);
}

TEST(WeightingCells, SayWhyThereIsNoShare) {
    EXPECT_EQ(weighting_cells({}).share, not_given(NullReason::denominator_zero));
    EXPECT_EQ(weighting_cells(std::vector<WeightingCell>{{Family::company, AgeBand::under_30, {0, 0, 6}}}).share, not_given(NullReason::denominator_zero));
    EXPECT_EQ(weighting_cells(std::vector<WeightingCell>{{Family::company, AgeBand::under_30, {3, 4, 6}}}).share, not_given(NullReason::empty_stratum));
}

TEST(WeightingCells, AreSpeltAsInReports) {
    EXPECT_EQ(fineness_code(CellFineness::family_and_age_band), "family_and_age_band");
    EXPECT_EQ(fineness_code(CellFineness::one_cell), "one_cell");
}

std::vector<WeightingCell> arbitrary_cells(std::int64_t least) {
    std::vector<WeightingCell> cells;
    for (const auto family : {Family::company, Family::elsewhere, Family::project})
        for (const auto& band : terms_of<AgeBand>) {
            const auto respondents = *rc::gen::inRange<std::int64_t>(least, 14), positive = *rc::gen::inRange<std::int64_t>(0, respondents + 1);
            cells.push_back({family, band.value, {positive, respondents, respondents + *rc::gen::inRange<std::int64_t>(0, 9)}});
        }
    return cells;
}

RC_GTEST_PROP(WeightingCells, DoNotDependOnTheirOrderNorOnHowTheyArriveInParts, ()) {
    auto cells = arbitrary_cells(0);
    const auto found = weighting_cells(cells);
    std::reverse(cells.begin(), cells.end());
    const WeightingCell halved = cells[0];
    cells[0].answers = {halved.answers.positive, halved.answers.respondents, halved.answers.respondents};
    cells.push_back({halved.family, halved.age_band, {0, 0, halved.answers.eligible - halved.answers.respondents}});
    const auto again = weighting_cells(cells);
    RC_ASSERT(again.share == found.share);
    RC_ASSERT(again.fineness == found.fineness);
    RC_ASSERT(again.cells == found.cells);
}

RC_GTEST_PROP(WeightingCells, GiveTheObservedShareWhenAllAnswered, ()) {
    auto cells = arbitrary_cells(1);
    double positive = 0, all = 0;
    for (auto& cell : cells) {
        cell.answers.eligible = cell.answers.respondents;
        positive += static_cast<double>(cell.answers.positive), all += static_cast<double>(cell.answers.eligible);
    }
    RC_ASSERT(std::fabs(*weighting_cells(cells).share.value - positive / all) < 1e-12);
}

}  // namespace
}  // namespace maintien

#include "maintien/disclosure/row_counts.hpp"

#include <gtest/gtest.h>

using namespace maintien;

namespace {

/// A stratum in which every count is 7, and what its rows say.
struct SaidBy {
    CountSystem system{};
    CountedReport counted{};
    SaidBy() { system.truth.assign(counts_of_stratum + 4, 7); }

    RowCounts operator()(const RowRule& rule, const ReportRow& row = {}) const {
        return counts_said({system, counted, {0}, {counts_of_stratum, 2}, 0}, row, rule);
    }
    bool tells(const RowCounts& said, const CountForm& form) const {
        return std::find(said.also_says.begin(), said.also_says.end(), form) != said.also_says.end();
    }
};

}  // namespace

TEST(RowCounts, AShareSoFarSaysWhatMayStillJoinIt) {
    const SaidBy said;
    const auto counts = said({.kind = FigureKind::share_so_far, .numerator = {cells.entries}, .denominator = {cells.referrals}, .open = {cells.opening}});
    ASSERT_EQ(counts.parts_of.size(), 2u);
    EXPECT_EQ(value_of(counts.parts_of[1].first, said.system.truth), 14);
    EXPECT_EQ(counts.counts.size(), 1u);
}

TEST(RowCounts, BoundsSayWhoDidNotAnswer) {
    const SaidBy said;
    const auto group = detail::groups_of(cells.follow_up[0].ends);
    const auto counts = said(detail::retention_bounds("bounds", cells.follow_up[0].answers.part(0, 1), group));
    ASSERT_EQ(counts.parts_of.size(), 2u);
    EXPECT_EQ(counts.parts_of[1].second, (StratumCounts{0}.cells_in({group.eligible})));
    EXPECT_EQ(counts.counts.size(), 1u + 3u) << "who did not answer, and three reasons to be left out";
}

TEST(RowCounts, AMeanSaysItsNumberOfCases) {
    const SaidBy said;
    const auto counts = said({.kind = FigureKind::mean, .stay = 2});
    ASSERT_EQ(counts.counts.size(), 1u);
    EXPECT_EQ(counts.counts[0], (StratumCounts{0}.stay(2)));
}

TEST(RowCounts, AQuantileTellsHowManyHadComeByTheDaysThatOthersAskAbout) {
    const SaidBy said;
    const StratumCounts at{0};
    const auto quantile = [&](std::size_t stay) { return said({.kind = FigureKind::quantile, .stay = stay}); };
    EXPECT_TRUE(said.tells(quantile(stay_of(Delay::referral_to_entry)), at.cells_in({cells.courses.entered_by.at(0)})));
    EXPECT_TRUE(said.tells(quantile(static_cast<std::size_t>(Stay::of_exits)), at.cells_in({cells.courses.positive_by.at(1), cells.courses.otherwise_by.at(1)})));
    EXPECT_FALSE(quantile(stay_of(Delay::referral_to_contact)).also_says.empty());
    EXPECT_TRUE(quantile(stay_of(Delay::entry_to_plan)).also_says.empty()) << "no row asks for a day of it";
}

TEST(RowCounts, ACurveTellsWhoHadLeftByEachHorizon) {
    const SaidBy said;
    Catalogue rows;
    detail::add_stay_course_rows(rows);
    detail::add_exit_incidence_rows(rows);
    const auto& c = cells.courses;
    const auto all = StratumCounts{0}.cells_in({c.positive_by.at(0), c.otherwise_by.at(0)}), positive = StratumCounts{0}.cells_in({c.positive_by.at(0)});
    const auto median = said(rows.front()), incidence = said(rows.back());
    EXPECT_TRUE(said.tells(median, all));
    EXPECT_FALSE(said.tells(median, positive)) << "a curve of all exits does not tell which were positive";
    EXPECT_TRUE(said.tells(incidence, all) && said.tells(incidence, positive));
    EXPECT_TRUE(said.tells(median, StratumCounts{0}.seen_shortly(0)));
}

TEST(RowCounts, AStandardisedRateWithoutAReferenceSaysWhatThePlainOneSays) {
    const SaidBy said;
    Catalogue rows;
    detail::add_standardised_rows(rows);
    const auto counts = said(rows[0]);
    ASSERT_EQ(counts.parts_of.size(), 1u);
    EXPECT_EQ(counts.parts_of[0].second, (StratumCounts{0}.cells_in({cells.referrals})));
    EXPECT_TRUE(counts.also_says.empty() && counts.made_of.empty());
}

TEST(RowCounts, AStandardisedRateIsMadeOfTheWholeTable) {
    SaidBy said;
    Catalogue rows;
    detail::add_standardised_rows(rows);
    ReferencePopulation reference;
    reference.weights.fill(1);
    reference.weights[3] = 0;
    said.counted.reference = reference;
    ReportRow row;
    row.value = 0.5;
    const auto counts = said(rows[0], row);
    EXPECT_EQ(counts.also_says.size(), 2 * mix_size);
    EXPECT_EQ(counts.made_of.size(), 3 * (mix_size - 1));
    EXPECT_EQ(value_of(counts.counts.at(0), said.system.truth), 7) << "those outside the reference";
    EXPECT_TRUE(tables_told(said.counted, row, rows[0]).entered_mix);
}

TEST(RowCounts, TheLimitsOfTheFunnelTellTheSizeOfTheService) {
    const SaidBy said;
    Catalogue rows;
    const std::vector<NamedService> services{{0, "a"}, {1, "b"}};
    detail::add_service_rows(rows, services);
    const auto limits = said(rows[3]), spread = said(rows.back());
    ASSERT_EQ(limits.counts.size(), 1u);
    EXPECT_EQ(limits.counts[0], (ServiceCounts{counts_of_stratum, 2}.left(0, 1)));
    EXPECT_EQ(spread.also_says.size(), 4u);
    EXPECT_EQ(spread.made_of.size(), 6u);
}

#include "maintien/indicators/cell.hpp"

#include <gtest/gtest.h>

using namespace maintien;

TEST(Cell, NoTwoBlocksShareACell) {
    std::vector<int> used(cells.total, 0);
    const auto use = [&](CellRange range) {
        for (std::size_t i = range.first; i < range.end(); ++i) ++used[i];
    };
    for (const auto range : {cells.referrals, cells.re_referrals, cells.positive_exits_mature, cells.positive_exits_not_mature, cells.returned_after_positive,
                             cells.entries, cells.broad_entries, cells.referrals_entered, cells.status, cells.contact_mature, cells.contact_mature_within,
                             cells.contact_within, cells.contact_not_mature, cells.closed_without_contact, cells.refusals, cells.exits, cells.opening, cells.closing,
                             cells.appointments_held, cells.appointments_missed, cells.appointments_cancelled, cells.episodes_with_appointment})
        use(range);
    for (const auto& exits : {cells.of_entries, cells.of_period})
        for (const auto range : {exits.outcome, exits.neutral_outcome, exits.positive, exits.negative, exits.neutral, exits.refused, exits.in_company, exits.elsewhere}) use(range);
    for (const auto& group : {cells.mature, cells.mature_positive, cells.not_mature})
        for (const auto range : group) use(range);
    for (const auto& group : {cells.negative_delay, cells.pending})
        for (const auto range : group) use(range);
    for (const auto range : cells.distribution) use(range);
    const auto& courses = cells.courses;
    for (const auto range : {courses.entered_by, courses.entry_not_come, courses.before_referral, courses.positive_by, courses.otherwise_by, courses.still_in_cell}) use(range);
    for (const auto& group : {courses.delay_over, courses.delay_running, courses.delay_backwards})
        for (const auto range : group) use(range);
    for (const auto& mix : {cells.entered_mix, cells.positive_mix}) use(mix.counted), use(mix.measured);
    for (const auto range : {cells.measures, cells.recommended_and_done, cells.partners}) use(range);
    for (const auto& horizon : cells.follow_up)
        for (const auto range : {horizon.ends, horizon.answers, horizon.positive_ends, horizon.positive_employed, horizon.weighting.employed, horizon.weighting.respondents,
                                 horizon.weighting.eligible})
            use(range);
    EXPECT_EQ(used, std::vector<int>(cells.total, 1));
}

TEST(Cell, ABlockOfADistributionHasOneCellMoreThanCodesForUnknown) {
    for (std::size_t i = 0; i < distributions.size(); ++i) EXPECT_EQ(cells.distribution[i].count, distributions[i].codes + 1);
    EXPECT_EQ(cells.distribution[static_cast<std::size_t>(Distribution::sector)].count, 22);
    EXPECT_EQ(distributions[static_cast<std::size_t>(Distribution::disabled_worker)].code(0), "true");
}

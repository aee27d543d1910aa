#include "maintien/disclosure/relations_of_courses.hpp"

#include <gtest/gtest.h>

#include "disclosure/known_relations.hpp"
#include "maintien/disclosure/outlook.hpp"
#include "support/register_stories.hpp"

using namespace maintien;

namespace {

/// Whether the count of one cell follows from other cells that are told, for who knows the definitions.
bool tells_by_definition(const std::vector<CellRange>& told, CellRange asked) {
    const stories::Aist43 cell;
    const auto counted = counted_report_of(cell.events, cell.table, aist43_cme, {.as_of = make_day(2020, 11, 12), .threads = 1}, "aist43_cme");
    ReportCounts counts(counted);
    relate(counts.system, {known_of(counts.strata[0], aist43_cme)});
    for (const auto& range : told)
        for (std::size_t i = 0; i < range.count; ++i) counts.system.rows.push_back({.says = {sum_place(counts.system, counts.strata[0].cells_in({range.at(i)}))}});
    return Outlook(counts.system).settled(false)[counts.strata[0].cells_in({asked})[0].first] == 1;
}

}  // namespace

TEST(RelationsOfCourses, WhoIsStillInTheCellIsWhoHasNotLeft) {
    const auto& c = cells.courses;
    EXPECT_TRUE(tells_by_definition({cells.entries, c.positive_by, c.otherwise_by}, c.still_in_cell));
    EXPECT_FALSE(tells_by_definition({cells.entries, c.positive_by}, c.still_in_cell));
}

TEST(RelationsOfCourses, WhoHasNotEnteredIsAReferralTooAndADelayRunsOrIsOver) {
    const auto& c = cells.courses;
    EXPECT_TRUE(tells_by_definition({cells.referrals, c.entered_by, c.before_referral}, c.entry_not_come));
    const auto delay = index_of(Delay::referral_to_contact);
    EXPECT_TRUE(tells_by_definition({cells.referrals, c.delay_over[delay], c.delay_backwards[delay]}, c.delay_running[delay]));
}

TEST(RelationsOfCourses, WhoWaitsForTheExitIsInTheCellOrWaitsForTheEntry) {
    const auto exit = index_of(Delay::referral_to_exit), entry = index_of(Delay::referral_to_entry);
    const auto ongoing = cells.status.at(index_of(EntryStatus::ongoing));
    EXPECT_TRUE(tells_by_definition({cells.pending[exit], ongoing}, cells.pending[entry]));
    EXPECT_TRUE(tells_by_definition({cells.pending[exit], cells.courses.delay_over[exit], cells.negative_delay[exit], cells.courses.delay_over[entry], cells.negative_delay[entry]},
                                    cells.pending[entry]));
}

TEST(RelationsOfCourses, AStageIsReachedByThoseWhoBeginTheNextDelay) {
    const auto& c = cells.courses;
    const auto contact = index_of(Delay::referral_to_contact), interview = index_of(Delay::contact_to_interview);
    EXPECT_TRUE(tells_by_definition({c.delay_over[interview], c.delay_running[interview], c.delay_backwards[interview], cells.negative_delay[contact]}, c.delay_over[contact]));
}

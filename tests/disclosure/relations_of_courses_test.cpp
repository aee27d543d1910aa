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

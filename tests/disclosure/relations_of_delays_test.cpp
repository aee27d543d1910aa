#include "maintien/disclosure/relations_of_delays.hpp"

#include <gtest/gtest.h>

#include "disclosure/known_relations.hpp"

using namespace maintien;

TEST(RelationsOfDelays, ADelayRunsOrIsOver) {
    const auto& c = cells.courses;
    const auto delay = index_of(Delay::referral_to_contact);
    EXPECT_TRUE(tells_by_definition({cells.referrals, c.delay_over[delay], c.delay_backwards[delay]}, c.delay_running[delay]));
    EXPECT_FALSE(tells_by_definition({cells.referrals, c.delay_backwards[delay]}, c.delay_running[delay]));
}

TEST(RelationsOfDelays, WhoWaitsForTheExitIsInTheCellOrWaitsForTheEntry) {
    const auto exit = index_of(Delay::referral_to_exit), entry = index_of(Delay::referral_to_entry);
    const auto ongoing = cells.status.at(index_of(EntryStatus::ongoing));
    EXPECT_TRUE(tells_by_definition({cells.pending[exit], ongoing}, cells.pending[entry]));
    EXPECT_TRUE(tells_by_definition({cells.pending[exit], cells.courses.delay_over[exit], cells.negative_delay[exit], cells.courses.delay_over[entry], cells.negative_delay[entry]},
                                    cells.pending[entry]));
}

TEST(RelationsOfDelays, AStageIsReachedByThoseWhoBeginTheNextDelay) {
    const auto& c = cells.courses;
    const auto contact = index_of(Delay::referral_to_contact), interview = index_of(Delay::contact_to_interview);
    EXPECT_TRUE(tells_by_definition({c.delay_over[interview], c.delay_running[interview], c.delay_backwards[interview], cells.negative_delay[contact]}, c.delay_over[contact]));
}

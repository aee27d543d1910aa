#include "maintien/protocol/soundness.hpp"

#include <gtest/gtest.h>

#include "maintien/protocol/built_in/all.hpp"
#include "support/planted_faults.hpp"

// That each planted fault stops compilation too is tested in tests/must_not_compile/.

namespace {

using namespace maintien;

TEST(Soundness, HoldsForEveryBuiltInProtocol) {
    for (const auto* protocol : built_in_protocols) EXPECT_EQ(unsoundness_of(*protocol), Unsoundness::none) << protocol->name << "/" << protocol->version;
}

TEST(Soundness, NamesEachPlantedFaultFirst) {
    EXPECT_EQ(unsoundness_of(Protocol{}), Unsoundness::no_start) << "an empty rule book begins nothing";
    EXPECT_EQ(unsoundness_of(test::planted_no_start()), Unsoundness::no_start);
    EXPECT_EQ(unsoundness_of(test::planted_unreachable_stage()), Unsoundness::unreachable_stage);
    EXPECT_EQ(unsoundness_of(test::planted_dead_end()), Unsoundness::dead_end);
    EXPECT_EQ(unsoundness_of(test::planted_overlapping_rows()), Unsoundness::overlapping_rows);
    EXPECT_EQ(unsoundness_of(test::planted_impossible_guard()), Unsoundness::impossible_guard);
    EXPECT_EQ(unsoundness_of(test::planted_uncovered_sharing()), Unsoundness::uncovered_sharing);
    EXPECT_EQ(unsoundness_of(test::planted_impossible_limit()), Unsoundness::impossible_limit);
}

TEST(Soundness, AsksALimitForALengthAndTwoMilestones) {
    Protocol planted = common_core;
    planted.time_limits[1].length = 0;
    EXPECT_EQ(unsoundness_of(planted), Unsoundness::impossible_limit);
    planted = common_core;
    planted.time_limits[1].to = planted.time_limits[1].from;
    EXPECT_EQ(unsoundness_of(planted), Unsoundness::impossible_limit);
}

TEST(Soundness, NoticesTheLossOfEveryStageThatOneRowAloneLeadsTo) {
    for (const char* id : {"interview_accepted", "interview_redirected", "entry", "suspension"}) {
        Protocol protocol = common_core;
        test::drop_row(protocol, id);
        EXPECT_EQ(unsoundness_of(indexed(protocol)), Unsoundness::unreachable_stage) << id;
    }
}

TEST(Soundness, CountsTheStageBeforeTheFirstAmongThoseOfARow) {
    Protocol planted = common_core;
    row_to_change(planted, "referral_after_contact").from.none = true;
    EXPECT_EQ(unsoundness_of(planted), Unsoundness::overlapping_rows);
}

}  // namespace

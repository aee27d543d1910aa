#include "maintien/pathway/judgement.hpp"

#include <gtest/gtest.h>

#include "support/closed_list_expectations.hpp"

namespace {

using namespace maintien;

const Transition row{};

TEST(Judgement, AllowsWhatFitsItsStageMeetsEveryGuardAndHasItsEffect) {
    const Judgement good{.row = &row, .stage_fits = true};
    EXPECT_TRUE(good.allowed());
    EXPECT_FALSE((Judgement{.row = nullptr, .stage_fits = true}).allowed());
    EXPECT_FALSE((Judgement{.row = &row, .stage_fits = false}).allowed());
    EXPECT_FALSE((Judgement{.row = &row, .stage_fits = true, .unmet = 4}).allowed());
    EXPECT_FALSE((Judgement{.row = &row, .stage_fits = true, .bar = Bar::second_entry}).allowed());
    EXPECT_FALSE((Judgement{.row = &row, .stage_fits = true, .reopens_silently = true}).allowed());
}

TEST(Judgement, NamesEveryReasonForWhichAnEventHasNoEffect) {
    maintien::test::expect_closed_list<Bar>({"none", "second_referral", "second_entry", "second_refusal", "second_outcome", "after_the_end",
                                             "reopening_of_open_episode", "unknown_horizon", "outside_window"});
}

}  // namespace

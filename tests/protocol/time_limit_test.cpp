#include "maintien/protocol/time_limit.hpp"

#include <gtest/gtest.h>

namespace {

using namespace maintien;

TEST(TimeLimit, RunsInCivilDaysThroughASuspensionUnlessItSaysOtherwise) {
    const TimeLimit limit{.id = "answer", .from = Milestone::contact, .to = Milestone::interview, .length = 30};
    EXPECT_EQ(limit.unit, LimitUnit::days);
    EXPECT_FALSE(limit.holds);
}

TEST(TimeLimit, IsOwedByTheCaseManagerUnlessItSaysByWhom) { EXPECT_EQ(TimeLimit{}.who, Actor::case_manager); }

}  // namespace

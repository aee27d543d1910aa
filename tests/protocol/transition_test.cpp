#include "maintien/protocol/transition.hpp"

#include <gtest/gtest.h>

namespace {

using namespace maintien;

TEST(Transition, LeadsToAStageOrBackOrNowhere) {
    EXPECT_EQ(to(Stage::exited), (Move{MoveKind::to, Stage::exited}));
    EXPECT_NE(to(Stage::exited), to(Stage::closed));
    EXPECT_EQ(same_stage.kind, MoveKind::same);
    EXPECT_EQ(stage_before.kind, MoveKind::before);
}

TEST(Transition, SaysNothingUntilItIsFilled) {
    const Transition row;
    EXPECT_EQ(row.move, same_stage);
    EXPECT_FALSE(row.from.contains(std::nullopt));
    EXPECT_TRUE(row.guards.empty() && row.when.empty());
}

}  // namespace

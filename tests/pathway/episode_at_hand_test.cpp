#include "maintien/pathway/episode_at_hand.hpp"

#include <gtest/gtest.h>

namespace {

using namespace maintien;

TEST(EpisodeAtHand, IsTheCurrentOne) {
    Position position = new_position();
    position.episodes.emplace_back();
    position.current().stage = Stage::qualified;
    position.current().passed = 3;
    const auto episode = at_hand(position);
    EXPECT_EQ(episode.episode, &position.current());
    EXPECT_EQ(episode.stage, index_of(Stage::qualified));
    EXPECT_EQ(episode.passed, 3u);
}

TEST(EpisodeAtHand, WithoutAStageStandsAfterAllStages) {
    Position position = new_position();
    EXPECT_EQ(at_hand(position).stage, count_of<Stage>);
}

}  // namespace

#include "maintien/pathway/position.hpp"

#include <gtest/gtest.h>

namespace {

using namespace maintien;

constexpr Day some_day = make_day(2024, 1, 31);

Episode with(Milestone milestone) {
    Episode episode;
    episode.stage = Stage::in_support;
    episode.reached[index_of(milestone)] = some_day;
    return episode;
}

TEST(Position, OfANewCaseHasOneEpisodeThatHasNotBegun) {
    const Position position = new_position(1970);
    ASSERT_EQ(position.episodes.size(), 1u);
    EXPECT_FALSE(position.current().stage);
    EXPECT_FALSE(ended(position.current()) || under_way(position.current()));
    EXPECT_EQ(position.birth_year, 1970);
    EXPECT_FALSE(position.leave_known || known(position.leave_from) || known(position.leave_until));
}

TEST(Position, IsMadeReadyForTheNextCaseWithoutARestOfTheLast) {
    Position position = new_position(1970);
    position.episodes.push_back(with(Milestone::exit));
    position.episodes.front() = with(Milestone::refusal);
    position.consents.push_back({});
    position.leave_known = true;
    position.leave_from = position.leave_until = some_day;
    begin_case(position);
    ASSERT_EQ(position.episodes.size(), 1u);
    EXPECT_FALSE(ended(position.current()));
    EXPECT_TRUE(position.consents.empty());
    EXPECT_EQ(position.birth_year, 0);
    EXPECT_FALSE(position.leave_known || known(position.leave_from) || known(position.leave_until));
}

TEST(Position, OfAnEpisodeEndsWithARefusalAnExitOrAClosing) {
    for (const auto& milestone : terms_of<Milestone>) {
        const bool ends = milestone.value == Milestone::refusal || milestone.value == Milestone::exit || milestone.value == Milestone::closing;
        EXPECT_EQ(ended(with(milestone.value)), ends) << milestone.code;
        EXPECT_EQ(under_way(with(milestone.value)), !ends) << milestone.code;
        EXPECT_EQ(end_of(with(milestone.value)), ends ? some_day : no_day) << milestone.code;
    }
}

TEST(Position, OfTheLastEpisodeIsTheCurrentOne) {
    Position position = new_position();
    position.episodes.push_back(with(Milestone::entry));
    EXPECT_EQ(&position.current(), &position.episodes[1]);
}

}  // namespace

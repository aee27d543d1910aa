#include "maintien/pathway/follow_up_place.hpp"

#include <gtest/gtest.h>

#include "support/case_stories.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

const FollowUpSchedule& schedule = common_core.follow_up;  // 12 and 24 months, -30 and +90 days

Episode exited(std::string_view exit_day, Outcome how = Outcome::adapted_post) {
    Episode episode;
    episode.stage = Stage::exited;
    episode.outcome = static_cast<std::uint8_t>(index_of(how));
    episode.reached[index_of(Milestone::exit)] = day(exit_day);
    return episode;
}

Position with(std::vector<Episode> episodes) {
    Position position = new_position();
    position.episodes = std::move(episodes);
    return position;
}

TEST(FollowUpPlace, AsksTheCalendarOnlyWhereItMatters) {
    const FollowUpSchedule yearly{.horizons = {12, 24}};
    for (int horizon = 1; horizon <= 120; ++horizon)
        for (Day exit = make_day(2023, 12, 20); exit < make_day(2025, 3, 5); exit = exit + 1) {
            const Period window = answer_window(yearly, exit, horizon);
            for (const Day end : {window.from, window.to})
                for (int around = -9; around <= 9; ++around)
                    ASSERT_EQ(in_window(yearly, exit, horizon, end + around), contains(window, end + around)) << iso(exit) << " + " << horizon << " months, " << iso(end + around);
        }
    EXPECT_FALSE(in_window(yearly, make_day(2024, 1, 1), 12, make_day(2024, 6, 1)));
    EXPECT_TRUE(in_window(yearly, make_day(2024, 1, 1), 12, make_day(2025, 2, 1)));
}

TEST(FollowUpPlace, IsAnchoredByAnExitWhoseOutcomeIsFollowed) {
    EXPECT_TRUE(anchored(exited("2021-03-10"), schedule));
    EXPECT_TRUE(anchored(exited("2021-03-10", Outcome::drop_out), schedule));
    for (const auto how : {Outcome::death, Outcome::retirement, Outcome::transferred}) EXPECT_FALSE(anchored(exited("2021-03-10", how), schedule));
    EXPECT_FALSE(anchored(Episode{}, schedule));
}

TEST(FollowUpPlace, SettlesByADeathOrARetirementAlone) {
    for (const auto& term : terms_of<Answer>)
        EXPECT_EQ(settles(term.value), term.value == Answer::deceased || term.value == Answer::retired) << term.code;
}

TEST(FollowUpPlace, IsTheExitWhoseWindowHoldsTheDay) {
    const Position position = with({exited("2021-03-10")});
    const auto place = [&](int horizon, std::string_view on) { return episode_answered(position, schedule, horizon, day(on)); };
    EXPECT_EQ(place(12, "2022-02-07"), -1);
    EXPECT_EQ(place(12, "2022-02-08"), 0);
    EXPECT_EQ(place(12, "2022-06-08"), 0);
    EXPECT_EQ(place(12, "2022-06-09"), -1);
    EXPECT_EQ(place(24, "2022-03-10"), -1) << "the other horizon has another window";
    EXPECT_EQ(place(24, "2023-02-08"), 0);
}

TEST(FollowUpPlace, IsTheLatestExitAmongSeveralWindowsThatHoldTheDay) {
    const Position position = with({exited("2021-03-10"), exited("2021-05-10"), exited("2021-11-10")});
    const auto place = [&](std::string_view on) { return episode_answered(position, schedule, 12, day(on)); };
    EXPECT_EQ(place("2022-03-10"), 0);
    EXPECT_EQ(place("2022-04-09"), 0) << "the second window opens tomorrow";
    EXPECT_EQ(place("2022-04-10"), 1) << "both hold the day";
    EXPECT_EQ(place("2022-10-11"), 2);
}

TEST(FollowUpPlace, PassesOverAnExitThatIsNotFollowed) {
    const Position position = with({exited("2021-03-10"), exited("2021-05-10", Outcome::retirement)});
    EXPECT_EQ(episode_answered(position, schedule, 12, day("2022-05-10")), 0);
}

TEST(FollowUpPlace, KnowsWhetherAnExitCameBefore) {
    const Position position = with({exited("2021-03-10")});
    EXPECT_FALSE(exited_before(position, schedule, day("2021-03-10")));
    EXPECT_TRUE(exited_before(position, schedule, day("2021-03-11")));
    EXPECT_FALSE(exited_before(with({exited("2021-03-10", Outcome::death)}), schedule, day("2030-01-01")));
}

/// The stage on the day before, on the day and on the day after.
std::string around(const Episode& episode, std::string_view on) {
    std::string words;
    for (const int shift : {-1, 0, 1}) {
        const auto stage = stage_as_of(episode, schedule, day(on) + shift);
        words += (words.empty() ? "" : " ") + std::string(code_of(*stage));
    }
    return words;
}

TEST(FollowUpPlace, ClosesTheDayAfterTheLastWindow) {
    EXPECT_EQ(expectation_ends(exited("2021-03-10"), schedule), day("2023-06-09"));
    EXPECT_EQ(around(exited("2021-03-10"), "2023-06-09"), "exited closed closed");
}

TEST(FollowUpPlace, ClosesTheDayTheLastHorizonIsAnswered) {
    Episode episode = exited("2021-03-10");
    episode.answered = {day("2022-03-01"), day("2023-02-20")};
    EXPECT_EQ(around(episode, "2023-02-20"), "exited closed closed");
}

TEST(FollowUpPlace, WaitsForTheLastWindowWhenOnlyTheFirstHorizonIsAnswered) {
    Episode episode = exited("2021-03-10");
    episode.answered[0] = day("2022-03-01");
    EXPECT_EQ(around(episode, "2023-06-09"), "exited closed closed");
    EXPECT_EQ(stage_as_of(episode, schedule, day("2022-06-09")), Stage::exited);
}

TEST(FollowUpPlace, ClosesTheDayADeathOrARetirementIsKnown) {
    Episode episode = exited("2021-03-10");
    episode.settled = day("2021-06-10");
    EXPECT_EQ(around(episode, "2021-06-10"), "exited closed closed");
}

TEST(FollowUpPlace, DoesNotReopenWhenADeathIsKnownAfterTheLastWindow) {
    Episode episode = exited("2021-03-10");
    episode.settled = day("2030-01-01");
    EXPECT_EQ(expectation_ends(episode, schedule), day("2023-06-09"));
}

TEST(FollowUpPlace, ClosesAtOnceWhereNobodyIsFollowed) {
    EXPECT_EQ(stage_as_of(exited("2021-03-10"), FollowUpSchedule{}, day("2021-03-10")), Stage::closed);
}

TEST(FollowUpPlace, LeavesEveryOtherStageAsItIs) {
    for (const auto& term : terms_of<Stage>) {
        Episode episode;
        episode.stage = term.value;
        if (term.value == Stage::exited) continue;
        EXPECT_EQ(stage_as_of(episode, schedule, day("2099-01-01")), term.value);
    }
    EXPECT_FALSE(stage_as_of(Episode{}, schedule, day("2099-01-01")));
}

}  // namespace

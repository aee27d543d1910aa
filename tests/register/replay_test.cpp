#include "maintien/register/replay.hpp"

#include <gtest/gtest.h>

#include "support/register_stories.hpp"

using namespace maintien;
using stories::on;

namespace {

const Day start = make_day(2024, 4, 1);

CaseTable replayed(const EventTable& table, Day as_of, Day known_on = no_day) { return replay(table, common_core, {as_of, known_on, 1}); }

Day reached(const CaseTable& table, Milestone milestone, std::size_t row = 0) { return table.episodes.reached[index_of(milestone)][row]; }

}  // namespace

TEST(Replay, MilestonesAreTheDaysOfTheFirstEventsThatReachThem) {
    EventTable table;
    stories::add_case(table, {"s", "1"}, stories::exited(start, start + 10, start + 100, Outcome::same_post));
    const auto result = replayed(table, start + 200);
    ASSERT_EQ(result.episodes.size(), 1u);
    EXPECT_EQ(reached(result, Milestone::referral), start);
    EXPECT_EQ(reached(result, Milestone::contact), start + 1);
    EXPECT_EQ(reached(result, Milestone::exit), start + 100);
    EXPECT_EQ(result.episodes.stage[0], index_of(Stage::exited));
    EXPECT_EQ(result.episodes.origin[0], index_of(Origin::pre_return_visit));
}

TEST(Replay, WhatHappensAfterTheDayLookedAtIsNotSeen) {
    EventTable table;
    stories::add_case(table, {"s", "1"}, stories::exited(start, start + 10, start + 100, Outcome::same_post));
    EXPECT_EQ(reached(replayed(table, start + 99), Milestone::exit), no_day);
    EXPECT_EQ(reached(replayed(table, start + 100), Milestone::exit), start + 100);
}

TEST(Replay, WhatBecameKnownLaterIsNotSeen) {
    EventTable table;
    auto entries = stories::entered(start, start + 10);
    entries.back().recorded_on = start + 30;
    stories::add_case(table, {"s", "1"}, entries);
    EXPECT_EQ(reached(replayed(table, start + 60, start + 29), Milestone::entry), no_day);
    EXPECT_EQ(reached(replayed(table, start + 60, start + 30), Milestone::entry), start + 10);
}

TEST(Replay, AReopenedCaseHasTwoEpisodesThatStandTogether) {
    EventTable table;
    auto entries = stories::exited(start, start + 10, start + 100, Outcome::same_post);
    entries.push_back(on(start + 100, Reopening{}));
    stories::add_case(table, {"s", "1"}, entries);
    const auto result = replayed(table, start + 200);
    ASSERT_EQ(result.episodes.size(), 2u);
    EXPECT_EQ(result.episodes.number, (std::vector<std::uint32_t>{1, 2}));
    EXPECT_EQ(reached(result, Milestone::referral, 1), start + 100);
    EXPECT_EQ(result.episodes.origin[1], no_code);
}

TEST(Replay, AnObjectingCaseHasNoEpisodeAndIsCounted) {
    EventTable table;
    auto entries = stories::entered(start, start + 10);
    entries.push_back(on(start + 20, Consent{.scope = ConsentScope::statistics, .state = ConsentState::refused}));
    stories::add_case(table, {"s", "1"}, entries);
    stories::add_case(table, {"s", "2"}, stories::entered(start, start + 10));
    EXPECT_EQ(replayed(table, start + 30).objected, 1);
    EXPECT_EQ(replayed(table, start + 30).episodes.size(), 1u);
    EXPECT_EQ(replayed(table, start + 19).objected, 0);
}

TEST(Replay, ACaseWithoutAReferralIsListedOnce) {
    EventTable table;
    stories::add_case(table, {"s", "1"}, {on(start, FirstContact{}), on(start + 3, TeamReview{})});
    EXPECT_EQ(replayed(table, start + 30).deviations, (std::array<std::int64_t, 3>{0, 1, 0}));
}

TEST(Replay, AppointmentsKeepTheirEpisode) {
    EventTable table;
    stories::add_case(table, {"s", "1"}, stories::entered(start, start + 10));
    auto entries = stories::entered(start, start + 10);
    entries.push_back(on(start + 12, Appointment{.state = AppointmentState::held}));
    stories::add_case(table, {"s", "2"}, entries);
    const auto result = replayed(table, start + 30);
    ASSERT_EQ(result.facts.appointments.episode.size(), 1u);
    EXPECT_EQ(result.facts.appointments.episode[0], 1u);
    EXPECT_EQ(result.facts.appointments.state[0], AppointmentState::held);
}

TEST(Replay, ManyCasesOnManyThreadsStandAsOnOne) {
    EventTable table;
    for (int i = 0; i < 20000; ++i) stories::add_case(table, {"s", std::to_string(i * 7919 % 20000)}, stories::exited(start + i % 50, start + 60, start + 90 + i % 9, Outcome::same_post));
    const auto one = replay(table, common_core, {start + 200, no_day, 1}), four = replay(table, common_core, {start + 200, no_day, 4});
    EXPECT_EQ(one.episodes.case_index, four.episodes.case_index);
    EXPECT_EQ(one.episodes.reached, four.episodes.reached);
    EXPECT_EQ(one.deviations, four.deviations);
}

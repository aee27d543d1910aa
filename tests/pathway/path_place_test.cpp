#include "maintien/pathway/path_place.hpp"

#include <gtest/gtest.h>

#include "maintien/pathway/path_search.hpp"
#include "maintien/protocol/built_in/common_core.hpp"
#include "support/case_stories.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

TEST(PathPlace, MovesAnEntryWithTheDayItBecameKnown) {
    NamePool names;
    const auto numbers = packed(recorded("2024-01-05", on("2024-01-01", contact())), names);
    EXPECT_EQ(maintien::detail::moved(numbers, day("2024-01-04")).recorded_on, day("2024-01-05"));
    EXPECT_EQ(maintien::detail::moved(numbers, day("2024-01-06")).recorded_on, no_day);
}

TEST(PathPlace, KnowsTheDaysOnWhichSomethingChangesByItself) {
    auto search = maintien::detail::search_for(file_of(left("2020-01-01", "2021-03-10")), on("2021-04-01", answer(Answer::same_post)), common_core);
    const auto position = maintien::detail::standing_on(search, day("2021-04-01")).position;
    Lines days;
    for (Day one = maintien::detail::next_telling_day(search, position, day("2021-04-01")); known(one); one = maintien::detail::next_telling_day(search, position, one))
        days.push_back(iso(one));
    EXPECT_EQ(days, (Lines{"2022-02-08", "2023-02-08", "2023-06-09"})) << "two windows open, and then nothing more is expected";
}

TEST(PathPlace, TellsTheWindowsOfAnExitApart) {
    const auto& schedule = common_core.follow_up;
    const auto windows = [&](std::string_view on_day) { return maintien::detail::windows_of(day("2021-03-10"), schedule, day(on_day)); };
    EXPECT_NE(windows("2021-03-10"), windows("2021-03-11")) << "a death may be noted from the next day on";
    EXPECT_EQ(windows("2021-03-11"), windows("2022-02-07"));
    EXPECT_NE(windows("2022-02-07"), windows("2022-02-08")) << "the window of twelve months opens";
    EXPECT_NE(windows("2022-06-08"), windows("2022-06-09")) << "and is over";
}

TEST(PathPlace, KnowsHowFarADayHasCome) {
    NamePool names;
    maintien::detail::Way way{.day = day("2024-01-02")};
    for (const auto& step : {on("2024-01-01", outcome(Outcome::unfitness)), on("2024-01-02", contact()), on("2024-01-02", consent(ConsentScope::referral))})
        way.steps.push_back(packed(step, names));
    EXPECT_EQ(maintien::detail::last_of_the_day(way), Event::first_contact);
}

TEST(PathPlace, IsTheSameWhereTheSameMayFollow) {
    const auto place = [](const std::vector<Entry>& story, std::string_view on_day) {
        auto search = maintien::detail::search_for(file_of(story), on(on_day, review()), common_core);
        return maintien::detail::standing_on(search, day(on_day)).course;
    };
    EXPECT_EQ(place({on("2024-01-01", referral()), on("2024-01-05", contact())}, "2024-02-01"),
              place({on("2024-01-03", referral()), on("2024-01-04", appointment(AppointmentState::held))}, "2024-02-01"));
    EXPECT_NE(place({on("2024-01-01", referral())}, "2024-02-01"), place({on("2024-01-05", contact())}, "2024-02-01"));
}

}  // namespace

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

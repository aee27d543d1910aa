#include "maintien/pathway/path_search.hpp"

#include <gtest/gtest.h>

#include "maintien/pathway/path.hpp"
#include "maintien/protocol/built_in/common_core.hpp"
#include "support/case_stories.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

std::optional<maintien::detail::Way> way_to(const std::vector<Entry>& story, const Entry& wanted) {
    auto search = maintien::detail::search_for(file_of(story), wanted, common_core);
    const auto way = maintien::detail::shortest_way(search);
    EXPECT_EQ(search.history.entries.size(), story.size()) << "what was laid is taken away again";
    return way;
}

TEST(PathSearch, HasNoStepForWhatIsPossible) {
    const auto way = way_to(supported("2024-01-01"), on("2024-02-01", review()));
    ASSERT_TRUE(way);
    EXPECT_TRUE(way->steps.empty());
    EXPECT_EQ(way->day, day("2024-02-01"));
}

TEST(PathSearch, LaysAFactBeforeTheStepThatNeedsIt) {
    const auto way = way_to(left("2024-01-01", "2024-06-01"), on("2024-07-01", action(Measure::job_study)));
    ASSERT_TRUE(way);
    ASSERT_EQ(way->steps.size(), 2u);
    EXPECT_EQ(way->steps[0].event, Event::reopening);
    EXPECT_EQ(way->steps[1].event, Event::action_plan);
}

TEST(PathSearch, PutsAStepAmongWhatTheFileTellsOfThatDay) {
    const std::vector<Entry> story{on("2024-01-01", referral()), on("2024-02-01", contact()), on("2024-02-01", refusal())};
    const auto way = way_to(story, on("2024-02-01", entry()));
    ASSERT_TRUE(way);
    ASSERT_EQ(way->steps.size(), 1u) << "the interview, before the refusal of that day, although the day ends as before";
    EXPECT_EQ(way->steps[0].event, Event::qualification_interview);
    EXPECT_EQ(way->day, day("2024-02-01"));
}

TEST(PathSearch, CountsWhatTheFileTellsLater) {
    const auto wanted = on("2024-07-01", contact());
    const auto story = left("2024-01-01", "2024-06-01");
    EXPECT_FALSE(path_to(file_of(story), wanted, common_core)) << "a reopening is a contact";
    const auto path = path_to(file_of(then(story, {on("2024-08-01", referral())})), wanted, common_core);
    ASSERT_TRUE(path) << "a referral that history lists leaves the contact open";
    EXPECT_TRUE(path->steps.empty());
    EXPECT_EQ(path->day, day("2024-08-01"));
}

TEST(PathSearch, LooksEverywhereBeforeItSaysThatNothingLeadsThere) {
    for (const auto& story : {supported("2024-01-01"), left("2024-01-01", "2024-06-01")}) {
        auto search = maintien::detail::search_for(file_of(story), on("2024-10-01", referral()), common_core);
        EXPECT_FALSE(maintien::detail::shortest_way(search));
        EXPECT_TRUE(search.ways.empty());
    }
}

TEST(PathSearch, ComesToAnEndWhenNothingLeadsThere) {
    EXPECT_FALSE(way_to(supported("2024-01-01"), on("2024-03-01", referral())));
    EXPECT_FALSE(way_to(left("2024-01-01", "2024-06-01"), on("2024-07-01", answer(Answer::same_post, 6))));
}

}  // namespace

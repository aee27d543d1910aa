#include "maintien/pathway/path_search.hpp"

#include <gtest/gtest.h>

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

TEST(PathSearch, ComesToAnEndWhenNothingLeadsThere) {
    EXPECT_FALSE(way_to(supported("2024-01-01"), on("2024-03-01", referral())));
    EXPECT_FALSE(way_to(left("2024-01-01", "2024-06-01"), on("2024-07-01", answer(Answer::same_post, 6))));
}

}  // namespace

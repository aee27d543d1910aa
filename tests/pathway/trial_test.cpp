#include "maintien/pathway/trial.hpp"

#include <gtest/gtest.h>

#include "maintien/pathway/laid_entry.hpp"
#include "maintien/protocol/built_in/all.hpp"
#include "support/case_stories.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

Trial tried(const std::vector<Entry>& story, const Entry& next) { return trial_of(tried_in(file_of(story), next), common_core); }

TEST(Trial, ShowsWhereTheCaseStoodAndWhatTheRulesSay) {
    const auto trial = tried(supported("2024-01-01"), on("2024-01-12", entry()));
    EXPECT_TRUE(trial.accepted());
    EXPECT_EQ(trial.before.current().stage, Stage::qualified);
    EXPECT_EQ(trial.judgement.row->id, "entry");
    EXPECT_EQ(trial.judgement.protocol, &common_core);
}

TEST(Trial, IsLostWhenAnotherEntryOfTheDayWouldBreakARule) {
    const auto story = then(qualified("2024-01-01"), {on("2024-01-20", entry())});
    const auto trial = tried(story, on("2024-01-20", interview(Decision::redirected)));
    EXPECT_FALSE(trial.accepted());
    EXPECT_TRUE(tried(then(qualified("2024-01-01"), {on("2024-01-20", plan())}), on("2024-01-20", refusal())).disturbs_its_day);
}

TEST(Trial, DoesNotMindAnEntryThatBrokeARuleBefore) {
    const auto story = std::vector<Entry>{on("2024-01-01", referral()), on("2024-01-20", relay(Partner::mdph))};
    EXPECT_TRUE(tried(story, on("2024-01-20", refusal())).accepted()) << "the relay lacks its consent all the same";
}

TEST(Trial, DoesNotMindAnEntryThatOnlyItsOwnWordWouldPutRight) {
    Entry older = on("2019-12-31", interview(Decision::accepted)), next = older;
    older.by = Actor::occupational_physician;
    next.about.birth_year = 1940;
    const std::vector<Entry> story{on("2019-12-31", referral()), older};
    const auto trial = trial_of(tried_in(file_of(story), next), built_in_versions("ast_btp_ain"));
    EXPECT_LT(trial.before.episodes.back().reached[index_of(Milestone::interview)], make_day(2019, 12, 31)) << "it comes before the other";
    EXPECT_TRUE(trial.accepted()) << "without it nobody knew the age that the other needs";
}

TEST(Trial, MeetsAReopeningAfterTheEndOfItsDay) {
    const auto trial = tried(left("2024-01-01", "2024-06-01"), on("2024-06-01", reopening()));
    EXPECT_TRUE(trial.accepted());
    EXPECT_EQ(trial.before.current().stage, Stage::exited);
}

}  // namespace

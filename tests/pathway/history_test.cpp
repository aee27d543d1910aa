#include "maintien/pathway/history.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <random>

#include "support/arbitrary_entry.hpp"
#include "support/case_stories.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

/// The stage of a story on the day before, on the day and on the day after.
std::string around(const std::vector<Entry>& story, std::string_view on) {
    std::string words;
    for (const int shift : {-1, 0, 1}) {
        const auto stage = stage_of(file_of(story), common_core, day(on) + shift);
        words += (words.empty() ? "" : " ") + std::string(stage ? code_of(*stage) : "none");
    }
    return words;
}

TEST(History, ShowsTheStageAsOfADay) {
    const auto story = left("2024-01-01", "2024-06-01");
    EXPECT_EQ(around(story, "2024-01-01"), "none referred referred");
    EXPECT_EQ(around(story, "2024-01-13"), "qualified in_support in_support");
    EXPECT_EQ(around(story, "2024-06-01"), "in_support exited exited");
    EXPECT_EQ(around(left("2024-01-01", "2024-06-01", Outcome::retirement), "2024-06-01"), "in_support closed closed");
}

TEST(History, ClosesAFileTheDayAfterItsLastWindow) { EXPECT_EQ(around(left("2020-01-01", "2021-03-10"), "2023-06-09"), "exited closed closed"); }

TEST(History, ClosesAFileTheDayItsLastHorizonIsAnswered) {
    const auto first = then(left("2020-01-01", "2021-03-10"), {on("2022-03-10", answer(Answer::same_post))});
    EXPECT_EQ(around(first, "2022-03-10"), "exited exited exited");
    EXPECT_EQ(around(then(first, {on("2023-03-20", answer(Answer::job_seeking, 24))}), "2023-03-20"), "exited closed closed");
}

TEST(History, KeepsAFileOpenToLaterAnswersWhenNobodyAnsweredFirst) {
    const auto story = then(left("2020-01-01", "2021-03-10"), {on("2022-03-10", answer(Answer::no_contact)), on("2023-03-20", answer(Answer::same_post, 24))});
    EXPECT_EQ(around(story, "2023-03-20"), "exited closed closed") << "the first horizon is over, the second answered";
    EXPECT_EQ(replayed(story).deviations, Lines{});
}

TEST(History, ClosesAFileTheDayADeathIsKnown) {
    EXPECT_EQ(around(then(left("2020-01-01", "2021-03-10"), {on("2021-06-10", answer(Answer::deceased))}), "2021-06-10"), "exited closed closed");
}

TEST(History, ShowsTheStageOfTheCurrentEpisode) {
    const auto reopened = then(left("2020-01-01", "2021-03-10"), {on("2021-09-01", reopening())});
    EXPECT_EQ(around(reopened, "2021-09-01"), "exited contacted contacted");
    EXPECT_EQ(stage_of(file_of(reopened), common_core, day("2029-01-01")), Stage::contacted);
}

TEST(History, DoesNotKnowWhatHappensAfterTheDayLookedAt) {
    const auto story = left("2024-01-01", "2024-06-01");
    EXPECT_FALSE(known(position_of(file_of(story), common_core, day("2024-05-31")).current().day_of(Milestone::exit)));
}

TEST(History, PutsALateRecordedEventInItsPlace) {
    const auto story = replayed({on("2024-01-01", referral()), on("2024-01-09", interview()), recorded("2024-03-01", on("2024-01-05", contact()))});
    EXPECT_EQ(story.reached(Milestone::contact), day("2024-01-05"));
    EXPECT_EQ(story.deviations, Lines{});
}

TEST(History, TakesTheFirstYearOfBirthInCanonicalOrder) {
    auto late = on("2024-01-09", interview()), early = on("2024-01-01", referral());
    late.about.birth_year = 1960;
    early.about.birth_year = 1970;
    EXPECT_EQ(history_of(file_of({late, early}), mask_of(far_away, no_day)).birth_year, 1970);
    EXPECT_EQ(history_of(file_of({on("2024-01-01", referral())}), mask_of(far_away, no_day)).birth_year, 0);
}

TEST(History, GivesAReplacingEntryTheIdOfTheOneItStandsFor) {
    const auto file = file_of({called("o", on("2024-01-10", outcome(Outcome::dismissal))),
                               on("2024-02-01", replacement_of("o", called("other", on("2024-01-12", outcome(Outcome::invalidity)))))});
    const History history = history_of(file, mask_of(far_away, no_day));
    ASSERT_EQ(history.marks.size(), 1u);
    EXPECT_EQ(history.names.text_of(entry_at(history, history.marks[0].at).id), "o");
}

TEST(History, PutsAProposedEntryLastInTheFileAndInItsPlaceInTheOrder) {
    const Entry proposed = on("2024-01-05", contact());
    const History history = history_of(file_of(qualified("2024-01-01")), mask_of(far_away, no_day), &proposed);
    ASSERT_EQ(history.entries.size(), 4u);
    EXPECT_EQ(history.entries[3].on, day("2024-01-05"));
    EXPECT_EQ(history.marks[1].at.place, 3u);
}

/// Answers of a file reopened while its first exit is followed.
TEST(History, GivesAnAnswerToTheExitWhoseWindowItFallsIn) {
    const auto story = then(left("2020-09-01", "2021-03-10"), {on("2021-10-01", reopening()), on("2021-10-08", interview()), on("2021-10-10", entry()),
                                                               on("2021-11-10", outcome(Outcome::dismissal)), on("2022-03-05", answer(Answer::job_seeking))});
    const auto told = replayed(story);
    ASSERT_EQ(told.position.episodes.size(), 2u);
    EXPECT_EQ(told.episode(0).answered[0], day("2022-03-05")) << "dismissed eight months after a positive exit";
    EXPECT_FALSE(known(told.episode(1).answered[0]));
    EXPECT_EQ(told.deviations, Lines{});
}

/// A random file with a few ids and amendments of them, crowded on a few days.
std::vector<Entry> any_file() {
    std::vector<Entry> entries;
    const int count = *rc::gen::inRange(1, 16);
    for (int i = 0; i < count; ++i) {
        Entry one = any_entry(static_cast<Event>(*rc::gen::inRange(0, static_cast<int>(Event::amendment))));
        one.on = Day{*rc::gen::inRange(18500, 18505)};
        if (*rc::gen::inRange(0, 4) == 0 && i > 0) {
            const std::string target = "e" + std::to_string(*rc::gen::inRange(0, i));
            one = on(Day{*rc::gen::inRange(18500, 18505)}, *rc::gen::arbitrary<bool>() ? withdrawal_of(target) : replacement_of(target, one));
        }
        entries.push_back(called("e" + std::to_string(i), one));
    }
    return entries;
}

RC_GTEST_PROP(History, NeverDependsOnTheOrderOfTheFile, ()) {
    auto entries = any_file();
    const auto before = replayed(entries);
    std::shuffle(entries.begin(), entries.end(), std::mt19937(*rc::gen::arbitrary<std::uint32_t>()));
    const auto after = replayed(entries);
    RC_ASSERT(in_words(after.position) == in_words(before.position));
    RC_ASSERT(after.deviations == before.deviations);
    RC_ASSERT(after.applied == before.applied);
}

}  // namespace

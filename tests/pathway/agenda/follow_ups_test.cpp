#include "maintien/pathway/agenda/follow_ups.hpp"

#include <gtest/gtest.h>

#include "support/agenda_stories.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

/// Out on 10 March 2021: due on 10 March 2022 (8 February to 8 June) and 2023 (8 February to 8 June).
const auto out = left("2020-09-01", "2021-03-10");

TEST(FollowUps, OpenThirtyDaysBeforeAndCloseNinetyAfter) {
    const Lines due{"due 2022-03-10 opens 2022-02-08"};
    EXPECT_EQ(agenda_lines("follow_up", "2022-02-07", out, 0), nothing);
    EXPECT_EQ(agenda_lines("follow_up", "2022-02-07", out, 1), due) << "it opens tomorrow";
    EXPECT_EQ(agenda_lines("follow_up", "2022-02-08", out, 0), due);
    EXPECT_EQ(agenda_lines("follow_up", "2022-03-09", out, 0), due);
    EXPECT_EQ(agenda_lines("follow_up", "2022-03-10", out, 0), due);
    EXPECT_EQ(agenda_lines("follow_up", "2022-03-11", out, 0), Lines{"due 2022-03-10 opens 2022-02-08 late 1"});
    EXPECT_EQ(agenda_lines("follow_up", "2022-06-08", out, 0), Lines{"due 2022-03-10 opens 2022-02-08 late 90"});
    EXPECT_EQ(agenda_lines("follow_up", "2022-06-09", out, 0), nothing) << "nothing can be noted any more";
}

TEST(FollowUps, SayHowTheirWindowStands) {
    const auto title = [](std::string_view as_of) { return of_rule("follow_up", items_on(as_of, out)).at(0).title.en; };
    EXPECT_EQ(title("2022-02-01"), "Follow-up after the exit at 12 months: the window opens on 8 February 2022");
    EXPECT_EQ(title("2022-05-09"), "Follow-up after the exit at 12 months: window open until 8 June 2022");
    EXPECT_EQ(title("2022-05-10"), "Follow-up after the exit at 12 months: the window closes on 8 June 2022");
}

TEST(FollowUps, EndWithAnAnswerAndNotWithAnAttempt) {
    EXPECT_EQ(agenda_lines("follow_up", "2022-04-01", then(out, {on("2022-03-01", answer(Answer::adapted_post))})), nothing);
    const auto tried = then(out, {on("2022-03-01", FollowUp{.answer = Answer::no_contact, .horizon = 12, .channel = Channel::questionnaire}),
                                  on("2022-03-20", FollowUp{.answer = Answer::no_contact, .horizon = 12, .channel = Channel::phone})});
    const auto items = of_rule("follow_up", items_on("2022-04-01", tried));
    ASSERT_EQ(items.size(), 1u);
    EXPECT_EQ(items[0].place, "phone");
    EXPECT_EQ(items[0].computation.en, "Exit on 10 March 2021 + 12 months = 10 March 2022; could not be reached on 1 March 2022, questionnaire; could not be reached on 20 March 2022, phone");
    EXPECT_EQ(agenda_lines("follow_up", "2022-04-01", then(out, {on("2022-03-01", answer(Answer::refused))})), nothing) << "who refused is not asked again";
}

TEST(FollowUps, AskAgainAtTwentyFourMonthsWhoeverDidNotAnswerAtTwelve) {
    const auto silent = then(out, {on("2022-03-01", answer(Answer::no_contact))});
    EXPECT_EQ(agenda_lines("follow_up", "2023-03-11", silent), Lines{"due 2023-03-10 opens 2023-02-08 late 1"});
    EXPECT_EQ(agenda_lines("follow_up", "2023-03-11", then(silent, {on("2023-03-01", answer(Answer::job_seeking, 24))})), nothing);
    EXPECT_EQ(agenda_lines("follow_up", "2023-03-11", then(out, {on("2022-03-01", answer(Answer::refused))})), Lines{"due 2023-03-10 opens 2023-02-08 late 1"});
}

TEST(FollowUps, AnAnswerAtTwelveMonthsBelongsToTheFirstExitThoughTheFileWasReopened) {
    const auto reopened = then(out, {on("2021-11-02", reopening())});
    EXPECT_EQ(agenda_lines("follow_up", "2022-03-10", reopened), Lines{"due 2022-03-10 opens 2022-02-08"});
    EXPECT_EQ(agenda_lines("follow_up", "2022-03-10", then(reopened, {on("2022-03-01", answer(Answer::out_of_work_other))})), nothing);
    const auto two_exits = then(reopened, {on("2021-11-10", interview()), on("2021-11-12", entry()), on("2021-12-01", outcome(Outcome::dismissal))});
    EXPECT_EQ(agenda_lines("follow_up", "2022-03-10", two_exits), Lines{"due 2022-03-10 opens 2022-02-08"});
    EXPECT_EQ(agenda_lines("follow_up", "2022-12-01", then(two_exits, {on("2022-03-01", answer(Answer::out_of_work_other))})), (Lines{"due 2022-12-01 opens 2022-11-01"}))
        << "the second exit has its own";
}

TEST(FollowUps, OfTheDeadAreNeverDue) {
    EXPECT_EQ(agenda_lines("follow_up", "2022-03-10", then(out, {on("2021-06-10", answer(Answer::deceased))})), nothing) << "reported three months after the exit";
    EXPECT_EQ(agenda_lines("follow_up", "2023-03-10", then(out, {on("2021-06-10", answer(Answer::deceased, 24))})), nothing);
    EXPECT_EQ(agenda_lines("follow_up", "2022-03-10", then(out, {on("2021-06-10", answer(Answer::retired))})), nothing);
    EXPECT_EQ(agenda_lines("follow_up", "2022-03-10", then(out, {on("2021-11-02", reopening()), on("2021-12-01", outcome(Outcome::death))})), nothing) << "the first exit's neither";
}

TEST(FollowUps, EndWithAStandingRefusalOfContact) {
    const auto refused = then(out, {on("2022-02-20", consent(ConsentScope::follow_up_contact, ConsentState::refused))});
    EXPECT_EQ(agenda_lines("follow_up", "2022-02-20", refused).size(), 1u) << "a refusal counts from the next day";
    EXPECT_EQ(agenda_lines("follow_up", "2022-02-21", refused), nothing);
    EXPECT_EQ(agenda_lines("follow_up", "2022-03-10", then(refused, {on("2022-03-05", consent(ConsentScope::follow_up_contact))})).size(), 1u) << "given again";
    EXPECT_EQ(agenda_lines("follow_up", "2022-03-10", then(out, {on("2021-03-10", consent(ConsentScope::follow_up_contact)), on("2022-01-05", consent(ConsentScope::follow_up_contact, ConsentState::withdrawn))})), nothing);
}

TEST(FollowUps, AreNoneForExitsThatAreNotFollowed) {
    for (const auto how : {Outcome::death, Outcome::retirement, Outcome::transferred}) EXPECT_EQ(agenda_lines("follow_up", "2022-03-10", left("2020-09-01", "2021-03-10", how)), nothing);
}

}  // namespace

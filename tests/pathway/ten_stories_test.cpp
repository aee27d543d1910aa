// Ten stories that a cell lives, from the rules' side: what is taken live, what is listed in history, what the agenda says.

#include <gtest/gtest.h>

#include "maintien/pathway/agenda.hpp"
#include "maintien/pathway/blocked.hpp"
#include "maintien/protocol/built_in/all.hpp"
#include "support/case_stories.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

/// Admits a story entry by entry and says which were refused, with what was not met.
Lines refused_live(const std::vector<Entry>& story, const Protocol& protocol = common_core) {
    CaseFile file = file_of({});
    Lines lines;
    for (const Entry& next : story) {
        const Verdict verdict = admit(file, next, protocol);
        if (verdict) continue;
        lines.push_back(iso(next.on) + " " + std::string(code_of(event_of(next))));
        for (const auto& reason : verdict.reasons) lines.back() += " " + std::string(reason.condition) + ":" + std::string(reason.why);
    }
    return lines;
}

/// The items of one rule on the agenda of a day: their due days.
Lines due(const std::vector<Entry>& story, std::string_view rule, std::string_view on_day) {
    Lines days;
    for (const auto& item : agenda_of(file_of(story), common_core, {.as_of = day(on_day)}))
        if (item.rule == rule) days.push_back(iso(item.due));
    return days;
}

TEST(TenStories, APlanBeforeTheEntryAtAist63) {
    const std::vector<Entry> story{on("2024-01-08", referral()), on("2024-01-12", contact()), on("2024-01-22", appointment(AppointmentState::held)),
                                   on("2024-01-22", plan()), on("2024-02-05", entry()), on("2024-06-03", outcome(Outcome::adapted_post))};
    EXPECT_EQ(refused_live(story, aist63_cme), Lines{});
    const auto told = replayed(story, aist63_cme);
    EXPECT_EQ(told.deviations, Lines{});
    EXPECT_EQ(told.current().stage, Stage::exited);
    EXPECT_EQ(refused_live(story), (Lines{"2024-02-05 entry stage:not_at_this_stage"})) << "the core asks for the interview that this cell does not name";
}

TEST(TenStories, LostInFebruaryAndBackInSeptemberWithInterviewEntryAndPlanInOneDay) {
    const std::vector<Entry> story{on("2024-01-10", referral()),  on("2024-01-15", contact()),   on("2024-02-20", outcome(Outcome::lost_contact)),
                                   on("2024-09-09", reopening()), on("2024-09-09", interview()), on("2024-09-09", entry()), on("2024-09-09", plan())};
    EXPECT_EQ(refused_live(story), Lines{});
    const auto told = replayed(story);
    EXPECT_EQ(told.deviations, Lines{});
    ASSERT_EQ(told.position.episodes.size(), 2u);
    EXPECT_EQ(told.episode(0).stage, Stage::closed);
    EXPECT_FALSE(known(told.episode(0).day_of(Milestone::exit))) << "lost before entry: outside exit rates";
    EXPECT_EQ(told.current().stage, Stage::in_support);
    EXPECT_EQ(told.reached(Milestone::plan), day("2024-09-09"));
}

TEST(TenStories, DismissedEightMonthsAfterAPositiveExitWhileTheFileWasReopened) {
    const auto story = then(left("2020-09-01", "2021-03-10"), {on("2021-10-01", reopening()), on("2021-10-08", interview()), on("2021-10-10", entry()),
                                                               on("2021-11-10", outcome(Outcome::dismissal)), on("2022-03-05", answer(Answer::job_seeking))});
    EXPECT_EQ(refused_live(story), Lines{});
    const auto told = replayed(story);
    EXPECT_EQ(told.deviations, Lines{});
    EXPECT_EQ(told.episode(0).answered[0], day("2022-03-05")) << "the 12-month answer belongs to the first exit";
    EXPECT_FALSE(known(told.episode(1).answered[0]));
}

TEST(TenStories, ADeathReportedThreeMonthsAfterTheExit) {
    const auto story = then(left("2020-09-01", "2021-03-10"), {on("2021-06-10", answer(Answer::deceased))});
    EXPECT_EQ(refused_live(story), Lines{});
    EXPECT_EQ(stage_of(file_of(story), common_core, day("2021-06-09")), Stage::exited);
    EXPECT_EQ(stage_of(file_of(story), common_core, day("2021-06-10")), Stage::closed);
    for (const auto* later : {"2021-06-10", "2022-03-01", "2023-03-10"})
        EXPECT_TRUE(agenda_of(file_of(story), common_core, {.as_of = day(later)}).empty()) << "nothing more is due, on " << later;
}

TEST(TenStories, DismissedBeforeEntry) {
    const auto story = then(qualified("2024-01-01"), {on("2024-02-10", outcome(Outcome::dismissal))});
    EXPECT_EQ(refused_live(story), Lines{});
    const auto told = replayed(story);
    EXPECT_EQ(told.current().stage, Stage::closed);
    EXPECT_EQ(told.reached(Milestone::closing), day("2024-02-10"));
    EXPECT_FALSE(known(told.reached(Milestone::exit))) << "outside exit rates";
}

TEST(TenStories, TheEmployerMetWithoutConsentRungByThePhysicianRingingHimself) {
    const auto story = supported("2024-01-01");
    EXPECT_EQ(refused_live(then(story, {on("2024-02-01", action(Measure::employer_meeting))})),
              (Lines{"2024-02-01 action consent:not_recorded consent:not_recorded"}));
    const auto agreed = then(story, {on("2024-02-01", consent(ConsentScope::employer_contact))});
    EXPECT_EQ(refused_live(then(agreed, {by(Actor::occupational_physician, on("2024-02-02", employer_call()))})), Lines{});
    EXPECT_EQ(refused_live(then(story, {on("2024-02-02", employer_call(true))})), Lines{});
    const auto path = path_to(file_of(story), on("2024-02-01", action(Measure::employer_meeting)), common_core);
    ASSERT_TRUE(path);
    EXPECT_EQ(path->steps.size(), 2u) << "the worker's word and the physician's";
}

TEST(TenStories, ARelayToTheHealthInsuranceUnderAPartnerConsentOnly) {
    const auto story = then(supported("2024-01-01"), {on("2024-02-01", consent(ConsentScope::partner_exchange))});
    EXPECT_EQ(refused_live(then(story, {on("2024-02-02", relay(Partner::cpam))})), (Lines{"2024-02-02 relay consent_by_recipient:not_recorded"}));
    EXPECT_EQ(refused_live(then(story, {on("2024-02-02", relay(Partner::mdph))})), Lines{});
    EXPECT_EQ(replayed(then(story, {on("2024-02-02", relay(Partner::cpam))})).deviations, (Lines{"2024-02-02 relay relay unrecorded"}));
}

TEST(TenStories, HospitalBetweenContactAndInterview) {
    const std::vector<Entry> told{on("2024-03-01", referral()), on("2024-03-05", contact()), on("2024-03-15", suspension())};
    const auto back = then(told, {on("2024-05-15", resumption())});
    EXPECT_EQ(refused_live(then(back, {on("2024-05-20", interview())})), Lines{});
    EXPECT_EQ(due(back, "interview_within_30_days", "2024-05-16"), (Lines{"2024-06-04"})) << "the clock stood still for 61 days";
    EXPECT_EQ(refused_live(then(told, {on("2024-03-20", interview())})), (Lines{"2024-03-20 qualification_interview stage:not_at_this_stage"}));
    const auto path = path_to(file_of(told), on("2024-03-20", interview()), common_core);
    ASSERT_TRUE(path);
    ASSERT_EQ(path->steps.size(), 1u);
    EXPECT_EQ(event_of(path->steps[0].entry), Event::resumption);
    EXPECT_EQ(path->day, day("2024-03-21")) << "of one day, the resumption comes after the interview";
}

TEST(TenStories, NoAnswerAndThenAnAnswerAtTwentyFourMonths) {
    const auto story = then(left("2020-09-01", "2021-03-10"), {on("2022-03-15", answer(Answer::no_contact)), on("2023-03-12", answer(Answer::same_post, 24))});
    EXPECT_EQ(refused_live(story), Lines{});
    const auto told = replayed(story);
    EXPECT_FALSE(known(told.current().answered[0])) << "nobody answered is no answer";
    EXPECT_EQ(told.current().answered[1], day("2023-03-12"));
    EXPECT_EQ(stage_of(file_of(story), common_core, day("2023-03-12")), Stage::closed);
}

TEST(TenStories, APositiveExitWithNoPlanIsRefusedLiveAndListedInHistory) {
    const auto story = then(qualified("2024-01-01"), {on("2024-01-20", entry()), on("2024-06-01", outcome(Outcome::adapted_post))});
    EXPECT_EQ(refused_live(story), (Lines{"2024-06-01 outcome after:unmet"}));
    const auto told = replayed(story);
    EXPECT_EQ(told.deviations, (Lines{"2024-06-01 outcome outcome violation"}));
    EXPECT_EQ(told.current().stage, Stage::exited) << "facts are facts";
    EXPECT_EQ(refused_live(story, aist43_cme), Lines{}) << "there none is recorded and none is asked for";
}

}  // namespace

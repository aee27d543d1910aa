#include "maintien/pathway/advance.hpp"

#include <gtest/gtest.h>

#include "maintien/protocol/built_in/all.hpp"
#include "maintien/protocol/difference.hpp"
#include "support/case_stories.hpp"
#include "support/random_file.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

std::uint8_t number(Outcome outcome) { return static_cast<std::uint8_t>(index_of(outcome)); }

// ---- the way in ------------------------------------------------------------------------------------------------------

TEST(Advance, GoesStepByStepFromTheReferralToTheExit) {
    const auto whole = left("2024-01-01", "2024-06-01");
    const Stage stages[] = {Stage::referred, Stage::contacted, Stage::qualified, Stage::in_support, Stage::in_support, Stage::exited};
    for (std::size_t steps = 1; steps <= whole.size(); ++steps)
        EXPECT_EQ(replayed(std::vector<Entry>(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(steps))).current().stage, stages[steps - 1]);
    const auto story = replayed(whole);
    EXPECT_EQ(story.deviations, Lines{});
    EXPECT_EQ(story.reached(Milestone::referral), day("2024-01-01"));
    EXPECT_EQ(story.reached(Milestone::contact), day("2024-01-06"));
    EXPECT_EQ(story.reached(Milestone::interview), day("2024-01-11"));
    EXPECT_EQ(story.reached(Milestone::entry), day("2024-01-13"));
    EXPECT_EQ(story.reached(Milestone::plan), day("2024-01-15"));
    EXPECT_EQ(story.reached(Milestone::outcome), day("2024-06-01"));
    EXPECT_EQ(story.reached(Milestone::exit), day("2024-06-01"));
    EXPECT_EQ(story.current().outcome, number(Outcome::adapted_post));
}

TEST(Advance, TakesAContactBeforeTheReferral) {
    const auto story = replayed({on("2024-01-01", contact()), on("2024-01-05", referral(Origin::return_visit))});
    EXPECT_EQ(story.current().stage, Stage::contacted);
    EXPECT_EQ(story.reached(Milestone::contact), day("2024-01-01"));
    EXPECT_EQ(story.reached(Milestone::referral), day("2024-01-05"));
    EXPECT_EQ(story.current().origin, index_of(Origin::return_visit));
    EXPECT_EQ(story.deviations, Lines{});
}

TEST(Advance, TakesAHeldAppointmentAnInterviewAnEntryOrARefusalAsTheContact) {
    for (const auto& fact : {appointment(AppointmentState::held), interview(), entry(), refusal()}) {
        const auto story = replayed({on("2024-01-01", referral()), on("2024-01-09", fact)});
        EXPECT_EQ(story.reached(Milestone::contact), day("2024-01-09"));
    }
    for (const auto& fact : {appointment(AppointmentState::planned), appointment(AppointmentState::missed), attempt(), plan()}) {
        const auto story = replayed({on("2024-01-01", referral()), on("2024-01-09", fact)});
        EXPECT_FALSE(known(story.reached(Milestone::contact)));
        EXPECT_EQ(story.current().stage, Stage::referred);
    }
}

TEST(Advance, KeepsTheFirstDayOfAMilestone) {
    const auto story = replayed({on("2024-01-01", referral()), on("2024-01-02", contact()), on("2024-01-03", appointment(AppointmentState::held)),
                                 on("2024-01-04", interview(Decision::deferred)), on("2024-01-05", interview()), on("2024-01-06", entry()),
                                 on("2024-01-07", plan()), on("2024-01-08", plan())});
    EXPECT_EQ(story.reached(Milestone::contact), day("2024-01-02"));
    EXPECT_EQ(story.reached(Milestone::appointment_held), day("2024-01-03"));
    EXPECT_EQ(story.reached(Milestone::interview), day("2024-01-04"));
    EXPECT_EQ(story.reached(Milestone::plan), day("2024-01-07"));
}

TEST(Advance, NeverMovesAStageBack) {
    const auto story = replayed(then(supported("2024-01-01"), {on("2024-02-01", contact()), on("2024-02-02", interview()), on("2024-02-03", interview(Decision::deferred))}));
    EXPECT_EQ(story.current().stage, Stage::in_support);
    EXPECT_EQ(story.deviations, (Lines{"2024-02-01 first_contact first_contact violation",
                                       "2024-02-02 qualification_interview interview_accepted violation",
                                       "2024-02-03 qualification_interview interview_deferred violation"}));
}

TEST(Advance, LetsADeviatingEventHaveItsEffectAndListsIt) {
    const auto story = replayed({on("2024-01-01", referral()), on("2024-01-02", entry()), on("2024-01-03", outcome(Outcome::adapted_post))});
    EXPECT_EQ(story.current().stage, Stage::exited);
    EXPECT_EQ(story.reached(Milestone::entry), day("2024-01-02"));
    EXPECT_EQ(story.deviations, (Lines{"2024-01-02 entry entry violation", "2024-01-03 outcome outcome violation"}));
    EXPECT_EQ(replayed({on("2024-01-01", referral()), on("2024-01-02", entry()), on("2024-01-03", outcome(Outcome::adapted_post))}, aist43_cme).deviations, Lines{})
        << "another cell's way of working";
}

TEST(Advance, GoesWhereTheRowOfAnAllowedEventSays) {
    Protocol cautious = common_core;
    row_to_change(cautious, "interview_accepted").move = to(Stage::contacted);
    const auto allowed = replayed({on("2024-01-01", referral()), on("2024-01-09", interview())}, cautious);
    EXPECT_EQ(allowed.deviations, Lines{});
    EXPECT_EQ(allowed.current().stage, Stage::contacted);
    EXPECT_EQ(allowed.reached(Milestone::interview), day("2024-01-09"));
    const auto deviating = replayed({on("2024-01-01", referral()), on("2024-01-09", entry())}, cautious);
    EXPECT_EQ(deviating.current().stage, Stage::in_support) << "what is not allowed has its usual effect";
}

TEST(Advance, EndsBeforeTheEntryWithARedirectingInterview) {
    for (const auto decision : {Decision::redirected, Decision::not_eligible}) {
        const auto story = replayed({on("2024-01-01", referral()), on("2024-01-09", interview(decision))});
        EXPECT_EQ(story.current().stage, Stage::redirected);
        EXPECT_EQ(story.reached(Milestone::closing), day("2024-01-09"));
        EXPECT_FALSE(known(story.reached(Milestone::exit)));
    }
    const auto too_late = replayed(then(supported("2024-01-01"), {on("2024-02-01", interview(Decision::redirected))}));
    EXPECT_EQ(too_late.current().stage, Stage::in_support) << "an entered file leaves by an outcome";
    EXPECT_FALSE(ended(too_late.current()));
}

// ---- refusals --------------------------------------------------------------------------------------------------------

TEST(Advance, TakesARefusalBeforeTheEntryAsARefusal) {
    const auto story = replayed(then(qualified("2024-01-01"), {on("2024-02-01", refusal())}));
    EXPECT_EQ(story.current().stage, Stage::declined);
    EXPECT_EQ(story.reached(Milestone::refusal), day("2024-02-01"));
    EXPECT_FALSE(known(story.reached(Milestone::exit)) || known(story.reached(Milestone::outcome)));
    EXPECT_EQ(story.current().outcome, no_code);
}

TEST(Advance, TakesARefusalAfterTheEntryAsAWithdrawalThatDay) {
    const auto story = replayed(then(supported("2024-01-01"), {on("2024-02-01", refusal())}));
    EXPECT_EQ(story.current().stage, Stage::exited);
    EXPECT_EQ(story.reached(Milestone::exit), day("2024-02-01"));
    EXPECT_EQ(story.reached(Milestone::outcome), day("2024-02-01"));
    EXPECT_EQ(story.current().outcome, number(Outcome::drop_out));
    EXPECT_FALSE(known(story.reached(Milestone::refusal)));
    EXPECT_EQ(story.deviations, Lines{});
}

TEST(Advance, LetsARefusedFileCarryOneOutcome) {
    const auto story = replayed({on("2024-01-01", referral()), on("2024-01-09", refusal()), on("2024-02-01", outcome(Outcome::adapted_post)),
                                 on("2024-03-01", outcome(Outcome::dismissal))});
    EXPECT_EQ(story.current().stage, Stage::declined);
    EXPECT_EQ(story.current().outcome, number(Outcome::adapted_post));
    EXPECT_EQ(story.reached(Milestone::outcome), day("2024-02-01"));
    EXPECT_FALSE(known(story.reached(Milestone::exit)) || known(story.reached(Milestone::closing)));
    EXPECT_EQ(story.deviations, (Lines{"2024-03-01 outcome second_outcome violation"}));
}

// ---- what has no effect ----------------------------------------------------------------------------------------------

TEST(Advance, LetsTheFirstReferralEntryAndOutcomeStand) {
    const auto story = replayed(then(supported("2024-01-01"),
                                     {on("2024-02-01", referral(Origin::liaison_meeting)), on("2024-02-02", entry()),
                                      on("2024-02-03", outcome(Outcome::unfitness)), on("2024-02-04", outcome(Outcome::adapted_post)),
                                      on("2024-02-05", refusal())}));
    EXPECT_EQ(story.position.episodes.size(), 1u);
    EXPECT_EQ(story.reached(Milestone::referral), day("2024-01-01"));
    EXPECT_EQ(story.current().origin, index_of(Origin::pre_return_visit));
    EXPECT_EQ(story.reached(Milestone::entry), day("2024-01-13"));
    EXPECT_EQ(story.current().outcome, number(Outcome::unfitness));
    EXPECT_EQ(story.reached(Milestone::exit), day("2024-02-03"));
    EXPECT_EQ(story.deviations, (Lines{"2024-02-01 referral second_referral violation", "2024-02-02 entry second_entry violation",
                                       "2024-02-04 outcome second_outcome violation", "2024-02-05 refusal after_the_end violation"}));
}

TEST(Advance, LetsTheFirstRefusalStandAndNoEntryAfterIt) {
    const auto story = replayed({on("2024-01-01", referral()), on("2024-01-09", refusal()), on("2024-01-10", refusal()), on("2024-01-11", entry())});
    EXPECT_EQ(story.current().stage, Stage::declined);
    EXPECT_EQ(story.reached(Milestone::refusal), day("2024-01-09"));
    EXPECT_FALSE(known(story.reached(Milestone::entry)));
    EXPECT_EQ(story.deviations, (Lines{"2024-01-10 refusal second_refusal violation", "2024-01-11 entry after_the_end violation"}));
}

TEST(Advance, LetsNothingEndAnEpisodeTwice) {
    const auto story = replayed({on("2024-01-01", referral()), on("2024-01-09", interview(Decision::not_eligible)), on("2024-01-10", entry()),
                                 on("2024-01-11", refusal()), on("2024-01-12", outcome(Outcome::adapted_post))});
    EXPECT_EQ(story.current().stage, Stage::redirected);
    EXPECT_EQ(story.current().outcome, no_code);
    EXPECT_EQ(story.deviations.size(), 3u);
    for (const auto& line : story.deviations) EXPECT_NE(line.find(" after_the_end violation"), std::string::npos) << line;
}

TEST(Advance, LetsEverythingElseCountAfterTheEnd) {
    const auto story = replayed({on("2024-01-01", referral()), on("2024-01-09", refusal()), on("2024-01-10", appointment(AppointmentState::held)),
                                 on("2024-01-11", plan()), on("2024-01-12", interview())});
    EXPECT_EQ(story.reached(Milestone::appointment_held), day("2024-01-10"));
    EXPECT_EQ(story.reached(Milestone::plan), day("2024-01-11"));
    EXPECT_EQ(story.reached(Milestone::interview), day("2024-01-12"));
    EXPECT_EQ(story.current().stage, Stage::declined);
}

// ---- the way out -----------------------------------------------------------------------------------------------------

TEST(Advance, ClosesAtOnceForADeathARetirementOrATransfer) {
    for (const auto how : {Outcome::death, Outcome::retirement, Outcome::transferred}) {
        const auto story = replayed(left("2024-01-01", "2024-06-01", how));
        EXPECT_EQ(story.current().stage, Stage::closed) << code_of(how);
        EXPECT_EQ(story.reached(Milestone::exit), day("2024-06-01")) << "an exit all the same";
        EXPECT_EQ(story.deviations, Lines{});
    }
    for (const auto& term : terms_of<Outcome>) {
        if (common_core.follow_up.except.contains(term.value)) continue;
        EXPECT_EQ(replayed(left("2024-01-01", "2024-06-01", term.value)).current().stage, Stage::exited) << term.code;
    }
}

TEST(Advance, ClosesBeforeTheEntryOutsideTheExits) {
    const auto story = replayed(then(qualified("2024-01-01"), {on("2024-02-01", outcome(Outcome::dismissal))}));
    EXPECT_EQ(story.current().stage, Stage::closed);
    EXPECT_EQ(story.reached(Milestone::closing), day("2024-02-01"));
    EXPECT_FALSE(known(story.reached(Milestone::exit)));
    EXPECT_EQ(story.current().outcome, number(Outcome::dismissal));
    EXPECT_EQ(story.deviations, Lines{});
}

// ---- suspensions -----------------------------------------------------------------------------------------------------

TEST(Advance, ReturnsFromASuspensionToTheStageBefore) {
    const auto whole = supported("2024-01-01");
    const Stage before[] = {Stage::referred, Stage::contacted, Stage::qualified, Stage::in_support};
    for (std::size_t steps = 1; steps <= 4; ++steps) {
        std::vector<Entry> story(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(steps));
        story.push_back(on("2024-02-01", suspension()));
        EXPECT_EQ(replayed(story).current().stage, Stage::suspended);
        story.push_back(on("2024-03-01", resumption()));
        EXPECT_EQ(replayed(story).current().stage, before[steps - 1]);
        EXPECT_EQ(replayed(story).deviations, Lines{});
    }
}

TEST(Advance, ForgetsNothingWhenAFileIsSuspendedTwice) {
    const auto story = replayed(then(qualified("2024-01-01"), {on("2024-02-01", suspension()), on("2024-02-02", suspension()), on("2024-03-01", resumption())}));
    EXPECT_EQ(story.current().stage, Stage::qualified);
    EXPECT_EQ(story.deviations, (Lines{"2024-02-02 suspension suspension violation"}));
}

TEST(Advance, LetsAResumptionWithoutSuspensionChangeNothing) {
    const auto story = replayed(then(qualified("2024-01-01"), {on("2024-03-01", resumption())}));
    EXPECT_EQ(story.current().stage, Stage::qualified);
    EXPECT_EQ(story.deviations, (Lines{"2024-03-01 resumption resumption violation"}));
}

TEST(Advance, TakesAnEntryDuringASuspensionAndThenAnOutcomeAsAnExit) {
    const auto entered = then(qualified("2024-01-01"), {on("2024-02-01", suspension()), on("2024-02-10", entry())});
    EXPECT_EQ(replayed(entered).current().stage, Stage::suspended) << "in support lies before suspended";
    EXPECT_EQ(replayed(entered).reached(Milestone::entry), day("2024-02-10"));
    const auto gone = replayed(then(entered, {on("2024-03-01", outcome(Outcome::unfitness))}));
    EXPECT_EQ(gone.reached(Milestone::exit), day("2024-03-01"));
    EXPECT_EQ(gone.deviations, (Lines{"2024-02-10 entry entry violation"})) << "suspended after entry: the outcome is in its place";
}

// ---- episodes --------------------------------------------------------------------------------------------------------

TEST(Advance, BeginsANewEpisodeWithAReopening) {
    const auto story = replayed(then(left("2024-01-01", "2024-06-01"), {on("2024-09-01", reopening())}));
    ASSERT_EQ(story.position.episodes.size(), 2u);
    EXPECT_EQ(story.current().stage, Stage::contacted);
    EXPECT_EQ(story.reached(Milestone::referral), day("2024-09-01"));
    EXPECT_EQ(story.reached(Milestone::contact), day("2024-09-01"));
    EXPECT_EQ(story.current().origin, no_code) << "the origin is unknown";
    EXPECT_EQ(story.episode(0).stage, Stage::exited);
    EXPECT_EQ(story.deviations, Lines{});
}

TEST(Advance, BeginsANewEpisodeWithAReferralAfterTheEndAndListsIt) {
    for (const auto& story_before : {left("2024-01-01", "2024-06-01"), then(qualified("2024-01-01"), {on("2024-06-01", refusal())})}) {
        const auto story = replayed(then(story_before, {on("2024-09-01", referral(Origin::liaison_meeting))}));
        ASSERT_EQ(story.position.episodes.size(), 2u);
        EXPECT_EQ(story.current().stage, Stage::referred);
        EXPECT_EQ(story.current().origin, index_of(Origin::liaison_meeting));
        EXPECT_FALSE(known(story.reached(Milestone::contact))) << "contact as usual";
        EXPECT_EQ(story.deviations, (Lines{"2024-09-01 referral reopening_missing unrecorded"}));
    }
}

TEST(Advance, LetsAReopeningOfAnOpenEpisodeHaveNoEffect) {
    const auto story = replayed(then(supported("2024-01-01"), {on("2024-09-01", reopening())}));
    EXPECT_EQ(story.position.episodes.size(), 1u);
    EXPECT_EQ(story.deviations, (Lines{"2024-09-01 reopening reopening_of_open_episode violation"}));
}

// ---- follow-up, consents, sick leave ---------------------------------------------------------------------------------

TEST(Advance, KeepsTheFirstSubstantiveAnswerOfAHorizon) {
    const auto story = replayed(then(left("2020-01-01", "2021-03-10"), {on("2022-02-20", answer(Answer::no_contact)), on("2022-03-10", answer(Answer::same_post)),
                                                                        on("2022-04-10", answer(Answer::job_seeking)), on("2023-03-10", answer(Answer::lost, 24))}));
    EXPECT_EQ(story.current().answered[0], day("2022-03-10"));
    EXPECT_FALSE(known(story.current().answered[1])) << "nobody answered at 24 months";
    EXPECT_EQ(story.deviations, Lines{});
}

TEST(Advance, SettlesEveryEarlierExitByADeath) {
    const auto story = replayed(then(left("2020-01-01", "2021-03-10"), {on("2021-05-01", reopening()), on("2021-06-10", answer(Answer::deceased))}));
    EXPECT_EQ(story.episode(0).settled, day("2021-06-10"));
    EXPECT_FALSE(known(story.current().settled));
    EXPECT_EQ(story.deviations, Lines{});
}

TEST(Advance, WritesEveryWordOfConsentInTheLedgerThatOfASecondReferralToo) {
    const auto story = replayed({on("2024-01-01", referral()), on("2024-01-05", Referral{.origin = Origin::return_visit, .consent = false}),
                                 on("2024-01-06", consent_of(Actor::general_practitioner, ConsentScope::supervised_trial))});
    ASSERT_EQ(story.position.consents.size(), 3u);
    EXPECT_EQ(story.position.consents[0].state, ConsentState::given);
    EXPECT_EQ(story.position.consents[1].state, ConsentState::refused);
    EXPECT_EQ(story.position.consents[1].on, day("2024-01-05"));
    EXPECT_EQ(story.position.consents[2].party, index_of(Actor::general_practitioner));
}

TEST(Advance, ListsAReferralWithoutARecordedConsentAsUnrecordedAndARefusedOneAsAViolation) {
    EXPECT_EQ(replayed({on("2024-01-01", Referral{.origin = Origin::return_visit})}).deviations, (Lines{"2024-01-01 referral referral unrecorded"}));
    EXPECT_EQ(replayed({on("2024-01-01", Referral{.origin = Origin::return_visit, .consent = false})}).deviations,
              (Lines{"2024-01-01 referral referral violation"}));
}

TEST(Advance, ListsAnActionThatAPartnerWasToldOfAgainstTheWorkersWordAsAViolation) {
    const Fact told = Action{.measure = Measure::training, .actor = Actor::insurance_physician, .partner = Partner::mdph};
    const auto story = then(supported("2024-01-01"), {on("2024-01-20", consent(ConsentScope::insurance_exchange, ConsentState::refused)), on("2024-02-01", told)});
    EXPECT_EQ(replayed(story).deviations, (Lines{"2024-02-01 action action violation"})) << "one word is missing, the other is a no";
}

TEST(Advance, KnowsTheFirstDayOfSickLeaveOfTheEpisodeAndTheLeaveUnderWay) {
    const auto story = replayed(then(qualified("2024-01-01"), {on("2024-02-01", leave(LeaveState::started, day("2024-02-28"))),
                                                               on("2024-02-20", leave(LeaveState::extended, day("2024-03-31")))}));
    EXPECT_EQ(story.reached(Milestone::first_sick_leave_day), day("2024-02-01"));
    EXPECT_EQ(story.position.leave_from, day("2024-02-01"));
    EXPECT_EQ(story.position.leave_until, day("2024-03-31"));
}

TEST(Advance, DoesNotListAMissingReferralAtEveryStep) {
    const auto story = replayed({on("2024-01-01", contact()), on("2024-01-09", interview()), on("2024-01-10", entry())});
    EXPECT_EQ(story.current().stage, Stage::in_support);
    EXPECT_EQ(story.deviations, Lines{}) << "the case is listed once, as a whole";
}

// ---- looked up -------------------------------------------------------------------------------------------------------

/// A position at a stage that has reached what a lookup wants, and nothing else.
Position wanted_by(const QuickRow& quick, MaybeStage stage) {
    Position position = new_position(1980);
    position.current().stage = stage;
    for (const auto& term : terms_of<Milestone>)
        if ((quick.looked_at & quick.wanted) >> index_of(term.value) & 1u) maintien::detail::reach(position.current(), term.value, day("2024-01-01"));
    return position;
}

/// Every stage, and none, in the order of an index.
std::vector<MaybeStage> stages_and_none() {
    std::vector<MaybeStage> all;
    for (const auto& term : terms_of<Stage>) all.push_back(term.value);
    all.push_back(std::nullopt);
    return all;
}

/// Every mark that a lookup of one protocol allows at a stage without looking at anything further, with where it finds the case.
template <class Visit>
void for_each_looked_up(const RuleIndex& index, Visit visit) {
    for (const auto& event : terms_of<Event>)
        for (std::size_t code = 0; code < RuleIndex::codes; ++code)
            for (const auto& stage : stages_and_none()) {
                const auto& quick = index.quick[index.kind[code][index_of(event.value)]][maintien::detail::place_of_stage(stage)];
                if (quick.effect >= QuickEffect::answer || (quick.looked_at & QuickRow::measured) != 0) continue;
                if (event.value == Event::consent && code == no_code) continue;  // a consent says to what
                Mark mark;
                mark.on = day("2024-03-01");
                mark.event = event.value;
                mark.code = static_cast<std::uint8_t>(code);
                mark.flags = static_cast<std::uint8_t>((quick.looked_at & quick.wanted) >> QuickRow::flags_at);
                if (event.value == Event::consent) mark.state = 0;
                visit(wanted_by(quick, stage), mark);
            }
}

TEST(AdvanceAtOnce, DoesAtEveryStageWhatJudgingInFullDoes) {
    for (const auto& name : every_cell)
        for (const Protocol* protocol : built_in_versions(name)) {
            const RuleIndex index = index_of_rules(*protocol);
            int count = 0;
            for_each_looked_up(index, [&](Position at_once, const Mark& mark) {
                Position in_full = at_once;
                const auto* row = advance_at_once(at_once, mark, index);
                ASSERT_NE(row, nullptr) << code_of(mark.event) << " " << int(mark.code);
                const auto judgement = advance(in_full, mark, *protocol);
                EXPECT_TRUE(judgement.allowed());
                EXPECT_EQ(judgement.row, row);
                EXPECT_EQ(in_words(at_once), in_words(in_full)) << code_of(mark.event) << " " << int(mark.code);
                ++count;
            });
            EXPECT_GT(count, 300) << name;
        }
}

}  // namespace

#include "maintien/pathway/admission.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "maintien/protocol/built_in/all.hpp"
#include "support/arbitrary_entry.hpp"
#include "support/case_stories.hpp"
#include "support/random_file.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

std::multiset<std::string> conditions(const Verdict& verdict) {
    std::multiset<std::string> found;
    for (const auto& reason : verdict.reasons) found.insert(std::string(reason.condition) + " " + std::string(reason.why));
    return found;
}
using Conditions = std::multiset<std::string>;

Verdict asked(const std::vector<Entry>& story, const Entry& next) { return verdict_on(file_of(story), next, common_core); }

/// Admits a story entry by entry and says which were refused.
Lines refused(const std::vector<Entry>& story) {
    CaseFile file = file_of({});
    Lines lines;
    for (const Entry& next : story)
        if (!admit(file, next, common_core)) lines.push_back(iso(next.on) + " " + std::string(code_of(event_of(next))));
    return lines;
}

const auto worker_agrees = consent(ConsentScope::employer_contact);

// ---- the act of admitting --------------------------------------------------------------------------------------------

TEST(Admission, AddsTheEntryToTheFileWhenItIsAllowed) {
    CaseFile file = file_of(qualified("2024-01-01"));
    EXPECT_TRUE(admit(file, on("2024-01-13", entry()), common_core));
    ASSERT_EQ(file.entries.size(), 4u);
    EXPECT_TRUE(same_entry(file.entries.back(), on("2024-01-13", entry())));
}

TEST(Admission, LeavesTheFileAsItWasAndListsEveryReasonWhenItIsNot) {
    CaseFile file = file_of({on("2024-01-01", referral()), on("2024-01-06", contact())});
    const auto verdict = admit(file, on("2024-02-01", Action{.measure = Measure::supervised_trial, .partner = Partner::cpam}), common_core);
    EXPECT_EQ(verdict.kind, VerdictKind::conditions_unmet);
    EXPECT_EQ(conditions(verdict), (Conditions{"after unmet", "consent_by_recipient not_recorded", "on_sick_leave not_recorded",
                                               "consent not_recorded", "consent not_recorded", "consent not_recorded"}))
        << "the plan, the insurance, the leave and three physicians";
    EXPECT_EQ(file.entries.size(), 2u);
    for (const auto& reason : verdict.reasons) EXPECT_FALSE(reason.fr.empty() || reason.en.empty() || reason.source.empty());
}

TEST(Admission, ListsTheStageBesideTheConditions) {
    const auto verdict = asked({on("2024-01-01", referral())}, on("2024-02-01", action(Measure::employer_meeting)));
    EXPECT_EQ(verdict.kind, VerdictKind::not_at_this_stage);
    EXPECT_EQ(conditions(verdict), (Conditions{"stage not_at_this_stage", "after unmet", "consent not_recorded", "consent not_recorded"}));
}

TEST(Admission, TellsRefusedWithdrawnExpiredAndNotRecordedConsentsApart) {
    const auto why = [](std::initializer_list<Entry> said) {
        return conditions(asked(then(supported("2024-01-01"), said), by(Actor::occupational_physician, on("2024-06-01", employer_call()))));
    };
    Consent until_march{.scope = ConsentScope::employer_contact, .until = day("2024-03-31")};
    EXPECT_EQ(why({}), (Conditions{"consent not_recorded"}));
    EXPECT_EQ(why({on("2024-02-01", consent(ConsentScope::employer_contact, ConsentState::refused))}), (Conditions{"consent refused"}));
    EXPECT_EQ(why({on("2024-02-01", worker_agrees), on("2024-02-02", consent(ConsentScope::employer_contact, ConsentState::withdrawn))}),
              (Conditions{"consent withdrawn"}));
    EXPECT_EQ(why({on("2024-02-01", until_march)}), (Conditions{"consent expired"}));
    EXPECT_EQ(why({on("2024-02-01", worker_agrees)}), Conditions{});
}

// ---- the canonical place ---------------------------------------------------------------------------------------------

TEST(Admission, JudgesALateRecordedEventWhereItBelongs) {
    const auto story = supported("2024-01-01");
    EXPECT_TRUE(asked(story, recorded("2024-03-01", on("2024-01-03", contact())))) << "the file was only referred that day";
    EXPECT_FALSE(asked(story, on("2024-01-07", contact()))) << "the contact was on the sixth";
    EXPECT_EQ(asked(story, on("2024-01-08", action(Measure::job_study))).kind, VerdictKind::conditions_unmet) << "the plan came later";
    EXPECT_EQ(asked(story, on("2024-01-03", plan())).kind, VerdictKind::not_at_this_stage);
}

TEST(Admission, JudgesAnEventOfADayByWhatComesBeforeItThatDay) {
    const auto story = supported("2024-01-01");
    const auto call = by(Actor::occupational_physician, on("2024-02-01", employer_call()));
    EXPECT_TRUE(asked(then(story, {on("2024-02-01", worker_agrees)}), call)) << "a consent counts from its day";
    EXPECT_TRUE(asked(then(story, {on("2024-01-20", worker_agrees), on("2024-02-01", consent(ConsentScope::employer_contact, ConsentState::withdrawn))}), call))
        << "a withdrawal counts from the next day";
    EXPECT_TRUE(asked(qualified("2024-01-01"), on("2024-01-11", entry()))) << "the interview comes before the entry";
    EXPECT_FALSE(asked(then(qualified("2024-01-01"), {on("2024-01-13", entry())}), on("2024-01-13", interview())));
}

TEST(Admission, TakesAReopeningOnTheDayOfTheExit) {
    const auto story = left("2024-01-01", "2024-06-01");
    EXPECT_TRUE(asked(story, on("2024-06-01", reopening())));
    EXPECT_FALSE(asked(story, on("2024-05-31", reopening())));
    EXPECT_FALSE(asked(story, on("2024-06-01", referral()))) << "its reopening is missing";
}

TEST(Admission, NeverRefusesAWithdrawalOfConsentNorASickLeave) {
    for (const auto& story : {std::vector<Entry>{}, supported("2024-01-01"), left("2020-01-01", "2020-06-01", Outcome::death)})
        for (const auto& scope : terms_of<ConsentScope>) {
            EXPECT_TRUE(asked(story, on("2024-06-01", consent(scope.value, ConsentState::withdrawn))));
            EXPECT_TRUE(asked(story, on("2024-06-01", leave(LeaveState::started))));
        }
}

// ---- the other entries of the day ------------------------------------------------------------------------------------

TEST(Admission, RefusesWhatWouldPutAnotherEntryOfTheDayOutOfItsPlace) {
    const std::vector<Entry> written{on("2024-01-01", referral()), on("2024-01-06", contact()), on("2024-01-20", plan())};
    const auto refused_today = asked(written, on("2024-01-20", refusal()));
    EXPECT_EQ(refused_today.kind, VerdictKind::conditions_unmet);
    EXPECT_EQ(conditions(refused_today), (Conditions{"same_day unmet"})) << "the plan of that day would come after the end";
    EXPECT_EQ(refused_today.reasons[0].earliest, day("2024-01-20")) << "the plan can be corrected at once";
    EXPECT_TRUE(asked(written, on("2024-01-21", refusal())));
    EXPECT_TRUE(asked(written, on("2024-01-19", refusal()))) << "later days are not judged again";
}

TEST(Admission, TakesNoSecondReferralThatOnlyItsCodeWouldPutFirst) {
    const std::vector<Entry> story{on("2024-01-01", referral(Origin::return_visit))};
    EXPECT_EQ(conditions(asked(story, on("2024-01-01", referral(Origin::pre_return_visit)))), (Conditions{"same_day unmet"}));
    EXPECT_EQ(conditions(asked(story, on("2024-01-01", referral(Origin::other_origin)))), (Conditions{"second_referral barred"}));
}

TEST(Admission, TakesAFactThatMayAlwaysBeRecordedWhateverTheDayHolds) {
    std::vector<Entry> story = then(supported("2024-01-01"), {on("2024-02-01", leave(LeaveState::started))});
    for (const auto party : {Actor::general_practitioner, Actor::insurance_physician, Actor::occupational_physician})
        story.push_back(on("2024-02-01", consent_of(party, ConsentScope::supervised_trial)));
    story.push_back(on("2024-03-01", action(Measure::supervised_trial)));
    EXPECT_TRUE(asked(story, on("2024-03-01", leave(LeaveState::ended))));
}

// ---- amendments and ids ----------------------------------------------------------------------------------------------

TEST(Admission, TakesAnAmendmentThatNamesAnEntryAndEitherWithdrawsOrReplacesIt) {
    const std::vector<Entry> story{called("e1", on("2024-01-01", referral()))};
    EXPECT_TRUE(asked(story, on("2024-02-01", withdrawal_of("e1"))));
    EXPECT_TRUE(asked(story, on("2024-02-01", replacement_of("e1", on("2024-01-02", referral())))));
    EXPECT_EQ(conditions(asked(story, on("2024-02-01", withdrawal_of("e2")))), (Conditions{"amends unmet"}));
    EXPECT_EQ(conditions(asked(story, on("2024-02-01", withdrawal_of("")))), (Conditions{"amends unmet"}));
    EXPECT_EQ(conditions(asked(story, on("2024-02-01", Amendment{{"e1"}, false, {}}))), (Conditions{"amendment unmet"}));
    EXPECT_EQ(conditions(asked(story, on("2024-02-01", Amendment{{"e2"}, true, {Entry{}}}))), (Conditions{"amends unmet", "amendment unmet"}));
}

TEST(Admission, LetsAnAmendmentOnlyBeWithdrawn) {
    const std::vector<Entry> story{called("e1", on("2024-01-01", referral())), called("a1", on("2024-02-01", withdrawal_of("e1")))};
    EXPECT_TRUE(asked(story, on("2024-03-01", withdrawal_of("a1"))));
    EXPECT_EQ(conditions(asked(story, on("2024-03-01", replacement_of("a1", on("2024-01-02", referral()))))), (Conditions{"amendment unmet"}));
    EXPECT_EQ(conditions(asked(story, on("2024-03-01", replacement_of("e1", on("2024-02-02", withdrawal_of("e1")))))), (Conditions{"amendment unmet"}));
}

TEST(Admission, RefusesAnIdThatTheFileAlreadyUses) {
    const std::vector<Entry> story{called("e1", on("2024-01-01", referral()))};
    EXPECT_FALSE(asked(story, called("e1", on("2024-01-06", contact()))));
    EXPECT_FALSE(asked(story, called("e1", on("2024-02-01", withdrawal_of("e1")))));
    EXPECT_TRUE(asked(story, called("e2", on("2024-01-06", contact()))));
    const auto withdrawn = then(story, {on("2024-02-01", withdrawal_of("e1"))});
    EXPECT_FALSE(asked(withdrawn, called("e1", on("2024-03-01", outcome(Outcome::adapted_post))))) << "nor one whose entry was withdrawn";
}

// ---- stories ---------------------------------------------------------------------------------------------------------

TEST(Admission, TakesWhoeverWasLostInFebruaryAndComesBackInSeptember) {
    const std::vector<Entry> story{on("2024-01-10", referral()),  on("2024-01-15", contact()),   on("2024-02-20", outcome(Outcome::lost_contact)),
                                   on("2024-09-07", reopening()), on("2024-09-07", interview()), on("2024-09-07", entry()),
                                   on("2024-09-07", plan())};
    EXPECT_EQ(refused(story), Lines{});
    const auto told = replayed(story);
    EXPECT_EQ(told.deviations, Lines{});
    EXPECT_EQ(told.episode(0).stage, Stage::closed);
    EXPECT_EQ(told.current().stage, Stage::in_support);
}

TEST(Admission, TakesTheAnswerOfADismissedWorkerForTheExitItBelongsTo) {
    EXPECT_EQ(refused(then(left("2020-09-01", "2021-03-10"), {on("2021-10-01", reopening()), on("2021-10-08", interview()), on("2021-10-10", entry()),
                                                              on("2021-11-10", outcome(Outcome::dismissal)), on("2022-03-05", answer(Answer::job_seeking))})),
              Lines{});
}

TEST(Admission, TakesADeathReportedThreeMonthsAfterTheExitAndThenNothingMoreIsExpected) {
    const auto story = then(left("2020-09-01", "2021-03-10"), {on("2021-06-10", answer(Answer::deceased))});
    EXPECT_EQ(refused(story), Lines{});
    EXPECT_EQ(stage_of(file_of(story), common_core, day("2021-06-10")), Stage::closed);
    EXPECT_EQ(asked(story, on("2021-07-01", attempt())).kind, VerdictKind::not_at_this_stage);
}

TEST(Admission, TakesADismissalBeforeTheEntry) {
    EXPECT_EQ(refused({on("2024-01-01", referral()), on("2024-01-06", contact()), on("2024-02-01", outcome(Outcome::dismissal))}), Lines{});
}

TEST(Admission, RefusesAnEmployerMeetingWithoutConsentAndTakesTheEmployersCall) {
    const auto story = supported("2024-01-01");
    EXPECT_FALSE(asked(story, on("2024-02-01", action(Measure::employer_meeting))));
    EXPECT_TRUE(asked(then(story, {on("2024-01-20", worker_agrees)}), by(Actor::occupational_physician, on("2024-02-01", employer_call()))));
    EXPECT_TRUE(asked(story, on("2024-02-01", employer_call(true))));
}

TEST(Admission, RefusesARelayToTheHealthInsuranceUnderAPartnerConsentOnly) {
    const auto story = then(supported("2024-01-01"), {on("2024-01-20", consent(ConsentScope::partner_exchange))});
    EXPECT_EQ(conditions(asked(story, on("2024-02-01", relay(Partner::cpam)))), (Conditions{"consent_by_recipient not_recorded"}));
    EXPECT_TRUE(asked(story, on("2024-02-01", relay(Partner::cap_emploi))));
    EXPECT_TRUE(asked(then(story, {on("2024-01-21", consent(ConsentScope::insurance_exchange))}), on("2024-02-01", relay(Partner::cpam))));
}

TEST(Admission, TakesAHospitalStayBetweenContactAndInterview) {
    EXPECT_EQ(refused({on("2024-01-01", referral()), on("2024-01-06", contact()), on("2024-01-10", suspension()), on("2024-03-10", resumption()),
                       on("2024-03-20", interview())}),
              Lines{});
    EXPECT_EQ(refused({on("2024-01-01", referral()), on("2024-01-06", contact()), on("2024-01-10", suspension()), on("2024-03-20", interview())}),
              (Lines{"2024-03-20 qualification_interview"}));
}

TEST(Admission, RefusesLiveAPositiveExitWithoutPlanThatHistoryOnlyLists) {
    const auto entered = then(qualified("2024-01-01"), {on("2024-01-13", entry())});
    const Entry exit = on("2024-06-01", outcome(Outcome::adapted_post));
    EXPECT_EQ(conditions(asked(entered, exit)), (Conditions{"after unmet"}));
    const auto told = replayed(then(entered, {exit}));
    EXPECT_EQ(told.deviations, (Lines{"2024-06-01 outcome outcome violation"}));
    EXPECT_EQ(told.current().stage, Stage::exited);
}

/// What a replay lists of a file, notes on what is usually done beside aside: those are no conditions.
Lines violations(const CaseFile& file, const ProtocolVersions& protocol) {
    auto lines = replayed(file, protocol).deviations;
    std::erase_if(lines, [](const std::string& line) { return line.ends_with(" note"); });
    return lines;
}

// ---- properties ------------------------------------------------------------------------------------------------------

RC_GTEST_PROP(Admission, LetsAFileGrowDayByDayWithoutADeviation, ()) {
    const auto cell = *rc::gen::elementOf(every_cell);
    const auto protocol = built_in_versions(cell);
    CaseFile file = file_of({on("2019-12-31", referral())});
    Day today = day("2020-01-01");
    for (int step = 0; step < 30; ++step) {
        today = today + *rc::gen::element(1, 1, 5, 20, 200);
        Entry next = any_entry(static_cast<Event>(*rc::gen::inRange(0, static_cast<int>(Event::amendment))));
        next.on = today;
        next.id.text.clear();
        const auto before = file.entries.size();
        const bool accepted = static_cast<bool>(admit(file, next, protocol));
        RC_ASSERT(file.entries.size() == before + (accepted ? 1u : 0u));
    }
    RC_ASSERT(violations(file, protocol) == Lines{});
}

RC_GTEST_PROP(Admission, AcceptsExactlyWhatTheReferenceAccepts, ()) {
    slow::Dice dice(*rc::gen::arbitrary<std::uint64_t>());
    const auto hot = slow::hot_days(dice);
    const auto entries = random_case(dice, hot);
    const CaseFile file = file_of_register(entries);
    for (int asked_for = 0; asked_for < 30; ++asked_for) {
        const auto next = random_proposal(dice, hot);
        const auto& cell = every_cell[static_cast<std::size_t>(asked_for) % every_cell.size()];
        const bool accepted = static_cast<bool>(verdict_on(file, typed(next), built_in_versions(cell)));
        if (accepted != slow::admits(entries, next, cell)) RC_FAIL(slow::to_json_lines(entries) + cell + " proposed " + slow::to_json_lines({next}));
    }
}

/// Facts that may always be recorded are told before the rest of their day: they are not refused for its sake.
bool comes_too_late(const CaseFile& file, const Entry& next) {
    const auto guarded = [&](const Entry& entry) { return entry.on == next.on && event_of(entry) > Event::consent; };
    return event_of(next) <= Event::consent && std::any_of(file.entries.begin(), file.entries.end(), guarded);
}

RC_GTEST_PROP(Admission, LetsAFileGrowInAnyOrderOfADayWithoutAViolation, ()) {
    slow::Dice dice(*rc::gen::arbitrary<std::uint64_t>());
    for (const auto& cell : every_cell) {
        const auto hot = slow::hot_days(dice);
        auto proposals = random_case(dice, hot, false);
        for (int more = 0; more < 25; ++more) proposals.push_back(random_proposal(dice, hot));
        std::stable_sort(proposals.begin(), proposals.end(), [](const auto& a, const auto& b) { return a.on < b.on; });
        CaseFile file = file_of({});
        for (auto& proposal : proposals) {
            proposal.recorded_on.clear();
            const Entry next = typed(proposal);
            if (!comes_too_late(file, next)) admit(file, next, built_in_versions(cell));
        }
        RC_ASSERT(violations(file, built_in_versions(cell)) == Lines{});
    }
}

RC_GTEST_PROP(Admission, AcceptsExactlyWhatAReplayWouldNotList, ()) {
    std::vector<Entry> story = *rc::gen::element(supported("2020-01-01"), left("2020-01-01", "2020-06-01"), qualified("2020-01-01"));
    Entry next = any_entry(static_cast<Event>(*rc::gen::inRange(0, static_cast<int>(Event::amendment))));
    next.on = day("2020-01-01") + *rc::gen::inRange(0, 900);
    const bool accepted = static_cast<bool>(asked(story, next));
    story.push_back(next);
    const auto told = replayed(file_of(story), common_core, mask_of(next.on, no_day));
    const std::string line = iso(next.on) + " " + std::string(code_of(event_of(next))) + " ";
    bool listed = false;
    for (const auto& deviation : told.deviations) listed = listed || deviation.starts_with(line);
    RC_ASSERT(accepted == !listed);
}

}  // namespace

#include "maintien/pathway/judge.hpp"

#include <gtest/gtest.h>

#include "maintien/protocol/difference.hpp"
#include "support/case_stories.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

/// How the guards of the judgement's row stand, those alone that are of a kind.
GuardStanding standing_of(const Judgement& judgement, GuardKind kind) {
    auto worst = GuardStanding::met;
    for (std::size_t i = 0; judgement.row && i < judgement.row->guards.size(); ++i) {
        if (judgement.row->guards[i].kind != kind || (judgement.unmet >> i & 1) == 0) continue;
        const bool silent = (judgement.not_recorded >> i & 1) != 0;
        if (!silent || worst == GuardStanding::met) worst = silent ? GuardStanding::not_recorded : GuardStanding::unmet;
    }
    return worst;
}

const std::vector<Entry> supported_case = supported("2024-01-01");
const Day later = day("2024-02-01");

// ---- which row -------------------------------------------------------------------------------------------------------

TEST(Judge, PicksTheRowOfTheStageAndOfTheVariant) {
    EXPECT_EQ(judged_after(supported_case, on(later, outcome(Outcome::adapted_post))).row->id, "outcome");
    EXPECT_EQ(judged_after(supported_case, on(later, outcome(Outcome::death))).row->id, "outcome_closing");
    EXPECT_EQ(judged_after(qualified("2024-01-01"), on(later, outcome(Outcome::death))).row->id, "outcome_before_entry");
    EXPECT_EQ(judged_after({on("2024-01-01", contact())}, on(later, referral())).row->id, "referral_after_contact");
}

TEST(Judge, TellsTheRefusalOfASuspendedFileBeforeItsEntryFromTheWithdrawalAfterIt) {
    const auto before = then(qualified("2024-01-01"), {on("2024-01-20", suspension())});
    const auto after = then(supported_case, {on("2024-01-20", suspension())});
    EXPECT_EQ(judged_after(before, on(later, refusal())).row->move, to(Stage::declined));
    EXPECT_EQ(judged_after(after, on(later, refusal())).row->id, "withdrawal");
    EXPECT_EQ(judged_after(before, on(later, outcome(Outcome::dismissal))).row->move, to(Stage::closed));
    EXPECT_EQ(judged_after(after, on(later, outcome(Outcome::dismissal))).row->id, "outcome");
    for (const auto& story : {before, after}) EXPECT_TRUE(judged_after(story, on(later, refusal())).allowed());
}

TEST(Judge, NamesARowEvenWhenTheStageDoesNotFit) {
    const auto judgement = judged_after({on("2024-01-01", referral())}, on(later, plan()));
    ASSERT_TRUE(judgement.row);
    EXPECT_EQ(judgement.row->id, "action_plan");
    EXPECT_FALSE(judgement.stage_fits);
}

TEST(Judge, ChangesNothing) {
    const Position position = replayed(supported_case).position;
    const std::string before = in_words(position);
    judge(position, maintien::mark_of(on(later, outcome(Outcome::death))), common_core);
    EXPECT_EQ(in_words(position), before);
}

// ---- consents --------------------------------------------------------------------------------------------------------

TEST(Judge, TakesTheConsentOfTheReferralFromTheFormOrFromTheLedger) {
    const auto form = [](std::optional<bool> agreed) { return on(later, Referral{.origin = Origin::return_visit, .consent = agreed}); };
    const Entry earlier = on("2024-01-10", consent(ConsentScope::referral)), no = on("2024-01-10", consent(ConsentScope::referral, ConsentState::refused));
    EXPECT_EQ(standing_of(judged_after({}, form(true)), GuardKind::consent), GuardStanding::met);
    EXPECT_EQ(standing_of(judged_after({}, form({})), GuardKind::consent), GuardStanding::not_recorded);
    EXPECT_EQ(standing_of(judged_after({}, form(false)), GuardKind::consent), GuardStanding::unmet);
    EXPECT_EQ(standing_of(judged_after({earlier}, form({})), GuardKind::consent), GuardStanding::met);
    EXPECT_EQ(standing_of(judged_after({no}, form({})), GuardKind::consent), GuardStanding::unmet);
    EXPECT_EQ(standing_of(judged_after({earlier}, form(false)), GuardKind::consent), GuardStanding::unmet) << "the form is the last word";
    EXPECT_EQ(standing_of(judged_after({no}, form(true)), GuardKind::consent), GuardStanding::met);
}

TEST(Judge, AsksTheWorkerAndThePhysicianBeforeTheEmployerIsContacted) {
    const Entry himself = on("2024-01-20", consent(ConsentScope::employer_contact));
    const Entry physician = on("2024-01-20", consent_of(Actor::occupational_physician, ConsentScope::employer_contact));
    const auto standing = [](std::initializer_list<Entry> said) {
        return standing_of(judged_after(then(supported_case, said), on(later, employer_call())), GuardKind::consent);
    };
    EXPECT_EQ(standing({}), GuardStanding::not_recorded);
    EXPECT_EQ(standing({himself}), GuardStanding::not_recorded);
    EXPECT_EQ(standing({physician}), GuardStanding::not_recorded);
    EXPECT_EQ(standing({himself, physician}), GuardStanding::met);
}

TEST(Judge, TakesThePhysiciansAgreementAsGivenWhenHePhonesHimself) {
    const auto story = then(supported_case, {on("2024-01-20", consent(ConsentScope::employer_contact))});
    EXPECT_TRUE(judged_after(story, by(Actor::occupational_physician, on(later, employer_call()))).allowed());
    EXPECT_FALSE(judged_after(story, by(Actor::case_manager, on(later, employer_call()))).allowed());
    EXPECT_FALSE(judged_after(supported_case, by(Actor::occupational_physician, on(later, employer_call()))).allowed())
        << "the worker's consent is still needed";
}

TEST(Judge, AsksNobodyWhenTheEmployerCalls) { EXPECT_TRUE(judged_after(supported_case, on(later, employer_call(true))).allowed()); }

TEST(Judge, TakesAnEmployerMeetingAndAnActionOfTheEmployerAsAContactWithHim) {
    const auto story = then(supported_case, {on("2024-01-20", consent(ConsentScope::employer_contact)),
                                             on("2024-01-20", consent_of(Actor::occupational_physician, ConsentScope::employer_contact))});
    for (const auto& fact : {action(Measure::employer_meeting), action(Measure::job_adjustment, Actor::employer)}) {
        EXPECT_FALSE(judged_after(supported_case, on(later, fact)).allowed());
        EXPECT_TRUE(judged_after(story, on(later, fact)).allowed());
    }
    EXPECT_TRUE(judged_after(supported_case, on(later, action(Measure::job_adjustment))).allowed());
}

TEST(Judge, AsksForASickLeaveAndThreePhysiciansBeforeASupervisedTrial) {
    const auto agreed = [](Actor physician) { return on("2024-01-20", consent_of(physician, ConsentScope::supervised_trial)); };
    const Entry trial = on(later, action(Measure::supervised_trial));
    auto story = then(supported_case, {on("2024-01-02", leave(LeaveState::started, day("2024-03-31"))), agreed(Actor::general_practitioner),
                                       agreed(Actor::insurance_physician)});
    EXPECT_EQ(standing_of(judged_after(story, trial), GuardKind::consent), GuardStanding::not_recorded);
    story.push_back(agreed(Actor::occupational_physician));
    EXPECT_TRUE(judged_after(story, trial).allowed());
    story.push_back(on("2024-01-25", leave(LeaveState::ended)));
    EXPECT_EQ(standing_of(judged_after(story, trial), GuardKind::on_sick_leave), GuardStanding::unmet);
}

// ---- milestones, sick leave, age, origin ------------------------------------------------------------------------------

TEST(Judge, AsksForAPlanBeforeAPositiveOutcomeAndNotBeforeAnother) {
    const auto entered = then(qualified("2024-01-01"), {on("2024-01-13", entry())});
    EXPECT_EQ(standing_of(judged_after(entered, on(later, outcome(Outcome::adapted_post))), GuardKind::after), GuardStanding::unmet);
    EXPECT_TRUE(judged_after(entered, on(later, outcome(Outcome::unfitness))).allowed());
    EXPECT_TRUE(judged_after(then(entered, {on("2024-01-14", plan())}), on(later, outcome(Outcome::adapted_post))).allowed());
}

TEST(Judge, CountsASickLeaveOnItsFirstAndItsLastDayAndNotOnTheDayItEnds) {
    const auto standing = [](std::vector<Entry> words, std::string_view trial_day) {
        std::vector<Entry> story = supported_case;
        story.insert(story.end(), words.begin(), words.end());
        return standing_of(judged_after(story, on(trial_day, action(Measure::supervised_trial))), GuardKind::on_sick_leave);
    };
    const Entry until_march = on("2024-02-10", leave(LeaveState::started, day("2024-03-01")));
    EXPECT_EQ(standing({}, "2024-02-10"), GuardStanding::not_recorded);
    EXPECT_EQ(standing({until_march}, "2024-02-09"), GuardStanding::not_recorded);
    EXPECT_EQ(standing({until_march}, "2024-02-10"), GuardStanding::met);
    EXPECT_EQ(standing({until_march}, "2024-03-01"), GuardStanding::met);
    EXPECT_EQ(standing({until_march}, "2024-03-02"), GuardStanding::unmet);
    EXPECT_EQ(standing({until_march, on("2024-02-28", leave(LeaveState::extended, day("2024-03-15")))}, "2024-03-15"), GuardStanding::met);
    EXPECT_EQ(standing({until_march, on("2024-02-20", leave(LeaveState::ended))}, "2024-02-20"), GuardStanding::unmet);
    EXPECT_EQ(standing({on("2024-02-10", leave(LeaveState::started))}, "2024-12-31"), GuardStanding::met) << "no last day is known";
}

/// A cell for workers of fifty or more, referred after a pre-return visit.
Protocol over_fifty() {
    Protocol protocol = variant_of(common_core, "over_fifty", 1, make_day(2014, 1, 1));
    auto& guards = row_to_change(protocol, "interview_accepted").guards;
    guards.push_back({.kind = GuardKind::age_at_least, .age = 50});
    guards.push_back({.kind = GuardKind::origin_in, .origins = {Origin::pre_return_visit}});
    return protocol;
}

TEST(Judge, MeasuresTheAgeInTheYearOfTheReferral) {
    const Protocol protocol = over_fifty();
    const auto standing = [&](int birth_year) {
        std::vector<Entry> story{on("2020-12-20", referral())};
        if (birth_year != 0) story.front().about.birth_year = birth_year;
        return standing_of(judged_after(story, on("2021-01-05", interview()), protocol), GuardKind::age_at_least);
    };
    EXPECT_EQ(standing(1970), GuardStanding::met);
    EXPECT_EQ(standing(1971), GuardStanding::unmet) << "fifty at the interview, not at the referral";
    EXPECT_EQ(standing(0), GuardStanding::not_recorded);
}

TEST(Judge, LooksAtTheOriginOfTheEpisodesReferral) {
    const Protocol protocol = over_fifty();
    const auto standing = [&](const Entry& first) {
        return standing_of(judged_after({first}, on("2021-01-05", interview()), protocol), GuardKind::origin_in);
    };
    EXPECT_EQ(standing(on("2020-12-20", referral(Origin::pre_return_visit))), GuardStanding::met);
    EXPECT_EQ(standing(on("2020-12-20", referral(Origin::liaison_meeting))), GuardStanding::unmet);
    EXPECT_EQ(standing(on("2020-12-20", contact())), GuardStanding::not_recorded);
    EXPECT_EQ(standing(on("2020-12-20", reopening())), GuardStanding::not_recorded) << "the origin of a reopened episode is unknown";
}

// ---- bars ------------------------------------------------------------------------------------------------------------

TEST(Judge, BarsWhatTheEpisodeAlreadyHas) {
    EXPECT_EQ(judged_after(supported_case, on(later, referral())).bar, Bar::second_referral);
    EXPECT_EQ(judged_after(supported_case, on(later, entry())).bar, Bar::second_entry);
    EXPECT_EQ(judged_after({on("2024-01-01", referral()), on("2024-01-02", refusal())}, on(later, refusal())).bar, Bar::second_refusal);
    EXPECT_EQ(judged_after(left("2024-01-01", "2024-01-20"), on(later, outcome(Outcome::death))).bar, Bar::second_outcome);
}

TEST(Judge, BarsEntryRefusalAndOutcomeAfterTheEnd) {
    const std::vector<Entry> redirected{on("2024-01-01", referral()), on("2024-01-10", interview(Decision::redirected))};
    const std::vector<Entry> refused{on("2024-01-01", referral()), on("2024-01-10", refusal())};
    for (const auto& fact : {entry(), refusal(), outcome(Outcome::no_further_need)})
        EXPECT_EQ(judged_after(redirected, on(later, fact)).bar, Bar::after_the_end);
    EXPECT_EQ(judged_after(refused, on(later, entry())).bar, Bar::after_the_end);
    EXPECT_EQ(judged_after(left("2024-01-01", "2024-01-20"), on(later, refusal())).bar, Bar::after_the_end);
    EXPECT_EQ(judged_after(refused, on(later, outcome(Outcome::adapted_post))).bar, Bar::none) << "a refused file may carry one outcome";
}

TEST(Judge, BarsTheReopeningOfAnOpenEpisodeOnly) {
    EXPECT_EQ(judged_after(supported_case, on(later, reopening())).bar, Bar::reopening_of_open_episode);
    EXPECT_TRUE(judged_after(left("2024-01-01", "2024-01-20"), on(later, reopening())).allowed());
    EXPECT_EQ(judged_after({}, on(later, reopening())).bar, Bar::none) << "listed, for nothing was open, but it counts";
}

TEST(Judge, BarsAFollowUpOutsideEveryWindowOrAtAnUnknownHorizon) {
    const auto story = left("2020-01-01", "2021-03-10");
    EXPECT_EQ(judged_after(story, on("2022-03-10", answer(Answer::same_post, 18))).bar, Bar::unknown_horizon);
    EXPECT_EQ(judged_after(story, on("2022-02-07", answer(Answer::same_post, 12))).bar, Bar::outside_window);
    EXPECT_TRUE(judged_after(story, on("2022-02-08", answer(Answer::same_post, 12))).allowed());
    EXPECT_TRUE(judged_after(story, on("2022-06-08", answer(Answer::same_post, 12))).allowed());
    EXPECT_EQ(judged_after(story, on("2022-06-09", answer(Answer::same_post, 12))).bar, Bar::outside_window);
    EXPECT_EQ(judged_after(supported_case, on(later, answer(Answer::same_post))).bar, Bar::outside_window) << "nobody left";
}

TEST(Judge, TakesADeathOrARetirementAnyDayAfterTheExit) {
    const auto story = left("2020-01-01", "2021-03-10");
    for (const auto gone : {Answer::deceased, Answer::retired}) {
        EXPECT_FALSE(judged_after(story, on("2021-03-10", answer(gone))).allowed()) << "not on the day of the exit";
        EXPECT_TRUE(judged_after(story, on("2021-03-11", answer(gone))).allowed());
        EXPECT_TRUE(judged_after(story, on("2029-12-31", answer(gone, 24))).allowed());
        EXPECT_EQ(judged_after(supported_case, on(later, answer(gone))).bar, Bar::outside_window);
    }
}

TEST(Judge, KnowsAReferralThatReopensSilently) {
    const auto judgement = judged_after(left("2024-01-01", "2024-01-20"), on(later, referral()));
    EXPECT_TRUE(judgement.reopens_silently);
    EXPECT_EQ(judgement.bar, Bar::none);
    EXPECT_FALSE(judged_after({}, on(later, referral())).reopens_silently);
}

TEST(Judge, SeesAnExitedFileAsClosedOnceNothingMoreIsExpected) {
    const auto story = left("2020-01-01", "2021-03-10");
    EXPECT_TRUE(judged_after(story, on("2023-06-08", review())).stage_fits);
    EXPECT_FALSE(judged_after(story, on("2023-06-09", review())).stage_fits);
    EXPECT_TRUE(judged_after(story, on("2023-06-09", reopening())).allowed()) << "a closed file can be taken up again";
}

}  // namespace

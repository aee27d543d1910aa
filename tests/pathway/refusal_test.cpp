#include "maintien/pathway/refusal.hpp"

#include <gtest/gtest.h>

#include "maintien/pathway/advance.hpp"
#include "maintien/pathway/severity.hpp"
#include "maintien/protocol/built_in/all.hpp"

namespace maintien {
namespace {

constexpr Day day_one = make_day(2024, 3, 1);

template <ClosedList Code>
std::uint8_t code(Code value) {
    return static_cast<std::uint8_t>(index_of(value));
}

Mark mark(Event event, int after = 0, std::uint8_t own_code = no_code) {
    Mark mark;
    mark.on = day_one + after;
    mark.event = event;
    mark.code = own_code;
    return mark;
}

Mark referral_mark(int after = 0) {
    Mark form = mark(Event::referral, after, code(Origin::pre_return_visit));
    form.flags = consent_given;
    return form;
}

Mark consent(ConsentScope scope, ConsentState state, int after = 0, Actor party = Actor::worker) {
    Mark word = mark(Event::consent, after, code(scope));
    word.state = code(state);
    word.actor = code(party);
    return word;
}

/// A case after some events, and what the rules say of the next one.
struct Situation {
    Position position = new_position();
    const Protocol& protocol = common_core;

    Situation& then(const Mark& next) {
        advance(position, next, protocol);
        return *this;
    }
    Judgement judged(const Mark& next) const { return judge(position, next, protocol); }
    std::vector<Reason> reasons(const Mark& next) const { return reasons_of(position, next, judged(next), protocol); }
};

/// A contacted case: referred on day 0, contacted on day 1.
Situation contacted() {
    Situation situation;
    situation.then(referral_mark()).then(mark(Event::first_contact, 1));
    return situation;
}

/// A case that left the cell on day 20 with an adapted post.
Situation exited() {
    auto situation = contacted();
    situation.then(mark(Event::entry, 5)).then(mark(Event::action_plan, 6)).then(mark(Event::outcome, 20, code(Outcome::adapted_post)));
    return situation;
}

TEST(Refusal, AnAllowedEventHasNoReason) { EXPECT_TRUE(contacted().reasons(mark(Event::action_plan, 2)).empty()); }

TEST(Refusal, ListsEveryReasonAtOnceAndEachOnce) {
    auto meeting = mark(Event::action, 2, code(Measure::employer_meeting));
    meeting.actor = code(Actor::employer);
    const auto reasons = contacted().reasons(meeting);
    ASSERT_EQ(reasons.size(), 3u);
    EXPECT_EQ(reasons[0].condition, "after");
    EXPECT_EQ(reasons[0].fr, "Il n'y a pas encore de plan d'actions dans cet épisode.");
    EXPECT_EQ(reasons[0].lifted_by, Actor::case_manager);
    EXPECT_EQ(reasons[1].fr, "Le consentement du salarié au contact avec l'employeur n'est pas enregistré.");
    EXPECT_EQ(reasons[1].lifted_by, Actor::worker);
    EXPECT_EQ(reasons[2].fr, "Le consentement du médecin du travail au contact avec l'employeur n'est pas enregistré.");
    EXPECT_EQ(reasons[2].lifted_by, Actor::occupational_physician);
    for (const auto& reason : reasons) EXPECT_EQ(reason.earliest, meeting.on);
    for (const auto& reason : reasons) EXPECT_EQ(reason.source, detail::core_source);
}

TEST(Refusal, ThePhysiciansOwnActNeedsNoConsentOfHis) {
    auto call = mark(Event::employer_contact, 2, code(Channel::phone));
    call.by = code(Actor::occupational_physician);
    EXPECT_EQ(contacted().reasons(call).size(), 1u);
}

TEST(Refusal, TellsRefusedWithdrawnAndExpiredConsentsApart) {
    const auto call = mark(Event::employer_contact, 10, code(Channel::phone));
    const auto why = [&](const Mark& word) { return contacted().then(word).reasons(call).at(0).why; };
    EXPECT_EQ(contacted().reasons(call).at(0).why, "not_recorded");
    EXPECT_EQ(why(consent(ConsentScope::employer_contact, ConsentState::refused, 2)), "refused");
    EXPECT_EQ(why(consent(ConsentScope::employer_contact, ConsentState::withdrawn, 2)), "withdrawn");
    auto until = consent(ConsentScope::employer_contact, ConsentState::given, 2);
    until.until = day_one + 9;
    EXPECT_EQ(why(until), "expired");
}

TEST(Refusal, NamesBothThePartnerAndTheActorThatNoConsentCovers) {
    auto exchange = mark(Event::action, 3, code(Measure::job_study));
    exchange.partner = code(Partner::cpam);
    exchange.actor = code(Actor::hospital);
    const auto reasons = contacted().then(mark(Event::action_plan, 2)).reasons(exchange);
    ASSERT_EQ(reasons.size(), 2u);
    EXPECT_EQ(reasons[0].condition, "consent_by_recipient");
    EXPECT_EQ(reasons[0].fr, "Le consentement du salarié aux échanges avec l'assurance maladie (CPAM) n'est pas enregistré.");
    EXPECT_EQ(reasons[1].en, "There is no recorded consent of the worker to exchange with partners (hospital).");
}

TEST(Refusal, AnEventOutOfPlaceIsToldWhereItWouldBePossible) {
    const auto reasons = Situation{}.then(referral_mark()).reasons(mark(Event::action_plan, 1));
    ASSERT_EQ(reasons.size(), 1u);
    EXPECT_EQ(reasons[0].condition, "stage");
    EXPECT_EQ(reasons[0].why, "not_at_this_stage");
    EXPECT_EQ(reasons[0].en, "This event is not possible at the stage “referred”; it is at the stage “contacted”, “qualified” or “in support”.");
    EXPECT_EQ(reasons[0].lifted_by, Actor::worker);
    EXPECT_EQ(reasons[0].earliest, day_one + 1);
}

TEST(Refusal, AnEventBeforeAnyStageIsToldSo) {
    const auto reasons = Situation{}.reasons(mark(Event::entry));
    ASSERT_EQ(reasons.size(), 2u);
    EXPECT_EQ(reasons[0].en, "This event is not possible before any stage; it is at the stage “qualified”.");
    EXPECT_EQ(reasons[1].en, "There is no referral yet in this episode.");
}

TEST(Refusal, ABarSpeaksForTheStage) {
    auto situation = contacted();
    situation.then(mark(Event::entry, 5));
    const auto again = mark(Event::entry, 6);
    const auto reasons = situation.reasons(again);
    ASSERT_EQ(reasons.size(), 1u);
    EXPECT_EQ(reasons[0].condition, "second_entry");
    EXPECT_EQ(reasons[0].why, "barred");
    EXPECT_EQ(reasons[0].fr, "L'épisode a déjà son entrée.");
    EXPECT_EQ(reasons[0].lifted_by, std::nullopt);
    EXPECT_EQ(reasons[0].earliest, no_day);
}

TEST(Refusal, AReferralAfterTheEndMissesItsReopening) {
    const auto again = referral_mark(40);
    const auto reasons = exited().reasons(again);
    ASSERT_EQ(reasons.size(), 1u);
    EXPECT_EQ(reasons[0].condition, "reopening");
    EXPECT_EQ(reasons[0].why, "not_recorded");
    EXPECT_EQ(reasons[0].earliest, again.on);
}

TEST(Refusal, AFollowUpOutsideItsWindowIsToldWhenTheNextOneOpens) {
    auto answer = mark(Event::follow_up, 100, code(Answer::same_post));
    answer.horizon = 12;
    const auto reasons = exited().reasons(answer);
    ASSERT_EQ(reasons.size(), 1u);
    EXPECT_EQ(reasons[0].condition, "outside_window");
    EXPECT_EQ(reasons[0].earliest, months_after(day_one + 20, 12) - 30);
}

TEST(Refusal, AnUnknownBirthYearIsNotRecordedAndATooLowAgeIsFinal) {
    Protocol elders = common_core;
    row_to_change(elders, "interview_accepted").guards.push_back({.kind = GuardKind::age_at_least, .age = 50});
    const auto interview = mark(Event::qualification_interview, 3, code(Decision::accepted));
    const auto asked = [&](int birth_year) {
        Situation situation{new_position(birth_year), elders};
        return situation.then(referral_mark()).then(mark(Event::first_contact, 1)).reasons(interview);
    };
    EXPECT_TRUE(asked(1970).empty());
    ASSERT_EQ(asked(0).size(), 1u);
    EXPECT_EQ(asked(0)[0].why, "not_recorded");
    EXPECT_EQ(asked(0)[0].lifted_by, Actor::case_manager);
    ASSERT_EQ(asked(1990).size(), 1u);
    EXPECT_EQ(asked(1990)[0].why, "unmet");
    EXPECT_EQ(asked(1990)[0].fr, "Le salarié a moins de 50 ans au signalement.");
    EXPECT_EQ(asked(1990)[0].earliest, no_day);
}

TEST(Refusal, AnEventTheProtocolHasNoRowForIsToldSo) {
    const auto next = mark(Event::team_review);
    const auto reasons = reasons_of(new_position(), next, Judgement{}, common_core);
    ASSERT_EQ(reasons.size(), 1u);
    EXPECT_EQ(reasons[0].why, "not_in_protocol");
    EXPECT_TRUE(reasons[0].source.empty());
    EXPECT_EQ(rule_of({}, next), "team_review");
}

TEST(Refusal, TheRuleIsTheBarThenTheMissingReopeningThenTheRow) {
    auto situation = contacted();
    EXPECT_EQ(rule_of(situation.judged(referral_mark(9)), referral_mark(9)), "second_referral");
    EXPECT_EQ(rule_of(exited().judged(referral_mark(40)), referral_mark(40)), "reopening_missing");
    const auto plan = mark(Event::action, 2, code(Measure::job_study));
    EXPECT_EQ(rule_of(situation.judged(plan), plan), "action");
}

TEST(Refusal, EveryDeviationHasAReasonAndEveryReasonBothLanguages) {
    for (const auto* protocol : built_in_protocols)
        for (const auto& start : {Situation{}, contacted(), exited()})
            for (const auto& event : terms_of<Event>)
                for (const std::uint8_t own_code : {std::uint8_t{0}, std::uint8_t{1}}) {
                    const auto next = mark(event.value, 30, own_code);
                    const auto judgement = judge(start.position, next, *protocol);
                    const auto reasons = reasons_of(start.position, next, judgement, *protocol);
                    EXPECT_EQ(reasons.empty(), judgement.allowed()) << event.code;
                    for (const auto& reason : reasons) {
                        EXPECT_TRUE(reason.fr.ends_with(".") && reason.en.ends_with(".")) << reason.fr;
                        EXPECT_FALSE(reason.condition.empty() || reason.why.empty());
                        EXPECT_TRUE(!known(reason.earliest) || reason.earliest >= next.on);
                        EXPECT_EQ(text_of(reason, Language::fr), reason.fr);
                    }
                }
}

}  // namespace
}  // namespace maintien

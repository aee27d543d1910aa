#include "maintien/pathway/mark.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "support/case_stories.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;
using maintien::mark_of;

template <class Code>
std::uint8_t position_of_code(Code code) {
    return static_cast<std::uint8_t>(index_of(code));
}

TEST(Mark, FitsInSixteenBytes) { EXPECT_EQ(sizeof(Mark), 16u); }

TEST(Mark, CarriesTheOwnCodeOfEachEvent) {
    const Day d = day("2024-01-31");
    EXPECT_EQ(mark_of(on(d, outcome(Outcome::invalidity))).code, position_of_code(Outcome::invalidity));
    EXPECT_EQ(mark_of(on(d, referral(Origin::liaison_meeting))).code, position_of_code(Origin::liaison_meeting));
    EXPECT_EQ(mark_of(on(d, interview(Decision::not_eligible))).code, position_of_code(Decision::not_eligible));
    EXPECT_EQ(mark_of(on(d, appointment(AppointmentState::missed))).code, position_of_code(AppointmentState::missed));
    EXPECT_EQ(mark_of(on(d, action(Measure::job_study))).code, position_of_code(Measure::job_study));
    EXPECT_EQ(mark_of(on(d, relay(Partner::mdph))).code, position_of_code(Partner::mdph));
    EXPECT_EQ(mark_of(on(d, answer(Answer::job_seeking))).code, position_of_code(Answer::job_seeking));
    EXPECT_EQ(mark_of(on(d, leave(LeaveState::ended))).code, position_of_code(LeaveState::ended));
    EXPECT_EQ(mark_of(on(d, consent(ConsentScope::statistics))).code, position_of_code(ConsentScope::statistics));
    EXPECT_EQ(mark_of(on(d, entry())).code, no_code);
}

TEST(Mark, SaysNothingThatTheEntryDoesNotSay) {
    const Mark mark = mark_of(on("2024-01-31", review()));
    EXPECT_EQ(mark.on, day("2024-01-31"));
    EXPECT_EQ(mark.event, Event::team_review);
    for (const auto code : {mark.code, mark.state, mark.actor, mark.partner, mark.by}) EXPECT_EQ(code, no_code);
    EXPECT_EQ(mark.horizon, 0);
    EXPECT_EQ(mark.flags, 0);
    EXPECT_FALSE(known(mark.until));
}

TEST(Mark, OfAConsentSaysItsStateItsPartyItsPartnerAndItsLastDay) {
    const Mark mark = mark_of(on("2024-01-31", Consent{ConsentScope::insurance_exchange, ConsentState::withdrawn, Actor::worker,
                                                       Partner::msa, make_day(2024, 6, 30)}));
    EXPECT_EQ(mark.state, position_of_code(ConsentState::withdrawn));
    EXPECT_EQ(mark.actor, position_of_code(Actor::worker));
    EXPECT_EQ(mark.partner, position_of_code(Partner::msa));
    EXPECT_EQ(mark.until, make_day(2024, 6, 30));
}

TEST(Mark, TellsWhoActedFromWhoDoesTheAction) {
    const Mark mark = mark_of(by(Actor::coordinator, on("2024-01-31", action(Measure::training, Actor::cap_emploi))));
    EXPECT_EQ(mark.by, position_of_code(Actor::coordinator));
    EXPECT_EQ(mark.actor, position_of_code(Actor::cap_emploi));
}

TEST(Mark, OfAReferralTellsAgreedFromRefusedFromNotRecorded) {
    const auto flags = [](std::optional<bool> consent) {
        return mark_of(on("2024-01-31", Referral{.origin = Origin::return_visit, .consent = consent})).flags;
    };
    EXPECT_EQ(flags(true), consent_given);
    EXPECT_EQ(flags(false), consent_refused);
    EXPECT_EQ(flags({}), 0);
}

TEST(Mark, KnowsAnIncomingCallAndAnEntryAboutTheCase) {
    EXPECT_TRUE(has(mark_of(on("2024-01-31", employer_call(true))), incoming_call));
    EXPECT_FALSE(has(mark_of(on("2024-01-31", employer_call(false))), incoming_call));
    Entry about = on("2024-01-31", review());
    about.about.sex = Sex::female;
    EXPECT_TRUE(has(mark_of(about), about_the_case));
}

TEST(Mark, OfAFollowUpSaysItsHorizon) { EXPECT_EQ(mark_of(on("2024-01-31", answer(Answer::lost, 24))).horizon, 24); }

TEST(Mark, OrdersADayByTheCodesTheTableOfEventsNamesAndByNoOther) {
    std::set<std::string> with_code;
    for (const auto& event : terms_of<Event>)
        if (has_own_code(event.value)) with_code.insert(std::string(event.code) + " " + std::string(code_of(code_attribute(event.value))));
    EXPECT_EQ(with_code, (std::set<std::string>{"consent scope", "reopening reopening_reason", "referral origin", "contact_attempt channel",
                                                "first_contact channel", "appointment appointment_state",
                                                "qualification_interview decision", "refusal refusal_reason", "action measure",
                                                "employer_contact channel", "relay partner", "suspension suspension_reason",
                                                "outcome outcome", "follow_up answer"}));
}

}  // namespace

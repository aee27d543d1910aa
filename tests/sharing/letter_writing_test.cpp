#include "maintien/sharing/letter_writing.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "maintien/protocol/built_in/aist63_cme.hpp"
#include "support/sharing_stories.hpp"

namespace maintien {
namespace {

using namespace test;

LetterReply asked_for(std::vector<Entry> story, LetterRequest request, std::string_view as_of = "2024-02-10", const Protocol& protocol = common_core) {
    request.as_of = day(as_of);
    return letter_of(file_of(std::move(story)), request, protocol);
}

LetterReply notice(std::vector<Entry> story, std::string_view as_of = "2024-02-10", std::optional<int> appointment = {}) {
    return asked_for(std::move(story), {.kind = LetterKind::employer_notice, .appointment = appointment}, as_of);
}

LetterReply certificate(std::vector<Entry> story, std::optional<int> appointment = {}, bool copy_to_employer = false) {
    return asked_for(std::move(story), {.kind = LetterKind::attendance_certificate, .appointment = appointment, .copy_to_employer = copy_to_employer});
}

LetterReply sheet_for(std::vector<Entry> story, std::optional<Partner> partner = {}) {
    return asked_for(std::move(story), {.kind = LetterKind::relay_sheet, .partner = partner});
}

std::string_view why_not(const LetterReply& reply) { return reply ? "written" : reply.reasons.at(0).condition; }

// ---- whoever it is written to ---------------------------------------------------------------------------------------

TEST(LetterWriting, WritesNothingToAWorkerWhoDied) {
    const std::vector<Entry> died = then(left("2023-01-01", "2023-06-01"), {on("2023-09-01", answer(Answer::deceased))});
    const std::vector<Entry> died_before_entry{on("2024-01-01", referral()), on("2024-01-05", leave(LeaveState::started)), on("2024-01-20", outcome(Outcome::death))};
    for (const auto& story : {died, died_before_entry})
        for (const auto kind : {LetterKind::pre_return_invitation, LetterKind::worker_booklet, LetterKind::attendance_certificate})
            EXPECT_EQ(why_not(asked_for(story, {.kind = kind})), "worker_deceased") << code_of(kind);
    EXPECT_EQ(why_not(asked_for(left("2023-01-01", "2023-06-01"), {.kind = LetterKind::worker_booklet})), "written");
}

// ---- notice to the employer -----------------------------------------------------------------------------------------

TEST(LetterWriting, NoticesTheNextAppointmentInWorkingTime) {
    const auto reply = notice(shared_story());
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply.letter->appointment->day, day("2024-03-01"));
    EXPECT_EQ(reply.letter->signer, AudienceRole::physician);
    EXPECT_EQ(reply.letter->copies, AudienceSet{AudienceRole::worker});
    EXPECT_EQ(reply.letter->about.worker.text, "w1");
    EXPECT_EQ(reply.letter->appointment->centre.text, "c1") << "the case's centre when the appointment names none";
    EXPECT_EQ(reply.letter->case_id.text, "");
    EXPECT_EQ(reply.letter->appointment->number, std::nullopt);
}

TEST(LetterWriting, NoticesTheAppointmentThatIsNamed) {
    EXPECT_EQ(why_not(notice(shared_story(), "2024-02-10", 2)), "written");
    EXPECT_EQ(why_not(notice(shared_story(), "2024-02-10", 1)), "audience") << "held already";
    EXPECT_EQ(why_not(notice(shared_story(), "2024-02-10", 3)), "audience") << "out of working time";
    EXPECT_EQ(why_not(notice(shared_story(), "2024-02-10", 9)), "audience") << "not there";
}

TEST(LetterWriting, RefusesTheNoticeWhileTheWorkerIsOnSickLeave) {
    EXPECT_EQ(why_not(notice(then(shared_story(), {on("2024-02-05", leave(LeaveState::started, day("2024-02-20")))}))), "audience");
    EXPECT_EQ(why_not(notice(then(shared_story(), {on("2024-02-05", leave(LeaveState::started, day("2024-02-09")))}))), "written");
    EXPECT_EQ(why_not(notice(then(shared_story(), {on("2024-02-05", leave(LeaveState::started)), on("2024-02-10", leave(LeaveState::ended))}))), "written");
}

TEST(LetterWriting, RefusesTheNoticeOfWhatIsOverCancelledOrObjectedTo) {
    EXPECT_EQ(why_not(notice(shared_story(), "2024-03-02")), "audience");
    EXPECT_EQ(why_not(notice(then(shared_story(), {on("2024-02-09", Appointment{.state = AppointmentState::cancelled, .number = 2})}))), "audience");
    EXPECT_EQ(why_not(notice(then(shared_story(), {on("2024-02-09", consent(ConsentScope::employer_contact, ConsentState::withdrawn))}))), "audience");
}

TEST(LetterWriting, RefusesToReadersOutsideInTheSameWordsWhateverTheReason) {
    const auto expected = refusal_to_outside(LetterKind::employer_notice).reasons;
    EXPECT_EQ(notice({}).reasons, expected);
    EXPECT_EQ(notice(shared_story(), "2024-03-02").reasons, expected);
    EXPECT_EQ(notice(then(shared_story(), {on("2024-02-05", leave(LeaveState::started))})).reasons, expected);
    EXPECT_EQ(sheet_for({}).reasons, sheet_for(shared_story(), Partner::mdph).reasons);
}

// ---- certificate ----------------------------------------------------------------------------------------------------

TEST(LetterWriting, CertifiesTheLastAppointmentHeldWithItsTimes) {
    const auto reply = certificate(shared_story());
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply.letter->signer, AudienceRole::cell);
    EXPECT_EQ(reply.letter->appointment->day, day("2024-02-01"));
    EXPECT_EQ(reply.letter->appointment->starts, TimeOfDay{540});
    EXPECT_EQ(reply.letter->copies, AudienceSet{});
}

TEST(LetterWriting, CopiesTheCertificateToTheEmployerOnlyWhenTheWorkerAsks) {
    EXPECT_TRUE(certificate(shared_story(), {}, true).letter->copies.contains(AudienceRole::employer));
    EXPECT_FALSE(certificate(shared_story(), {}, false).letter->copies.contains(AudienceRole::employer));
}

TEST(LetterWriting, RefusesTheCertificateOfWhatWasNotHeldOrHasNoTimes) {
    EXPECT_EQ(why_not(certificate(shared_story(), 2)), "appointment_held");
    EXPECT_EQ(why_not(certificate({on("2024-02-01", appointment(AppointmentState::missed))})), "appointment_held");
    EXPECT_EQ(why_not(certificate({on("2024-02-01", appointment(AppointmentState::held))})), "times");
}

// ---- invitation -----------------------------------------------------------------------------------------------------

TEST(LetterWriting, InvitesAWorkerOnSickLeave) {
    const LetterRequest invitation{.kind = LetterKind::pre_return_invitation};
    const std::vector<Entry> story{on("2024-01-01", leave(LeaveState::started, day("2024-03-31")))};
    const auto reply = asked_for(story, invitation);
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply.letter->signer, AudienceRole::physician);
    EXPECT_EQ(reply.letter->leave->first, day("2024-01-01"));
    EXPECT_EQ(reply.letter->recommendations, Recommendations::opt_out);
    EXPECT_EQ(asked_for(story, invitation, "2024-02-10", aist63_cme).letter->recommendations, Recommendations::opt_in);
    EXPECT_EQ(why_not(asked_for(story, invitation, "2024-04-01")), "on_sick_leave");
}

TEST(LetterWriting, InvitesOnlyWhenALeaveIsLongEnoughForAPreReturnVisit) {
    const LetterRequest invitation{.kind = LetterKind::pre_return_invitation};
    const auto leave_until = [&](Day until) { return why_not(asked_for({on("2024-02-01", leave(LeaveState::started, until))}, invitation)); };
    EXPECT_EQ(leave_until(day("2024-03-01")), "pre_return_visit") << "30 days";
    EXPECT_EQ(leave_until(day("2024-03-02")), "written") << "more than 30 days";
    EXPECT_EQ(leave_until(no_day), "pre_return_visit") << "ten days so far, no end prescribed";
}

// ---- relay sheet ----------------------------------------------------------------------------------------------------

TEST(LetterWriting, TellsAPartnerWhatTheWorkerAgreedTo) {
    const auto reply = sheet_for(shared_story());
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply.letter->partner, Partner::cap_emploi) << "the one last relayed to";
    ASSERT_EQ(reply.letter->actions.size(), 1u);
    EXPECT_EQ(reply.letter->actions[0].measure, Measure::career_guidance);
    EXPECT_EQ(reply.letter->consents.size(), 1u);
    EXPECT_EQ(reply.letter->about.employer.text, "");
}

TEST(LetterWriting, RefusesARelaySheetWithoutALiveConsent) {
    EXPECT_EQ(why_not(sheet_for(shared_story(), Partner::mdph)), "audience");
    EXPECT_EQ(why_not(sheet_for(supported("2024-01-01"))), "audience");
    const auto withdrawn = then(shared_story(), {on("2024-02-08", consent_to(Partner::cap_emploi, ConsentScope::partner_exchange, ConsentState::withdrawn))});
    EXPECT_EQ(why_not(sheet_for(withdrawn)), "audience");
    EXPECT_EQ(why_not(sheet_for({on("2024-01-01", consent(ConsentScope::partner_exchange))}, Partner::mdph)), "written") << "before the relay is recorded";
}

// ---- booklet --------------------------------------------------------------------------------------------------------

TEST(LetterWriting, HandsTheWorkerAppointmentsPlanActionsAndConsents) {
    const auto story = then(shared_story(), {on("2024-02-05", Action{.measure = Measure::career_guidance, .progress = Progress::done, .partner = Partner::cap_emploi})});
    const auto reply = asked_for(story, {.kind = LetterKind::worker_booklet});
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply.letter->appointments.size(), 3u);
    EXPECT_EQ(reply.letter->appointments[0].state, AppointmentState::held);
    EXPECT_EQ(reply.letter->aspects, CodeSet<Aspect>{Aspect::professional});
    ASSERT_EQ(reply.letter->actions.size(), 3u) << "the last word on each action";
    EXPECT_EQ(reply.letter->actions.back().progress, Progress::done);
    EXPECT_EQ(reply.letter->consents.size(), count_of<ConsentScope> + 1);
    EXPECT_TRUE(asked_for({}, {.kind = LetterKind::worker_booklet}));
}

}  // namespace
}  // namespace maintien

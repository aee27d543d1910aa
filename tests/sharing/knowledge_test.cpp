#include "maintien/sharing/knowledge.hpp"

#include <gtest/gtest.h>

#include "maintien/protocol/built_in/aist63_cme.hpp"
#include "support/sharing_stories.hpp"

namespace maintien {
namespace {

using namespace test;

Knowledge known_of(std::vector<Entry> story, std::string_view as_of, const Protocol& protocol = common_core) {
    return knowledge_of(file_of(std::move(story)), protocol, day(as_of));
}

std::size_t open_to_count(std::vector<Entry> story, std::string_view as_of, const Reader& reader, const Protocol& protocol = common_core) {
    return marks_open_to(known_of(std::move(story), as_of, protocol), reader).size();
}

const Reader the_employer{AudienceRole::employer, {}}, cap_emploi_itself{AudienceRole::partner, Partner::cap_emploi}, partners{AudienceRole::partner, {}};

TEST(Knowledge, LetsRecommendationsGoUnlessTheWorkerObjectsWhereTheProtocolSaysOptOut) {
    const auto told = consent(ConsentScope::recommendations), refused = consent(ConsentScope::recommendations, ConsentState::refused);
    EXPECT_TRUE(recommendations_allowed(known_of({}, "2024-01-10")));
    EXPECT_TRUE(recommendations_allowed(known_of({on("2024-01-01", told)}, "2024-01-10")));
    EXPECT_FALSE(recommendations_allowed(known_of({on("2024-01-01", refused)}, "2024-01-10")));
    EXPECT_FALSE(recommendations_allowed(known_of({on("2024-01-01", Consent{.scope = ConsentScope::recommendations, .until = day("2024-01-05")})}, "2024-01-10")));
}

TEST(Knowledge, LetsRecommendationsGoOnlyWithALiveConsentWhereTheProtocolSaysOptIn) {
    EXPECT_FALSE(recommendations_allowed(known_of({}, "2024-01-10", aist63_cme)));
    EXPECT_TRUE(recommendations_allowed(known_of({on("2024-01-01", consent(ConsentScope::recommendations))}, "2024-01-10", aist63_cme)));
}

TEST(Knowledge, OpensAnAppointmentToTheEmployerOnlyInWorkingTime) {
    EXPECT_EQ(open_to_count({on("2024-01-01", planned_for("2024-01-20", 1))}, "2024-01-10", the_employer), 1u);
    EXPECT_EQ(open_to_count({on("2024-01-01", planned_for("2024-01-20", 1, false))}, "2024-01-10", the_employer), 0u);
    EXPECT_EQ(open_to_count({on("2024-01-01", Appointment{.number = 1})}, "2024-01-10", the_employer), 0u) << "what is not recorded is not told";
}

TEST(Knowledge, OpensAttendanceOfAnAppointmentThatWasPlannedInWorkingTime) {
    const std::vector<Entry> story{on("2024-01-01", planned_for("2024-01-05", 1)), on("2024-01-05", Appointment{.state = AppointmentState::held, .number = 1})};
    EXPECT_EQ(open_to_count(story, "2024-01-10", the_employer), 2u);
    EXPECT_EQ(open_to_count(then(story, {on("2024-01-06", Appointment{.state = AppointmentState::held, .number = 1, .in_working_time = false})}), "2024-01-10", the_employer), 0u);
}

TEST(Knowledge, ClosesAppointmentsToTheEmployerDuringSickLeave) {
    const Entry planned = on("2024-01-01", planned_for("2024-01-20", 1));
    EXPECT_EQ(open_to_count({planned, on("2024-01-05", leave(LeaveState::started, day("2024-01-12")))}, "2024-01-10", the_employer), 0u) << "on leave today";
    EXPECT_EQ(open_to_count({planned, on("2024-01-05", leave(LeaveState::started, day("2024-01-25")))}, "2024-01-30", the_employer), 0u) << "on leave on the day";
    EXPECT_EQ(open_to_count({planned, on("2024-01-05", leave(LeaveState::started, day("2024-01-12")))}, "2024-01-15", the_employer), 1u) << "back at work";
    EXPECT_EQ(open_to_count({planned, on("2024-02-05", leave(LeaveState::started))}, "2024-02-10", the_employer), 1u) << "on leave later";
}

TEST(Knowledge, ClosesEverythingToTheEmployerOnceTheWorkerObjectsToTheContact) {
    const Entry planned = on("2024-01-01", planned_for("2024-01-20", 1));
    EXPECT_EQ(open_to_count({planned, on("2024-01-09", consent(ConsentScope::employer_contact, ConsentState::refused))}, "2024-01-10", the_employer), 0u);
    EXPECT_EQ(open_to_count({planned, on("2024-01-09", consent_of(Actor::occupational_physician, ConsentScope::employer_contact, ConsentState::refused))}, "2024-01-10", the_employer), 1u);
}

TEST(Knowledge, OpensMeasuresToTheEmployerThatNameHimOrAreRecommendations) {
    const auto one = [](Fact fact, const Protocol& protocol = common_core) { return open_to_count({on("2024-01-01", std::move(fact))}, "2024-01-10", the_employer, protocol); };
    EXPECT_EQ(one(action_for(Measure::training, {AudienceRole::employer})), 1u);
    EXPECT_EQ(one(action(Measure::training)), 0u);
    EXPECT_EQ(one(action(Measure::telework)), 1u);
    EXPECT_EQ(one(action(Measure::telework), aist63_cme), 0u);
    EXPECT_EQ(one(action_for(Measure::telework, {AudienceRole::employer}), aist63_cme), 0u) << "naming him is no consent of the worker";
    EXPECT_EQ(one(action_for(Measure::telework, {AudienceRole::cell})), 0u);
}

TEST(Knowledge, OpensToAPartnerWhatALiveConsentCovers) {
    const std::vector<Entry> story{on("2024-01-02", relay(Partner::cap_emploi)), on("2024-01-02", relay(Partner::mdph)),
                                   on("2024-01-02", action_with(Measure::training, Partner::cap_emploi)), on("2024-01-02", action(Measure::training, Actor::cap_emploi)),
                                   on("2024-01-02", action(Measure::cv_writing))};
    EXPECT_EQ(open_to_count(story, "2024-01-10", cap_emploi_itself), 0u);
    const auto agreed = then(story, {on("2024-01-01", consent_to(Partner::cap_emploi))});
    EXPECT_EQ(open_to_count(agreed, "2024-01-10", cap_emploi_itself), 3u);
    EXPECT_EQ(open_to_count(agreed, "2024-01-10", {AudienceRole::partner, Partner::mdph}), 0u);
    EXPECT_EQ(open_to_count(then(agreed, {on("2024-01-09", consent_to(Partner::cap_emploi, ConsentScope::partner_exchange, ConsentState::withdrawn))}), "2024-01-10", cap_emploi_itself), 0u);
}

TEST(Knowledge, AsksForTheInsuranceConsentTowardsInsuranceBodies) {
    const Reader cpam{AudienceRole::partner, Partner::cpam};
    const Entry told = on("2024-01-02", relay(Partner::cpam));
    EXPECT_EQ(open_to_count({told, on("2024-01-01", consent(ConsentScope::partner_exchange))}, "2024-01-10", cpam), 0u);
    EXPECT_EQ(open_to_count({told, on("2024-01-01", consent(ConsentScope::insurance_exchange))}, "2024-01-10", cpam), 1u);
}

TEST(Knowledge, OpensToPartnersInGeneralOnlyWhatNamesThemAndNoneOfThem) {
    const std::vector<Entry> story{on("2024-01-01", consent(ConsentScope::partner_exchange)), on("2024-01-02", relay(Partner::cap_emploi)),
                                   on("2024-01-02", action_for(Measure::training, {AudienceRole::partner})),
                                   on("2024-01-02", Action{.measure = Measure::training, .partner = Partner::mdph, .audience = {AudienceRole::partner}})};
    EXPECT_EQ(open_to_count(story, "2024-01-10", partners), 1u);
    EXPECT_EQ(open_to_count(story, "2024-01-10", cap_emploi_itself), 2u);
}

TEST(Knowledge, ClosesTheFileToTheStatisticianFromTheDayOfAnObjection) {
    const Entry contacted = on("2024-01-01", contact()), no = on("2024-01-10", consent(ConsentScope::statistics, ConsentState::refused));
    const Reader statistician{AudienceRole::statistician, {}};
    EXPECT_EQ(open_to_count({contacted, no}, "2024-01-09", statistician), 1u);
    EXPECT_EQ(open_to_count({contacted, no}, "2024-01-10", statistician), 0u);
    EXPECT_GT(open_to_count({contacted, no, on("2024-01-12", consent(ConsentScope::statistics))}, "2024-01-12", statistician), 0u);
}

TEST(Knowledge, IsAllOpenToTheWorkerAndThePhysicianAndClosedToThePublic) {
    const auto story = shared_story();
    EXPECT_EQ(open_to_count(story, "2024-02-10", {AudienceRole::worker, {}}), story.size());
    EXPECT_EQ(open_to_count(story, "2024-02-10", {AudienceRole::physician, {}}), story.size());
    EXPECT_EQ(open_to_count(story, "2024-02-10", {AudienceRole::cell, {}}), story.size() - 1) << "the visit";
    EXPECT_EQ(open_to_count(story, "2024-02-10", {AudienceRole::public_, {}}), 0u);
}

}  // namespace
}  // namespace maintien

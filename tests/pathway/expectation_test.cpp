#include "maintien/pathway/expectation.hpp"

#include <gtest/gtest.h>

#include "maintien/protocol/built_in/all.hpp"
#include "support/case_stories.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

const Fact held = Appointment{.state = AppointmentState::held};

TEST(Expectation, APlanOfTheSameDayFollowsEveryAppointmentHeld) {
    const auto story = then(qualified("2024-01-01"), {on("2024-01-20", held), on("2024-01-20", plan()), on("2024-02-01", held), on("2024-02-02", plan())});
    EXPECT_EQ(replayed(story, aist63_cme).deviations, (Lines{"2024-02-01 appointment plan_after_appointment note"}))
        << "a plan of another day does not count, nor the first plan of the file";
    EXPECT_EQ(replayed(story, common_core).deviations, Lines{}) << "the core expects nothing";
}

TEST(Expectation, AnAppointmentThatWasMissedIsExpectedNothing) {
    const auto story = then(qualified("2024-01-01"), {on("2024-01-20", appointment(AppointmentState::missed))});
    EXPECT_EQ(replayed(story, aist63_cme).deviations, Lines{});
}

TEST(Expectation, AnyOtherOriginThanTheOneExpectedIsANote) {
    EXPECT_EQ(replayed({on("2024-01-01", referral(Origin::pre_return_visit))}, ast_btp_ain_2).deviations, Lines{});
    EXPECT_EQ(replayed({on("2024-01-01", referral(Origin::periodic_visit))}, ast_btp_ain_2).deviations,
              (Lines{"2024-01-01 referral pre_return_visit_origin note"}));
}

TEST(Expectation, AnEventWithoutEffectIsExpectedNothing) {
    const auto story = replayed({on("2024-01-01", referral()), on("2024-01-02", referral(Origin::periodic_visit))}, ast_btp_ain_2);
    EXPECT_EQ(story.deviations, (Lines{"2024-01-02 referral second_referral violation"}));
}

TEST(Expectation, AnAcceptedInterviewSaysWhichTrack) {
    const auto interviewed = [](std::optional<Orientation> orientation, Decision decision = Decision::accepted) {
        return replayed({on("2024-01-01", referral()), on("2024-01-03", QualificationInterview{.decision = decision, .orientation = orientation})}, ast_btp_ain_2).deviations;
    };
    const Lines note{"2024-01-03 qualification_interview orientation_named note"};
    EXPECT_EQ(interviewed(Orientation::retention_in_company), Lines{});
    EXPECT_EQ(interviewed(Orientation::external_redeployment), Lines{});
    EXPECT_EQ(interviewed(Orientation::undecided), note);
    EXPECT_EQ(interviewed(std::nullopt), note);
    EXPECT_EQ(interviewed(std::nullopt, Decision::deferred), Lines{});
}

TEST(Expectation, InterestsAndMotivationsComeBeforeAnOutcomeOutsideTheCompany) {
    const auto without = left("2024-01-01", "2024-06-01", Outcome::retraining);
    const auto with = then(without, {on("2024-03-01", action(Measure::interests_and_motivations))});
    const auto too_late = then(without, {on("2024-06-02", action(Measure::interests_and_motivations))});
    const Lines note{"2024-06-01 outcome interests_before_external_outcome note"};
    EXPECT_EQ(replayed(without, mt2i_pspme).deviations, note);
    EXPECT_EQ(replayed(with, mt2i_pspme).deviations, Lines{});
    EXPECT_EQ(replayed(too_late, mt2i_pspme).deviations.front(), note.front());
    EXPECT_EQ(replayed(left("2024-01-01", "2024-06-01", Outcome::adapted_post), mt2i_pspme).deviations, Lines{});
}

TEST(Expectation, TheMeasureOfAnEarlierEpisodeDoesNotCount) {
    const auto story = then(left("2024-01-01", "2024-06-01", Outcome::adapted_post),
                            {on("2024-03-01", action(Measure::interests_and_motivations)), on("2024-09-01", reopening()), on("2024-09-02", interview()),
                             on("2024-09-03", entry()), on("2024-09-04", plan()), on("2024-12-01", outcome(Outcome::external_post))});
    EXPECT_EQ(replayed(story, mt2i_pspme).deviations, (Lines{"2024-12-01 outcome interests_before_external_outcome note"}));
}

TEST(Expectation, ANoteStandsBesideWhatTheEventBreaks) {
    EXPECT_EQ(replayed({on("2024-01-01", held)}, aist63_cme).deviations,
              (Lines{"2024-01-01 appointment appointment_first_held violation", "2024-01-01 appointment plan_after_appointment note"}));
}

}  // namespace

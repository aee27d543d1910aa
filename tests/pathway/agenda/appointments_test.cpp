#include "maintien/pathway/agenda/appointments.hpp"

#include <gtest/gtest.h>

#include "maintien/protocol/built_in/aist43_cme.hpp"
#include "support/agenda_stories.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

const std::vector<Entry> booked_story{on("2024-03-01", referral()), on("2024-03-04", booking("2024-03-12", 1, "14:00", "15:00", true))};

TEST(Diary, HasAnAppointmentUntilItsEndIsNoted) {
    EXPECT_EQ(agenda_lines("appointment", "2024-03-11", booked_story), Lines{"due 2024-03-12"});
    EXPECT_EQ(agenda_lines("appointment", "2024-03-12", booked_story), Lines{"due 2024-03-12"});
    EXPECT_EQ(agenda_lines("appointment", "2024-03-13", booked_story), Lines{"due 2024-03-12 late 1"});
    EXPECT_EQ(agenda_lines("appointment", "2024-03-13", then(booked_story, {on("2024-03-12", numbered(AppointmentState::held, 1))})), nothing);
    EXPECT_EQ(agenda_lines("appointment", "2024-03-05", booked_story, 6), nothing) << "beyond the days looked ahead";
}

TEST(Diary, NamesTheDayTheCentreAndTheLetters) {
    auto story = booked_story;
    story[0].about.centre = {"nord"};
    auto item = of_rule("appointment", items_on("2024-03-11", story)).at(0);
    EXPECT_EQ(item.title.fr, "Rendez-vous 1 le mardi 12 mars 2024 à 14:00–15:00, centre nord\u00A0; à préparer\u00A0: avis de rendez-vous à l'employeur, attestation de présence");
    EXPECT_EQ(item.title.en, "Appointment 1 on Tuesday 12 March 2024 at 14:00–15:00, centre nord; to prepare: appointment notice to the employer, attendance certificate");
    EXPECT_EQ(item.place, "nord");
    story[1].about.centre = {"sud"};
    EXPECT_EQ(of_rule("appointment", items_on("2024-03-11", story)).at(0).place, "sud") << "the appointment's own centre counts";
}

TEST(Diary, PreparesNoNoticeOutsideWorkingTimeNorDuringASickLeave) {
    const auto title = [](std::vector<Entry> story) { return of_rule("appointment", items_on("2024-03-11", std::move(story))).at(0).title.en; };
    const std::vector<Entry> outside{on("2024-03-01", referral()), on("2024-03-04", booking("2024-03-12", 1, "14:00", "15:00", false))};
    EXPECT_EQ(title(outside).find("employer"), std::string::npos);
    EXPECT_EQ(title(then(booked_story, {on("2024-03-05", leave(LeaveState::started))})).find("employer"), std::string::npos);
    EXPECT_NE(title(then(booked_story, {on("2024-03-05", leave(LeaveState::started, day("2024-03-11")))})).find("employer"), std::string::npos) << "back at work on the day";
    const std::vector<Entry> no_end{on("2024-03-01", referral()), on("2024-03-04", booking("2024-03-12", 1, "14:00", {}, true))};
    EXPECT_EQ(title(no_end).find("certificate"), std::string::npos) << "a certificate says when it began and ended";
}

TEST(Diary, ForgetsPastAppointmentsOfAFileThatEnded) {
    const auto story = then(booked_story, {on("2024-03-14", refusal())});
    EXPECT_EQ(agenda_lines("appointment", "2024-03-14", story), nothing);
    const auto follow_up_call = then(left("2023-01-01", "2023-03-10"), {on("2024-03-01", booking("2024-03-12", 7))});
    EXPECT_EQ(agenda_lines("appointment", "2024-03-11", follow_up_call), Lines{"due 2024-03-12"}) << "one after the exit is in the diary";
    EXPECT_EQ(agenda_lines("appointment", "2024-03-13", follow_up_call), nothing);
}

TEST(NoShow, IsToBeRungTheNextWorkingDay) {
    const std::vector<Entry> story{on("2024-03-01", referral()), on("2024-03-04", booking("2024-03-28", 1)), on("2024-03-28", numbered(AppointmentState::missed, 1))};
    EXPECT_EQ(agenda_lines("no_show", "2024-03-28", story), Lines{"due 2024-03-29 opens 2024-03-28"});
    EXPECT_EQ(agenda_lines("no_show", "2024-03-29", story), Lines{"due 2024-03-29 opens 2024-03-28"});
    EXPECT_EQ(agenda_lines("no_show", "2024-03-30", story), Lines{"due 2024-03-29 opens 2024-03-28 late 1"});
    EXPECT_EQ(iso(of_rule("no_show", items_on("2024-03-28", story, 30, common_core, HolidayRegion::alsace_moselle)).at(0).due), "2024-03-30") << "after Good Friday";
    EXPECT_EQ(agenda_lines("no_show", "2024-03-30", then(story, {on("2024-03-29", attempt())})), nothing);
    EXPECT_EQ(agenda_lines("no_show", "2024-03-30", then(story, {on("2024-03-29", suspension())})), nothing);
    EXPECT_EQ(agenda_lines("no_show", "2024-03-30", then(story, {on("2024-03-29", refusal())})), nothing);
}

TEST(MissingPlan, IsOwedTheDayOfTheAppointmentHeld) {
    const std::vector<Entry> story{on("2024-03-01", referral()), on("2024-03-04", appointment(AppointmentState::held))};
    EXPECT_EQ(agenda_lines("plan_after_appointment", "2024-03-04", story), Lines{"due 2024-03-04"});
    EXPECT_EQ(agenda_lines("plan_after_appointment", "2024-03-05", story), Lines{"due 2024-03-04 late 1"});
    EXPECT_EQ(agenda_lines("plan_after_appointment", "2024-03-05", then(story, {on("2024-03-04", plan())})), nothing);
    EXPECT_EQ(agenda_lines("plan_after_appointment", "2024-03-20", then(story, {on("2024-03-10", plan()), on("2024-03-15", appointment(AppointmentState::held))})), Lines{"due 2024-03-15 late 5"})
        << "each appointment is followed by a plan";
}

TEST(MissingPlan, IsNotAskedForWhereNoPlanIsNeededOrPossible) {
    const std::vector<Entry> story{on("2024-03-01", referral()), on("2024-03-04", appointment(AppointmentState::held))};
    EXPECT_EQ(agenda_lines("plan_after_appointment", "2024-03-05", story, 30, aist43_cme), nothing);
    EXPECT_EQ(agenda_lines("plan_after_appointment", "2024-03-05", then(story, {on("2024-03-05", suspension())})), nothing);
    EXPECT_EQ(agenda_lines("plan_after_appointment", "2024-03-05", then(story, {on("2024-03-05", refusal())})), nothing);
}

}  // namespace

#include "maintien/sharing/appointment_sheet.hpp"

#include <gtest/gtest.h>

#include "support/case_stories.hpp"

namespace maintien {
namespace {

using namespace test;

std::vector<AppointmentSheet> sheets_in(std::vector<Entry> story) { return appointments_of(history_of(file_of(std::move(story)), mask_of(far_away, no_day))); }

constexpr TimeOfDay nine{540}, ten{600};

TEST(AppointmentSheet, FollowsANumberedAppointmentFromBookingToAttendance) {
    const auto sheets = sheets_in({on("2024-01-01", Appointment{.number = 1, .day = day("2024-01-10"), .starts = nine, .in_working_time = true}),
                                   on("2024-01-10", Appointment{.state = AppointmentState::held, .number = 1, .ends = ten})});
    ASSERT_EQ(sheets.size(), 1u);
    EXPECT_EQ(sheets[0].state, AppointmentState::held);
    EXPECT_EQ(sheets[0].day, day("2024-01-10"));
    EXPECT_EQ(sheets[0].starts, nine);
    EXPECT_EQ(sheets[0].ends, ten);
    EXPECT_EQ(sheets[0].in_working_time, true);
    EXPECT_EQ(sheets[0].marks, (std::vector<std::size_t>{0, 1}));
}

TEST(AppointmentSheet, KeepsNoHourOfTheDayBeforeWhenItIsMoved) {
    const auto sheets = sheets_in({on("2024-01-01", Appointment{.number = 1, .day = day("2024-01-10"), .starts = nine, .ends = ten}),
                                   on("2024-01-05", Appointment{.number = 1, .day = day("2024-01-17"), .starts = ten})});
    ASSERT_EQ(sheets.size(), 1u);
    EXPECT_EQ(sheets[0].day, day("2024-01-17"));
    EXPECT_EQ(sheets[0].starts, ten);
    EXPECT_EQ(sheets[0].ends, std::nullopt);
}

TEST(AppointmentSheet, KeepsItsDayWhenItIsCancelled) {
    const auto sheets = sheets_in({on("2024-01-01", Appointment{.number = 1, .day = day("2024-01-10")}),
                                   on("2024-01-05", Appointment{.state = AppointmentState::cancelled, .number = 1})});
    ASSERT_EQ(sheets.size(), 1u);
    EXPECT_EQ(sheets[0].state, AppointmentState::cancelled);
    EXPECT_EQ(sheets[0].day, day("2024-01-10"));
}

TEST(AppointmentSheet, WithoutANumberIsFoundByItsDay) {
    const auto sheets = sheets_in({on("2024-01-01", Appointment{.day = day("2024-01-10"), .in_working_time = true}),
                                   on("2024-01-10", Appointment{.state = AppointmentState::held}),
                                   on("2024-01-20", Appointment{.state = AppointmentState::held})});
    ASSERT_EQ(sheets.size(), 2u);
    EXPECT_EQ(sheets[0].state, AppointmentState::held);
    EXPECT_EQ(sheets[0].in_working_time, true);
    EXPECT_EQ(sheets[1].day, day("2024-01-20"));
}

TEST(AppointmentSheet, TakesItsPlaceFromTheEntry) {
    Entry planned = on("2024-01-01", Appointment{.number = 1});
    planned.about.centre.text = "c2";
    EXPECT_EQ(sheets_in({planned}).at(0).centre.text, "c2");
}

}  // namespace
}  // namespace maintien

#include "maintien/case/appointment.hpp"

#include <gtest/gtest.h>

#include "support/entry_json.hpp"

namespace {

using namespace maintien;
using maintien::test::said_by;

TEST(Appointment, SaysWhenHowAndWhetherInWorkingTime) {
    const Appointment planned{.state = AppointmentState::planned,
                              .number = 3,
                              .day = make_day(2024, 2, 12),
                              .starts = parse_time("09:05"),
                              .ends = parse_time("10:00"),
                              .channel = Channel::in_person,
                              .in_working_time = true};
    EXPECT_EQ(said_by(planned), R"("appointment":3,"appointment_state":"planned","channel":"in_person","day":"2024-02-12",)"
                                R"("ends":"10:00","event":"appointment","in_working_time":true,"starts":"09:05")");
}

TEST(Appointment, TellsNotInWorkingTimeFromNotSaid) {
    EXPECT_EQ(said_by(Appointment{.state = AppointmentState::missed}), R"("appointment_state":"missed","event":"appointment")");
    EXPECT_EQ(said_by(Appointment{.state = AppointmentState::missed, .in_working_time = false}),
              R"("appointment_state":"missed","event":"appointment","in_working_time":false)");
}

}  // namespace

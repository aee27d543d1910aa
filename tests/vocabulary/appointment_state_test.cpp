#include "maintien/vocabulary/appointment_state.hpp"

#include <gtest/gtest.h>

#include "support/closed_list_expectations.hpp"

namespace {

using namespace maintien;
using maintien::test::expect_closed_list;

TEST(AppointmentState, IsPlannedHeldMissedOrCancelled) {
    expect_closed_list<AppointmentState>({"planned", "held", "missed", "cancelled"});
}

}  // namespace

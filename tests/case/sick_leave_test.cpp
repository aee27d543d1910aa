#include "maintien/case/sick_leave.hpp"

#include <gtest/gtest.h>

#include "support/entry_json.hpp"

namespace {

using namespace maintien;

TEST(SickLeave, SaysItsStateItsCauseAndItsLastDay) {
    EXPECT_EQ(maintien::test::said_by(SickLeave{LeaveState::extended, Cause::occupational_disease, make_day(2024, 3, 31)}),
              R"("event":"sick_leave","leave_cause":"occupational_disease","leave_state":"extended","until":"2024-03-31")");
    EXPECT_EQ(maintien::test::said_by(SickLeave{.state = LeaveState::ended}), R"("event":"sick_leave","leave_state":"ended")");
}

}  // namespace

#include "maintien/vocabulary/leave.hpp"

#include <gtest/gtest.h>

#include "support/closed_list_expectations.hpp"

namespace {

using namespace maintien;
using maintien::test::expect_closed_list;

TEST(LeaveState, IsStartedExtendedOrEnded) { expect_closed_list<LeaveState>({"started", "extended", "ended"}); }

}  // namespace

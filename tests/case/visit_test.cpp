#include "maintien/case/visit.hpp"

#include <gtest/gtest.h>

#include "support/entry_json.hpp"

namespace {

using namespace maintien;

TEST(Visit, SaysItsKindAndThePhysicianStandsBesideIt) {
    EXPECT_EQ(maintien::test::said_by(Visit{Origin::on_request_worker}), R"("event":"visit","visit_kind":"on_request_worker")");
    EXPECT_EQ(maintien::test::json_of(Entry{.on = make_day(2024, 1, 31), .fact = Visit{}, .about = {.physician = {"p1"}}}),
              R"({"case":"c1","event":"visit","on":"2024-01-31","physician":"p1","visit_kind":"pre_return_visit"})");
}

}  // namespace

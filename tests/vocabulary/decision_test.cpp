#include "maintien/vocabulary/decision.hpp"

#include <gtest/gtest.h>

#include "support/closed_list_expectations.hpp"

namespace {

using namespace maintien;
using maintien::test::expect_closed_list;

TEST(Decision, HasTheFourDecisionsOfTheInterview) {
    expect_closed_list<Decision>({"deferred", "accepted", "redirected", "not_eligible"});
}

}  // namespace

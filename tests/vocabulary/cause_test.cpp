#include "maintien/vocabulary/cause.hpp"

#include <gtest/gtest.h>

#include "support/closed_list_expectations.hpp"

namespace {

using namespace maintien;
using maintien::test::expect_closed_list;

TEST(Cause, HasTheAdministrativeCausesInTheirOrder) {
    expect_closed_list<Cause>({"non_occupational_illness", "work_accident", "commuting_accident",
                               "occupational_disease", "private_accident", "disability_worsening", "wear_and_ageing",
                               "social_difficulty", "other_cause"});
}

TEST(Nature, HasBroadClassesOnly) {
    expect_closed_list<Nature>(
        {"locomotor", "mental", "cardiovascular", "neurological", "cancer", "sensory", "other_nature"});
}

}  // namespace

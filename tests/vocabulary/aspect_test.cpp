#include "maintien/vocabulary/aspect.hpp"

#include <gtest/gtest.h>

#include "support/closed_list_expectations.hpp"

namespace {

using namespace maintien;
using maintien::test::expect_closed_list;

TEST(Aspect, IsMedicalSocialOrProfessional) { expect_closed_list<Aspect>({"medical", "social", "professional"}); }

TEST(Orientation, IsInsideOutsideOrUndecided) {
    expect_closed_list<Orientation>({"retention_in_company", "external_redeployment", "undecided"});
}

}  // namespace

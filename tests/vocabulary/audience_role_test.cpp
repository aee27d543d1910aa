#include "maintien/vocabulary/audience_role.hpp"

#include <gtest/gtest.h>

#include "support/closed_list_expectations.hpp"

namespace {

using namespace maintien;
using maintien::test::expect_closed_list;

TEST(AudienceRole, HasTheSevenReaders) {
    expect_closed_list<AudienceRole>({"employer", "partner", "cell", "physician", "worker", "statistician", "public"});
}

}  // namespace

#include "maintien/vocabulary/channel.hpp"

#include <gtest/gtest.h>

#include "support/closed_list_expectations.hpp"

namespace {

using namespace maintien;
using maintien::test::expect_closed_list;

TEST(Channel, HasTheSixMeansInTheirOrder) {
    expect_closed_list<Channel>({"in_person", "phone", "video", "letter", "email", "questionnaire"});
}

}  // namespace

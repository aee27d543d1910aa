#include "maintien/protocol/flaw.hpp"

#include <gtest/gtest.h>

namespace {

using namespace maintien;

TEST(Flaw, HasWordsForEveryKind) {
    EXPECT_EQ(count_of<Unsoundness>, 10u);
    EXPECT_EQ(from_code<Unsoundness>("dead_end"), Unsoundness::dead_end);
    EXPECT_EQ(Flaw{}.kind, Unsoundness::none);
}

}  // namespace

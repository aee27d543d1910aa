#include "maintien/case/entry_into_cell.hpp"

#include <gtest/gtest.h>

#include "support/entry_json.hpp"

namespace {

using namespace maintien;

TEST(EntryIntoCell, IsADayAndNothingElse) { EXPECT_EQ(maintien::test::said_by(EntryIntoCell{}), R"("event":"entry")"); }

}  // namespace

#include "maintien/case/amendment.hpp"

#include <gtest/gtest.h>

#include "support/entry_json.hpp"

namespace {

using namespace maintien;
using maintien::test::said_by;

TEST(Amendment, WithdrawsAnEntry) {
    EXPECT_EQ(said_by(Amendment{{"e7"}, true, {}}), R"("amends":"e7","event":"amendment","withdraw":true)");
}

TEST(Amendment, ReplacesAnEntryAndThenSaysNothingOfWithdrawing) {
    const Entry instead{.on = make_day(2024, 1, 30), .fact = OutcomeRecord{Outcome::invalidity}};
    EXPECT_EQ(said_by(Amendment{{"e7"}, false, {instead}}),
              R"("amends":"e7","entry":{"event":"outcome","on":"2024-01-30","outcome":"invalidity"},"event":"amendment")");
}

}  // namespace

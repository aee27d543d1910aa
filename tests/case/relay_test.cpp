#include "maintien/case/relay.hpp"

#include <gtest/gtest.h>

#include "support/entry_json.hpp"

namespace {

using namespace maintien;

TEST(Relay, SaysToWhomAndWhetherSentOrAnswered) {
    EXPECT_EQ(maintien::test::said_by(Relay{Partner::france_travail, RelayState::answered}),
              R"("event":"relay","partner":"france_travail","relay_state":"answered")");
    EXPECT_EQ(maintien::test::said_by(Relay{Partner::mdph, {}}), R"("event":"relay","partner":"mdph")");
}

}  // namespace

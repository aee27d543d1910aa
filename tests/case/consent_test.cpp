#include "maintien/case/consent.hpp"

#include <gtest/gtest.h>

#include "support/entry_json.hpp"

namespace {

using namespace maintien;
using maintien::test::said_by;

TEST(Consent, SaysToWhatByWhomTowardsWhomAndUntilWhen) {
    const Consent given{.scope = ConsentScope::insurance_exchange,
                        .state = ConsentState::withdrawn,
                        .party = Actor::general_practitioner,
                        .partner = Partner::msa,
                        .until = make_day(2024, 12, 31)};
    EXPECT_EQ(said_by(given), R"("event":"consent","partner":"msa","party":"general_practitioner","scope":"insurance_exchange",)"
                              R"("state":"withdrawn","until":"2024-12-31")");
}

TEST(Consent, NeedsOnlyItsScopeAndItsState) {
    EXPECT_EQ(said_by(Consent{.scope = ConsentScope::statistics, .state = ConsentState::refused}),
              R"("event":"consent","scope":"statistics","state":"refused")");
}

}  // namespace

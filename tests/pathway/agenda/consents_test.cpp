#include "maintien/pathway/agenda/consents.hpp"

#include <gtest/gtest.h>

#include "support/agenda_stories.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

Fact consent_until(ConsentScope scope, std::string_view until, std::optional<Partner> partner = {}) {
    return Consent{.scope = scope, .state = ConsentState::given, .partner = partner, .until = day(until)};
}

TEST(ConsentsEnding, AreListedThirtyDaysAheadUntilTheirLastDay) {
    const auto story = then(supported("2024-01-01"), {on("2024-01-20", consent_until(ConsentScope::partner_exchange, "2024-06-30"))});
    EXPECT_EQ(agenda_lines("consent_ending", "2024-05-30", story), nothing);
    EXPECT_EQ(agenda_lines("consent_ending", "2024-05-31", story), Lines{"due 2024-06-30"});
    EXPECT_EQ(agenda_lines("consent_ending", "2024-06-30", story), Lines{"due 2024-06-30"});
    EXPECT_EQ(agenda_lines("consent_ending", "2024-07-01", story), nothing);
    EXPECT_EQ(of_rule("consent_ending", items_on("2024-06-30", story)).at(0).title.fr, "Fin du consentement\u00A0: échanges avec les partenaires, salarié");
}

TEST(ConsentsEnding, AreThoseThatStillStand) {
    const auto story = then(supported("2024-01-01"), {on("2024-01-20", consent_until(ConsentScope::partner_exchange, "2024-06-30"))});
    EXPECT_EQ(agenda_lines("consent_ending", "2024-06-20", then(story, {on("2024-06-01", consent(ConsentScope::partner_exchange, ConsentState::withdrawn))})), nothing);
    EXPECT_EQ(agenda_lines("consent_ending", "2024-06-20", then(story, {on("2024-06-01", consent_until(ConsentScope::partner_exchange, "2024-12-31"))})), nothing) << "renewed";
    EXPECT_EQ(agenda_lines("consent_ending", "2024-06-20", then(story, {on("2024-06-01", consent_until(ConsentScope::partner_exchange, "2024-12-31", Partner::cap_emploi))})).size(), 1u)
        << "renewed for one partner alone";
}

TEST(ConsentsEnding, AfterTheExitAreThoseToFollowUpContact) {
    const auto story = then(supported("2024-01-01"), {on("2024-01-20", consent_until(ConsentScope::partner_exchange, "2024-06-30")),
                                                      on("2024-01-20", consent_until(ConsentScope::follow_up_contact, "2024-06-30")), on("2024-06-10", outcome(Outcome::same_post))});
    EXPECT_EQ(agenda_lines("consent_ending", "2024-06-09", story).size(), 2u);
    EXPECT_EQ(agenda_lines("consent_ending", "2024-06-20", story).size(), 1u);
}

}  // namespace

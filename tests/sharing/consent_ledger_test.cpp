#include "maintien/sharing/consent_ledger.hpp"

#include <gtest/gtest.h>

#include "support/case_stories.hpp"

namespace maintien {
namespace {

using namespace test;

ConsentLine ledger_line(const std::vector<Entry>& story, ConsentScope scope, std::string_view asked_on, Actor party = Actor::worker, std::optional<Partner> partner = {}) {
    for (const auto& line : ledger_of(file_of(story), common_core, day(asked_on)).lines)
        if (line.scope == scope && line.party == party && line.partner == partner) return line;
    ADD_FAILURE() << "no such line";
    return {};
}

Fact consent_towards(Partner partner, ConsentState state = ConsentState::given) {
    return Consent{.scope = ConsentScope::partner_exchange, .state = state, .partner = partner};
}

TEST(ConsentLedger, HasEveryScopeOfTheWorkerAndTellsWhatWasNeverRecorded) {
    const auto ledger = ledger_of(file_of({}), common_core, day("2024-01-01"));
    ASSERT_EQ(ledger.lines.size(), count_of<ConsentScope>);
    for (const auto& line : ledger.lines) EXPECT_EQ(line, (ConsentLine{.scope = line.scope}));
}

TEST(ConsentLedger, TellsTheFiveStandingsApart) {
    const std::vector<Entry> story{on("2024-01-01", consent(ConsentScope::statistics, ConsentState::refused)),
                                   on("2024-01-01", consent(ConsentScope::employer_contact)),
                                   on("2024-01-10", consent(ConsentScope::employer_contact, ConsentState::withdrawn)),
                                   on("2024-01-01", Consent{.scope = ConsentScope::follow_up_contact, .until = day("2024-01-31")})};
    EXPECT_EQ(ledger_line(story, ConsentScope::statistics, "2024-01-02").standing, ConsentStanding::refused);
    EXPECT_EQ(ledger_line(story, ConsentScope::employer_contact, "2024-01-10").standing, ConsentStanding::live);
    EXPECT_EQ(ledger_line(story, ConsentScope::employer_contact, "2024-01-11").standing, ConsentStanding::withdrawn);
    EXPECT_EQ(ledger_line(story, ConsentScope::follow_up_contact, "2024-01-31").standing, ConsentStanding::live);
    EXPECT_EQ(ledger_line(story, ConsentScope::follow_up_contact, "2024-02-01").standing, ConsentStanding::expired);
    EXPECT_EQ(ledger_line(story, ConsentScope::recommendations, "2024-02-01").standing, ConsentStanding::not_recorded);
}

TEST(ConsentLedger, SaysSinceWhenAndUntilWhen) {
    const std::vector<Entry> story{on("2024-01-01", Consent{.scope = ConsentScope::follow_up_contact, .until = day("2024-01-31")})};
    const auto line = ledger_line(story, ConsentScope::follow_up_contact, "2024-01-15");
    EXPECT_EQ(line.since, day("2024-01-01"));
    EXPECT_EQ(line.until, day("2024-01-31"));
}

TEST(ConsentLedger, KeepsEachPartyAndEachPartnerApart) {
    const std::vector<Entry> story{on("2024-01-01", consent_of(Actor::occupational_physician, ConsentScope::employer_contact)),
                                   on("2024-01-01", consent_towards(Partner::mdph)),
                                   on("2024-01-05", consent_towards(Partner::cap_emploi, ConsentState::refused))};
    EXPECT_EQ(ledger_line(story, ConsentScope::employer_contact, "2024-01-02", Actor::occupational_physician).standing, ConsentStanding::live);
    EXPECT_EQ(ledger_line(story, ConsentScope::employer_contact, "2024-01-02").standing, ConsentStanding::not_recorded);
    EXPECT_EQ(ledger_line(story, ConsentScope::partner_exchange, "2024-01-06", Actor::worker, Partner::mdph).standing, ConsentStanding::live);
    EXPECT_EQ(ledger_line(story, ConsentScope::partner_exchange, "2024-01-06", Actor::worker, Partner::cap_emploi).standing, ConsentStanding::refused);
    EXPECT_EQ(ledger_line(story, ConsentScope::partner_exchange, "2024-01-06").standing, ConsentStanding::not_recorded);
}

TEST(ConsentLedger, LetsALaterWordToAllOverrideAnEarlierOneToAPartner) {
    const std::vector<Entry> story{on("2024-01-01", consent_towards(Partner::mdph)), on("2024-01-05", consent(ConsentScope::partner_exchange, ConsentState::withdrawn))};
    EXPECT_EQ(ledger_line(story, ConsentScope::partner_exchange, "2024-01-06", Actor::worker, Partner::mdph).standing, ConsentStanding::withdrawn);
}

TEST(ConsentLedger, TakesTheWordOnTheReferralForm) {
    EXPECT_EQ(ledger_line({on("2024-01-01", referral())}, ConsentScope::referral, "2024-01-01").standing, ConsentStanding::live);
    EXPECT_EQ(ledger_line({on("2024-01-01", Referral{.consent = false})}, ConsentScope::referral, "2024-01-02").standing, ConsentStanding::refused);
}

TEST(ConsentLedger, AgreesWithWhatTheRulesAsk) {
    const auto file = file_of({on("2024-01-01", consent(ConsentScope::partner_exchange)), on("2024-01-03", consent_towards(Partner::mdph, ConsentState::refused)),
                               on("2024-01-05", consent(ConsentScope::partner_exchange, ConsentState::withdrawn))});
    for (Day d = day("2023-12-31"); d < day("2024-01-08"); d = d + 1) {
        const Position position = position_of(file, common_core, d);
        for (const auto& line : ledger_of(position, d).lines)
            EXPECT_EQ(line.standing, worker_standing(position, line.scope, d, line.partner)) << iso(d);
    }
}

TEST(ConsentLedger, CountsOnlyARefusalOrAWithdrawalAsANo) {
    EXPECT_TRUE(says_no(ConsentStanding::refused) && says_no(ConsentStanding::withdrawn));
    EXPECT_FALSE(says_no(ConsentStanding::not_recorded) || says_no(ConsentStanding::expired) || says_no(ConsentStanding::live));
}

}  // namespace
}  // namespace maintien

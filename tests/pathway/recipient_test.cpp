#include "maintien/pathway/recipient.hpp"

#include <gtest/gtest.h>

#include "support/case_stories.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;
using maintien::mark_of;

const Day today = day("2024-03-01");
const CodeSet<Actor> team = common_core.team;

/// A position with words the worker said yesterday.
Position told(std::vector<Consent> words) {
    std::vector<Entry> entries;
    for (const auto& word : words) entries.push_back(on(today - 1, word));
    return replayed(std::move(entries)).position;
}

AskedConsent asked(const Fact& fact, const Position& position = new_position()) {
    return recipient_consent(position, mark_of(on(today, fact)), team);
}

TEST(Recipient, OfTheHealthInsuranceNeedsTheConsentToInsuranceExchange) {
    for (const auto partner : {Partner::cpam, Partner::msa, Partner::insurance_medical_service, Partner::carsat_social_service}) {
        EXPECT_EQ(asked(relay(partner)).question.scope, ConsentScope::insurance_exchange) << code_of(partner);
        EXPECT_EQ(asked(relay(partner)).question.partner, index_of(partner));
    }
    for (const auto actor : {Actor::insurance_physician, Actor::insurance_social_service})
        EXPECT_EQ(asked(action(Measure::training, actor)).question.scope, ConsentScope::insurance_exchange) << code_of(actor);
}

TEST(Recipient, ElsewhereNeedsTheConsentToPartnerExchange) {
    for (const auto partner : {Partner::cap_emploi, Partner::mdph, Partner::general_practitioner, Partner::other_partner})
        EXPECT_EQ(asked(relay(partner)).question.scope, ConsentScope::partner_exchange) << code_of(partner);
    for (const auto actor : {Actor::cap_emploi, Actor::hospital, Actor::staff_representative, Actor::disability_officer})
        EXPECT_EQ(asked(action(Measure::training, actor)).question.scope, ConsentScope::partner_exchange) << code_of(actor);
}

TEST(Recipient, IsAlwaysAskedOfTheWorker) { EXPECT_EQ(asked(relay(Partner::cpam)).question.party, Actor::worker); }

TEST(Recipient, IsNeitherTheTeamNorTheWorkerNorTheEmployer) {
    for (const auto& actor : terms_of<Actor>) {
        const bool outside = !team.contains(actor.value) && actor.value != Actor::worker && actor.value != Actor::employer;
        EXPECT_EQ(asked(action(Measure::training, actor.value)).standing,
                  outside ? ConsentStanding::not_recorded : ConsentStanding::live)
            << actor.code;
    }
    EXPECT_EQ(asked(action(Measure::training)).standing, ConsentStanding::live) << "nobody is told";
}

TEST(Recipient, WhoIsAPartnerTooIsCoveredByAConsentThatNamesThatPartner) {
    const auto for_cap_emploi = told({{.scope = ConsentScope::partner_exchange, .partner = Partner::cap_emploi}});
    EXPECT_EQ(asked(action(Measure::training, Actor::cap_emploi), for_cap_emploi).standing, ConsentStanding::live);
    EXPECT_EQ(asked(action(Measure::training, Actor::hospital), for_cap_emploi).standing, ConsentStanding::not_recorded);
}

TEST(Recipient, OfARelayOnlyIsThePartnerWhoeverActs) {
    const auto general = told({{.scope = ConsentScope::partner_exchange}});
    EXPECT_EQ(asked(relay(Partner::mdph), general).standing, ConsentStanding::live);
    EXPECT_EQ(asked(relay(Partner::cpam), general).standing, ConsentStanding::not_recorded);
}

TEST(Recipient, AmongTwoIsTheLessFavourable) {
    const Fact both = Action{.measure = Measure::training, .actor = Actor::insurance_physician, .partner = Partner::mdph};
    const Consent partners{.scope = ConsentScope::partner_exchange}, insurance{.scope = ConsentScope::insurance_exchange};
    Consent no_partners = partners, no_insurance = insurance;
    no_partners.state = no_insurance.state = ConsentState::refused;
    EXPECT_EQ(asked(both, told({partners, insurance})).standing, ConsentStanding::live);
    EXPECT_EQ(asked(both, told({partners})).standing, ConsentStanding::not_recorded);
    EXPECT_EQ(asked(both, told({insurance})).standing, ConsentStanding::not_recorded);
    EXPECT_EQ(asked(both, told({partners, no_insurance})).standing, ConsentStanding::refused);
    EXPECT_EQ(asked(both, told({no_partners, insurance})).standing, ConsentStanding::refused);
    EXPECT_EQ(asked(both, told({no_partners})).standing, ConsentStanding::refused);
    EXPECT_EQ(asked(both, told({no_insurance})).standing, ConsentStanding::refused) << "a spoken no outweighs a silence";
}

}  // namespace

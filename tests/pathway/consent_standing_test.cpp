#include "maintien/pathway/consent_standing.hpp"

#include <gtest/gtest.h>

#include "maintien/vocabulary/partner.hpp"

namespace {

using namespace maintien;

constexpr Day d = make_day(2024, 3, 1);
constexpr auto worker = static_cast<std::uint8_t>(index_of(Actor::worker));
constexpr ConsentQuestion exchange{ConsentScope::insurance_exchange, Actor::worker, no_code};

constexpr std::uint8_t number(Partner partner) { return static_cast<std::uint8_t>(index_of(partner)); }
constexpr ConsentQuestion towards(Partner partner) { return {ConsentScope::insurance_exchange, Actor::worker, number(partner)}; }

constexpr ConsentWord word(Day on, ConsentState state, std::uint8_t partner = no_code) {
    return {on, no_day, ConsentScope::insurance_exchange, state, worker, partner};
}

Position ledger(std::vector<ConsentWord> words) {
    Position position = new_position();
    position.consents = std::move(words);
    return position;
}

TEST(ConsentStanding, IsNotRecordedUntilAWordIsSaid) {
    EXPECT_EQ(consent_standing(ledger({}), exchange, d), ConsentStanding::not_recorded);
    EXPECT_EQ(consent_standing(ledger({word(d, ConsentState::given)}), exchange, d - 1), ConsentStanding::not_recorded);
}

TEST(ConsentStanding, IsLiveFromTheDayItIsGiven) {
    const auto given = ledger({word(d, ConsentState::given)});
    EXPECT_EQ(consent_standing(given, exchange, d), ConsentStanding::live);
    EXPECT_EQ(consent_standing(given, exchange, d + 10'000), ConsentStanding::live);
}

TEST(ConsentStanding, IsRefusedOrWithdrawnFromTheNextDay) {
    EXPECT_EQ(consent_standing(ledger({word(d, ConsentState::refused)}), exchange, d), ConsentStanding::not_recorded);
    EXPECT_EQ(consent_standing(ledger({word(d, ConsentState::refused)}), exchange, d + 1), ConsentStanding::refused);
    const auto withdrawn = ledger({word(d - 5, ConsentState::given), word(d, ConsentState::withdrawn)});
    EXPECT_EQ(consent_standing(withdrawn, exchange, d), ConsentStanding::live);
    EXPECT_EQ(consent_standing(withdrawn, exchange, d + 1), ConsentStanding::withdrawn);
}

TEST(ConsentStanding, IsLiveAgainFromTheDayItIsGivenAgain) {
    const auto again = ledger({word(d - 5, ConsentState::refused), word(d, ConsentState::given)});
    EXPECT_EQ(consent_standing(again, exchange, d - 1), ConsentStanding::refused);
    EXPECT_EQ(consent_standing(again, exchange, d), ConsentStanding::live);
}

TEST(ConsentStanding, HoldsOnItsLastDayAndExpiresTheNext) {
    ConsentWord until_june = word(d, ConsentState::given);
    until_june.until = make_day(2024, 6, 30);
    const auto limited = ledger({until_june});
    EXPECT_EQ(consent_standing(limited, exchange, make_day(2024, 6, 29)), ConsentStanding::live);
    EXPECT_EQ(consent_standing(limited, exchange, make_day(2024, 6, 30)), ConsentStanding::live);
    EXPECT_EQ(consent_standing(limited, exchange, make_day(2024, 7, 1)), ConsentStanding::expired);
}

TEST(ConsentStanding, IsNoLongerOpenEndedOnceGivenWithALastDay) {
    ConsentWord limited = word(d, ConsentState::given);
    limited.until = d + 1;
    EXPECT_EQ(consent_standing(ledger({word(d - 5, ConsentState::given), limited}), exchange, d + 2), ConsentStanding::expired)
        << "the last word counts, not the most generous";
}

TEST(ConsentStanding, IsThatOfTheScopeAndOfThePartyAsked) {
    const auto given = ledger({word(d, ConsentState::given)});
    EXPECT_EQ(consent_standing(given, {ConsentScope::partner_exchange, Actor::worker, no_code}, d), ConsentStanding::not_recorded);
    EXPECT_EQ(consent_standing(given, {ConsentScope::insurance_exchange, Actor::occupational_physician, no_code}, d), ConsentStanding::not_recorded);
}

TEST(ConsentStanding, NamingAPartnerCoversOnlyThatPartner) {
    const auto for_cpam = ledger({word(d, ConsentState::given, number(Partner::cpam))});
    EXPECT_EQ(consent_standing(for_cpam, towards(Partner::cpam), d), ConsentStanding::live);
    EXPECT_EQ(consent_standing(for_cpam, towards(Partner::msa), d), ConsentStanding::not_recorded);
    EXPECT_EQ(consent_standing(for_cpam, exchange, d), ConsentStanding::not_recorded);
}

TEST(ConsentStanding, NamingNobodyCoversEveryPartner) {
    EXPECT_EQ(consent_standing(ledger({word(d, ConsentState::given)}), towards(Partner::msa), d), ConsentStanding::live);
}

TEST(ConsentStanding, TowardsAPartnerFollowsTheLastWordThatTouchesHim) {
    const auto but_not_msa = ledger({word(d, ConsentState::given), word(d + 5, ConsentState::withdrawn, number(Partner::msa))});
    EXPECT_EQ(consent_standing(but_not_msa, towards(Partner::msa), d + 6), ConsentStanding::withdrawn);
    EXPECT_EQ(consent_standing(but_not_msa, towards(Partner::cpam), d + 6), ConsentStanding::live);
    const auto nobody = ledger({word(d, ConsentState::given, number(Partner::msa)), word(d + 5, ConsentState::withdrawn)});
    EXPECT_EQ(consent_standing(nobody, towards(Partner::msa), d + 6), ConsentStanding::withdrawn);
}

}  // namespace

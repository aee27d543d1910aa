#pragma once
/// @file
/// How a consent stands on a day.

#include "maintien/pathway/position.hpp"
#include "maintien/vocabulary/actor.hpp"

namespace maintien {

/// How a consent stands; what was never recorded is not a refusal.
enum class ConsentStanding : std::uint8_t {
    live,         ///< given and still holding
    refused,      ///< the last word is a refusal
    withdrawn,    ///< the last word is a withdrawal
    expired,      ///< given until an earlier day
    not_recorded  ///< no word was ever recorded
};

template <>
inline constexpr std::string_view list_name_of<ConsentStanding> = "consent_standing";

template <>
inline constexpr auto terms_of<ConsentStanding> = std::to_array<Term<ConsentStanding>>({
    {ConsentStanding::live, "live", "en vigueur", "live"},
    {ConsentStanding::refused, "refused", "refusé", "refused"},
    {ConsentStanding::withdrawn, "withdrawn", "retiré", "withdrawn"},
    {ConsentStanding::expired, "expired", "échu", "expired"},
    {ConsentStanding::not_recorded, "not_recorded", "non enregistré", "not recorded"},
});
static_assert(well_formed(terms_of<ConsentStanding>));

/// Whose consent to what is asked for, and towards which partner.
struct ConsentQuestion {
    ConsentScope scope = ConsentScope::referral;  ///< what is to be allowed
    Actor party = Actor::worker;                  ///< who must have agreed
    std::uint8_t partner = no_code;               ///< towards which partner, or none in particular
};

/// How a word of the ledger stands on `day`.
constexpr ConsentStanding standing_of(const ConsentWord& word, Day day) {
    if (word.state == ConsentState::refused) return ConsentStanding::refused;
    if (word.state == ConsentState::withdrawn) return ConsentStanding::withdrawn;
    return known(word.until) && word.until < day ? ConsentStanding::expired : ConsentStanding::live;
}

/// The word of the ledger that counts on `day`, or none: the last one said, given from its day, refused or withdrawn from the
/// next day. A word naming a partner covers only that partner.
inline const ConsentWord* word_that_counts(const Position& position, const ConsentQuestion& question, Day day) {
    for (auto word = position.consents.rbegin(); word != position.consents.rend(); ++word) {
        if (word->scope != question.scope || word->party != index_of(question.party)) continue;
        if (word->partner != no_code && word->partner != question.partner) continue;
        if (day < (word->state == ConsentState::given ? word->on : word->on + 1)) continue;
        return &*word;
    }
    return nullptr;
}

/// How a consent stands on `day`: as the word that counts says.
inline ConsentStanding consent_standing(const Position& position, const ConsentQuestion& question, Day day) {
    const auto* word = word_that_counts(position, question, day);
    return word ? standing_of(*word, day) : ConsentStanding::not_recorded;
}

}  // namespace maintien

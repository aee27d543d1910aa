#pragma once
/// @file
/// Recipients: who would learn something, and which consent covers it.

#include "maintien/pathway/consent_standing.hpp"
#include "maintien/vocabulary/partner.hpp"

namespace maintien {

/// A consent asked for and how it stands.
struct AskedConsent {
    ConsentQuestion question{};                               ///< whose consent to what
    ConsentStanding standing = ConsentStanding::live;         ///< how it stands
};

namespace detail {

/// The partner with the same code as an actor (`cap_emploi`, `general_practitioner` …), or none.
constexpr std::uint8_t partner_alike(Actor actor) {
    const auto partner = from_code<Partner>(code_of(actor));
    return partner ? static_cast<std::uint8_t>(index_of(*partner)) : no_code;
}

/// Partners alike, worked out once.
inline constexpr auto partners_alike = [] {
    std::array<std::uint8_t, count_of<Actor>> alike{};
    for (const auto& term : terms_of<Actor>) alike[index_of(term.value)] = partner_alike(term.value);
    return alike;
}();

constexpr ConsentScope exchange_scope(bool insurance) {
    return insurance ? ConsentScope::insurance_exchange : ConsentScope::partner_exchange;
}

}  // namespace detail

/// How much a standing weighs against an exchange: a word that forbids it or no longer allows it more than no word at all.
constexpr int weight_against(ConsentStanding standing) {
    if (standing == ConsentStanding::live) return 0;
    return standing == ConsentStanding::not_recorded ? 1 : 2;
}

/// The worker's consent that covers an event's recipients outside the team, the less favourable of two.
/// Insurance bodies need `insurance_exchange`, others `partner_exchange`; the worker is never a recipient, the employer falls under `employer_contact`.
inline AskedConsent recipient_consent(const Position& position, const Mark& mark, CodeSet<Actor> team) {
    AskedConsent partner, doer;
    if (mark.partner != no_code) {
        const bool insurance = is_insurance_body(static_cast<Partner>(mark.partner));
        partner.question = {detail::exchange_scope(insurance), Actor::worker, mark.partner};
        partner.standing = consent_standing(position, partner.question, mark.on);
    }
    if (mark.event != Event::action || mark.actor == no_code) return partner;
    const auto actor = static_cast<Actor>(mark.actor);
    if (team.contains(actor) || actor == Actor::worker || actor == Actor::employer) return partner;
    doer.question = {detail::exchange_scope(is_insurance_body(actor)), Actor::worker, detail::partners_alike[mark.actor]};
    doer.standing = consent_standing(position, doer.question, mark.on);
    const bool partner_decides = weight_against(partner.standing) >= weight_against(doer.standing) && mark.partner != no_code;
    return partner_decides ? partner : doer;
}

}  // namespace maintien

#pragma once
/// @file
/// What a worker, or a physician, agrees to.

#include <array>
#include <cstdint>
#include <string_view>

#include "maintien/vocabulary/code_list.hpp"

namespace maintien {

/// What a consent allows; a consent never recorded is not recorded, which is not a refusal.
enum class ConsentScope : std::uint8_t {
    referral,            ///< in French: signalement à la cellule
    partner_exchange,    ///< in French: échanges avec les partenaires
    insurance_exchange,  ///< its physicians and its social service
    employer_contact,    ///< asked of the worker and of the physician
    recommendations,     ///< opt-in or opt-out by protocol (R4624-30)
    supervised_trial,    ///< asked of three physicians
    follow_up_contact,   ///< in French: contact de suivi après la sortie
    statistics           ///< a standing refusal excludes the case from every figure, counted
};

template <>
inline constexpr std::string_view list_name_of<ConsentScope> = "consent_scope";

template <>
inline constexpr auto terms_of<ConsentScope> = std::to_array<Term<ConsentScope>>({
    {ConsentScope::referral, "referral", "signalement à la cellule", "referral to the cell"},
    {ConsentScope::partner_exchange, "partner_exchange", "échanges avec les partenaires", "exchange with partners"},
    {ConsentScope::insurance_exchange, "insurance_exchange", "échanges avec l'assurance maladie",
     "exchange with the health insurance"},
    {ConsentScope::employer_contact, "employer_contact", "contact avec l'employeur", "contact with the employer"},
    {ConsentScope::recommendations, "recommendations", "préconisations à l'employeur",
     "recommendations to the employer"},
    {ConsentScope::supervised_trial, "supervised_trial", "essai encadré", "supervised trial"},
    {ConsentScope::follow_up_contact, "follow_up_contact", "contact de suivi après la sortie",
     "follow-up contact after the exit"},
    {ConsentScope::statistics, "statistics", "utilisation statistique", "use in statistics"},
});
static_assert(well_formed(terms_of<ConsentScope>));

/// What was said about a scope; the ledger keeps every word and the last one stands.
enum class ConsentState : std::uint8_t {
    given,     ///< counts from its day
    refused,   ///< counts from the next day
    withdrawn  ///< counts from the next day; never refused by the library
};

template <>
inline constexpr std::string_view list_name_of<ConsentState> = "consent_state";

template <>
inline constexpr auto terms_of<ConsentState> = std::to_array<Term<ConsentState>>({
    {ConsentState::given, "given", "donné", "given"},
    {ConsentState::refused, "refused", "refusé", "refused"},
    {ConsentState::withdrawn, "withdrawn", "retiré", "withdrawn"},
});
static_assert(well_formed(terms_of<ConsentState>));

}  // namespace maintien

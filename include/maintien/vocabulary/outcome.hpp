#pragma once
/// @file
/// How a worker leaves the cell.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "maintien/vocabulary/code_list.hpp"

namespace maintien {

/// Where a positive outcome keeps the worker in work.
enum class Family : std::uint8_t {
    company,    ///< the employer at referral
    elsewhere,  ///< another employer, or one's own business
    project     ///< a career or social project under way
};

template <>
inline constexpr std::string_view list_name_of<Family> = "family";

template <>
inline constexpr auto terms_of<Family> = std::to_array<Term<Family>>({
    {Family::company, "company", "dans l'entreprise", "in the company"},
    {Family::elsewhere, "elsewhere", "hors de l'entreprise", "elsewhere"},
    {Family::project, "project", "projet professionnel ou social", "project"},
});
static_assert(well_formed(terms_of<Family>));

/// How an exit counts: for the cell, against it, or neither.
enum class Polarity : std::uint8_t {
    positive,  ///< in French: positive
    negative,  ///< in French: négative
    neutral    ///< in no exit rate; its share is shown beside them
};

template <>
inline constexpr std::string_view list_name_of<Polarity> = "polarity";

template <>
inline constexpr auto terms_of<Polarity> = std::to_array<Term<Polarity>>({
    {Polarity::positive, "positive", "positive", "positive"},
    {Polarity::negative, "negative", "négative", "negative"},
    {Polarity::neutral, "neutral", "neutre", "neutral"},
});
static_assert(well_formed(terms_of<Polarity>));

/// How a worker leaves the cell.
enum class Outcome : std::uint8_t {
    same_post,              ///< in French: maintien au même poste
    adapted_post,           ///< same post, adapted
    internal_redeployment,  ///< another post in the company
    external_post,          ///< in French: changement de poste externe
    permanent_hire,         ///< in French: embauche CDI
    fixed_term_hire,        ///< in French: embauche CDD ou intérim
    business_creation,      ///< in French: création d'entreprise
    retraining,             ///< in French: reconversion
    training,               ///< in French: formation
    other_insertion,        ///< in French: autre insertion professionnelle ou sociale
    unfitness,              ///< in French: inaptitude
    invalidity,             ///< in French: invalidité
    dismissal,              ///< in French: licenciement
    mutual_termination,     ///< in French: rupture conventionnelle
    resignation,            ///< in French: démission
    drop_out,               ///< also the outcome of a refusal after entry
    other_outcome,          ///< in French: autre sortie
    contract_end,           ///< neutral by our decision
    prolonged_leave,        ///< in French: arrêt prolongé
    no_further_need,        ///< in French: plus de besoin
    handed_over,            ///< in French: relais à un partenaire
    moved_away,             ///< in French: déménagement
    lost_contact,           ///< in French: perdu de vue
    retirement,             ///< no follow-up after it
    transferred,            ///< no follow-up after it
    death                   ///< no follow-up after it
};

/// One line of the list of outcomes: its words, and the family and polarity it has unless the protocol says otherwise.
struct OutcomeTerm : Term<Outcome> {
    std::optional<Family> family;  ///< where a positive outcome keeps the worker; none for the others
    Polarity polarity;             ///< how the exit counts
};

template <>
inline constexpr std::string_view list_name_of<Outcome> = "outcome";

template <>
inline constexpr auto terms_of<Outcome> = std::to_array<OutcomeTerm>({
    {{Outcome::same_post, "same_post", "maintien au même poste", "same post"}, Family::company, Polarity::positive},
    {{Outcome::adapted_post, "adapted_post", "aménagement du poste", "adapted post"},
     Family::company,
     Polarity::positive},
    {{Outcome::internal_redeployment, "internal_redeployment", "changement de poste interne", "internal redeployment"},
     Family::company,
     Polarity::positive},
    {{Outcome::external_post, "external_post", "changement de poste externe", "external post"},
     Family::elsewhere,
     Polarity::positive},
    {{Outcome::permanent_hire, "permanent_hire", "embauche CDI", "permanent hire"},
     Family::elsewhere,
     Polarity::positive},
    {{Outcome::fixed_term_hire, "fixed_term_hire", "embauche CDD ou intérim", "fixed-term hire or agency work"},
     Family::elsewhere,
     Polarity::positive},
    {{Outcome::business_creation, "business_creation", "création d'entreprise", "business creation"},
     Family::elsewhere,
     Polarity::positive},
    {{Outcome::retraining, "retraining", "reconversion", "retraining"}, Family::project, Polarity::positive},
    {{Outcome::training, "training", "formation", "training"}, Family::project, Polarity::positive},
    {{Outcome::other_insertion, "other_insertion", "autre insertion professionnelle ou sociale",
      "other professional or social insertion"},
     Family::project,
     Polarity::positive},
    {{Outcome::unfitness, "unfitness", "inaptitude", "unfitness"}, std::nullopt, Polarity::negative},
    {{Outcome::invalidity, "invalidity", "invalidité", "invalidity"}, std::nullopt, Polarity::negative},
    {{Outcome::dismissal, "dismissal", "licenciement", "dismissal"}, std::nullopt, Polarity::negative},
    {{Outcome::mutual_termination, "mutual_termination", "rupture conventionnelle", "mutual termination"},
     std::nullopt,
     Polarity::negative},
    {{Outcome::resignation, "resignation", "démission", "resignation"}, std::nullopt, Polarity::negative},
    {{Outcome::drop_out, "drop_out", "abandon", "drop-out"}, std::nullopt, Polarity::negative},
    {{Outcome::other_outcome, "other_outcome", "autre sortie", "other outcome"}, std::nullopt, Polarity::negative},
    {{Outcome::contract_end, "contract_end", "fin de contrat", "end of contract"}, std::nullopt, Polarity::neutral},
    {{Outcome::prolonged_leave, "prolonged_leave", "arrêt prolongé", "prolonged leave"},
     std::nullopt,
     Polarity::neutral},
    {{Outcome::no_further_need, "no_further_need", "plus de besoin", "no further need"},
     std::nullopt,
     Polarity::neutral},
    {{Outcome::handed_over, "handed_over", "relais à un partenaire", "handed over to a partner"},
     std::nullopt,
     Polarity::neutral},
    {{Outcome::moved_away, "moved_away", "déménagement", "moved away"}, std::nullopt, Polarity::neutral},
    {{Outcome::lost_contact, "lost_contact", "perdu de vue", "lost contact"}, std::nullopt, Polarity::neutral},
    {{Outcome::retirement, "retirement", "retraite", "retirement"}, std::nullopt, Polarity::neutral},
    {{Outcome::transferred, "transferred", "transféré à un autre service", "transferred to another service"},
     std::nullopt,
     Polarity::neutral},
    {{Outcome::death, "death", "décès", "death"}, std::nullopt, Polarity::neutral},
});
static_assert(well_formed(terms_of<Outcome>));

/// The family an outcome has unless the protocol says otherwise; none for an outcome that is not positive.
constexpr std::optional<Family> default_family(Outcome outcome) { return term_of(outcome).family; }

/// The polarity an outcome has unless the protocol says otherwise.
constexpr Polarity default_polarity(Outcome outcome) { return term_of(outcome).polarity; }

}  // namespace maintien

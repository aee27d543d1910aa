#pragma once
/// @file
/// `mt2i_pspme/1`: the social and professional unit of MT2i (Isère), since January 2019.

#include "maintien/protocol/built_in/common_core.hpp"
#include "maintien/protocol/difference.hpp"

namespace maintien {
namespace detail {

inline constexpr RuleSource mt2i_source = "MT2i, GIE de l'Isère, séminaire du 12 novembre 2020";

/// The positive outcomes outside the company: another employer, or a project.
constexpr CodeSet<Outcome> external_outcomes() {
    CodeSet<Outcome> outcomes;
    for (const auto& term : terms_of<Outcome>)
        if (term.family == Family::elsewhere || term.family == Family::project) outcomes = outcomes | CodeSet<Outcome>{term.value};
    return outcomes;
}

/// MT2i as what differs from the core.
constexpr Protocol build_mt2i_pspme() {
    Protocol cell = variant_of(common_core, "mt2i_pspme", 1, make_day(2019, 1, 1));
    cell.title = {"Pôle socio-professionnel et maintien en emploi, MT2i", "Social and professional retention unit, MT2i"};
    auto& relay = row_to_change(cell, "relay");
    relay.from.none = true;
    relay.source = mt2i_source;
    drop_limit(cell, "contact_within_15_days");
    cell.expected = {expects_measure("interests_before_external_outcome", Event::outcome, when(Attribute::outcome, external_outcomes()),
                                     Measure::interests_and_motivations, mt2i_source)};
    cell.relaxes = {{"relay", "la fiche de signalement aux partenaires part dès le début, avant tout signalement à la cellule"},
                    {"contact_within_15_days", "aucun délai de contact n'est nommé"}};
    return indexed(cell);
}

}  // namespace detail

/// The unit of MT2i, version 1: the common core of Isère with its shared forms.
inline constexpr Protocol mt2i_pspme = detail::build_mt2i_pspme();

}  // namespace maintien

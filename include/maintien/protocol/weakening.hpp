#pragma once
/// @file
/// Weakenings: where a variant asks less than its base, or allows what its base does not.

#include <cstdint>
#include <string_view>
#include <vector>

#include "maintien/protocol/exploration.hpp"
#include "maintien/vocabulary/code_list.hpp"

namespace maintien {

/// In what a variant falls short of its base.
enum class WeakeningKind : std::uint8_t {
    none,               ///< in nothing
    other_path,         ///< it allows an event that the base does not have there, or that leads elsewhere: a shorter or another way
    dropped_guard,      ///< it allows an event without a condition of the base
    dropped_consent,    ///< it allows an event without a consent that the base asks for
    refused_withdrawal, ///< somewhere a consent cannot be withdrawn any more; nothing relaxes that
    wider_team,         ///< its team is larger: what a new member learns needs no consent any more
    dropped_limit,      ///< a time limit of the base is missing
    longer_limit,       ///< a time limit of the base is longer, or stops its clock where the base does not
    follow_up,          ///< somebody whom the base follows up is asked less often, or later
    recommendations     ///< recommendations need no agreement of the worker any more
};

template <>
inline constexpr std::string_view list_name_of<WeakeningKind> = "weakening";

template <>
inline constexpr auto terms_of<WeakeningKind> = std::to_array<Term<WeakeningKind>>({
    {WeakeningKind::none, "none", "aucun écart", "no weakening"},
    {WeakeningKind::other_path, "other_path", "autre chemin", "another way"},
    {WeakeningKind::dropped_guard, "dropped_guard", "condition abandonnée", "condition dropped"},
    {WeakeningKind::dropped_consent, "dropped_consent", "consentement affaibli", "consent weakened"},
    {WeakeningKind::refused_withdrawal, "refused_withdrawal", "retrait de consentement refusé", "withdrawal of a consent refused"},
    {WeakeningKind::wider_team, "wider_team", "équipe élargie", "team widened"},
    {WeakeningKind::dropped_limit, "dropped_limit", "échéance abandonnée", "time limit dropped"},
    {WeakeningKind::longer_limit, "longer_limit", "échéance affaiblie", "time limit weakened"},
    {WeakeningKind::follow_up, "follow_up", "suivi affaibli", "follow-up weakened"},
    {WeakeningKind::recommendations, "recommendations", "préconisations sans accord", "recommendations without agreement"},
});
static_assert(well_formed(terms_of<WeakeningKind>));

/// One place where a variant asks less than its base.
struct Weakening {
    WeakeningKind kind = WeakeningKind::none;         ///< in what
    std::string_view rule{};                          ///< the rule of the variant: the name `relaxes` would list
    std::string_view base_rule{};                     ///< the rule of the base, or empty when the base has none for it
    int guard = -1;                                   ///< of a guard or consent: its place in the base's rule
    SituationIndex at = no_situation;                 ///< the situation in which it shows, in the exploration of the variant
    EventForm form{};                                 ///< the event that shows it there
    bool has_event = false;                           ///< whether an event shows it
};

/// Everything in which a variant asks less than its base.
using Weakenings = std::vector<Weakening>;

/// Whether a protocol names a rule among those where it asks less than its base, with its reason.
constexpr bool relaxes(const Protocol& protocol, std::string_view rule) {
    for (const auto& relaxation : protocol.relaxes)
        if (relaxation.rule == rule) return true;
    return false;
}

}  // namespace maintien

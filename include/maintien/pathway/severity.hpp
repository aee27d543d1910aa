#pragma once
/// @file
/// Severities: how much a deviation weighs.

#include "maintien/pathway/judgement.hpp"

namespace maintien {

/// How much a deviation weighs.
enum class Severity : std::uint8_t {
    violation,   ///< a rule was broken
    unrecorded,  ///< a fact the rule needs is simply not recorded
    note         ///< something expected is missing
};

template <>
inline constexpr std::string_view list_name_of<Severity> = "severity";

template <>
inline constexpr auto terms_of<Severity> = std::to_array<Term<Severity>>({
    {Severity::violation, "violation", "manquement", "violation"},
    {Severity::unrecorded, "unrecorded", "non enregistré", "unrecorded"},
    {Severity::note, "note", "remarque", "note"},
});
static_assert(well_formed(terms_of<Severity>));

namespace detail {

/// Whether a guard asks for the referral: a case without one is listed once, not at every step.
constexpr bool asks_for_referral(const Guard& guard) {
    return guard.kind == GuardKind::after && guard.milestone == Milestone::referral;
}

/// Whether a guard that does not hold breaks a rule, rather than missing a record.
constexpr bool breaks_a_guard(const Judgement& judgement) {
    for (std::size_t i = 0; judgement.row && i < judgement.row->guards.size(); ++i) {
        const bool broken = ((judgement.unmet & ~judgement.not_recorded) >> i & 1) != 0;
        if (broken && !asks_for_referral(judgement.row->guards[i])) return true;
    }
    return false;
}

}  // namespace detail

/// How much a judged event weighs in a history, or nothing when it follows the rules.
constexpr std::optional<Severity> severity_of(const Judgement& judgement) {
    if (judgement.allowed()) return std::nullopt;
    const bool out_of_place = !judgement.row || (!judgement.stage_fits && !judgement.reopens_silently);
    if (judgement.bar != Bar::none || out_of_place || detail::breaks_a_guard(judgement)) return Severity::violation;
    if (judgement.not_recorded != 0 || judgement.reopens_silently) return Severity::unrecorded;
    return std::nullopt;
}

}  // namespace maintien

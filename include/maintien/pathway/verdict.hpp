#pragma once
/// @file
/// Verdicts: the answer to "may this event happen?".

#include <string_view>
#include <vector>

#include "maintien/pathway/refusal.hpp"

namespace maintien {

/// The four answers, kept apart.
enum class VerdictKind : std::uint8_t {
    accepted,           ///< the event may happen
    unknown_event,      ///< the protocol knows no such event
    not_at_this_stage,  ///< the event is known, but not at this stage
    conditions_unmet    ///< the stage is right, but conditions are unmet
};

template <>
inline constexpr std::string_view list_name_of<VerdictKind> = "verdict_kind";

template <>
inline constexpr auto terms_of<VerdictKind> = std::to_array<Term<VerdictKind>>({
    {VerdictKind::accepted, "accepted", "accepté", "accepted"},
    {VerdictKind::unknown_event, "unknown_event", "événement inconnu du protocole", "event unknown to the protocol"},
    {VerdictKind::not_at_this_stage, "not_at_this_stage", "pas à cette étape", "not at this stage"},
    {VerdictKind::conditions_unmet, "conditions_unmet", "conditions non remplies", "conditions unmet"},
});
static_assert(well_formed(terms_of<VerdictKind>));

/// The answer to an event: accepted, or refused with every reason at once.
struct Verdict {
    VerdictKind kind = VerdictKind::accepted;  ///< which of the four answers
    std::string_view rule{};                   ///< the rule that answers; it lives as long as the protocol
    std::vector<Reason> reasons{};             ///< every reason against it, none when accepted

    /// Whether the event is accepted.
    explicit operator bool() const { return kind == VerdictKind::accepted; }
};

/// Which of the four answers a judgement comes to.
constexpr VerdictKind kind_of(const Judgement& judgement) {
    if (judgement.allowed()) return VerdictKind::accepted;
    if (!judgement.row) return VerdictKind::unknown_event;
    return judgement.stage_fits ? VerdictKind::conditions_unmet : VerdictKind::not_at_this_stage;
}

/// The verdict a judgement comes to; `position` is where the case stood.
inline Verdict verdict_of(const Judgement& judgement, const Position& position, const Mark& mark, const Protocol& protocol) {
    Verdict verdict{kind_of(judgement), rule_of(judgement, mark), {}};
    if (!verdict) verdict.reasons = reasons_of(position, mark, judgement, protocol);
    return verdict;
}

/// The verdict on a mark at a position.
inline Verdict verdict_at(const Position& position, const Mark& mark, const Protocol& protocol) {
    return verdict_of(judge(position, mark, protocol), position, mark, protocol);
}

}  // namespace maintien

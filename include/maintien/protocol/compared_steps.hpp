#pragma once
/// @file
/// Compared steps: those of a variant that may differ from what its base would say, each kind of situation once.

#include <vector>

#include "maintien/protocol/exploration.hpp"
#include "maintien/protocol/weakening.hpp"

namespace maintien {
namespace detail {

/// What the rules of two protocols on one event look at in a situation, as one number: alike, alike judged.
constexpr std::uint64_t aspect_of(const Situation& s, MilestoneSet watched) {
    const std::uint64_t flags = (s.on_leave ? 1u : 0u) + (s.followed ? 2u : 0u) + (s.window_ahead ? 4u : 0u) + (ended(s) ? 8u : 0u);
    return std::uint64_t{s.stage.number} | std::uint64_t{s.before_suspension.number} << 4 | flags << 8 | std::uint64_t{s.origin} << 12 |
           std::uint64_t{s.age} << 20 | std::uint64_t{static_cast<MilestoneSet>(s.reached & watched)} << 28;
}

constexpr MilestoneSet watched_by_rows(const Protocol& protocol, Event event) {
    MilestoneSet watched = bit_of(Milestone::referral) | bit_of(Milestone::entry) | bit_of(Milestone::refusal) | bit_of(Milestone::outcome);
    for (const auto& row : rows_of(protocol, event))
        for (const auto& guard : row.guards)
            if (guard.kind == GuardKind::after || guard.kind == GuardKind::not_after) watched |= bit_of(guard.milestone);
    return watched;
}

/// Situations that the rules on one event tell apart, one of each kind.
constexpr std::vector<SituationIndex> kinds_for(const Exploration& found, const Protocol& base, Event event) {
    const auto watched = static_cast<MilestoneSet>(watched_by_rows(*found.view.protocol, event) | watched_by_rows(base, event));
    std::vector<SituationIndex> kinds;
    std::vector<std::uint64_t> seen;
    for (SituationIndex i = 0; i < found.situations.size(); ++i) {
        bool starts = false;
        for (const auto& row : rows_of(*found.view.protocol, event)) starts = starts || holds(row.from, found.situations[i].stage);
        if (!starts) continue;
        const auto aspect = aspect_of(found.situations[i], watched);
        for (std::size_t k = 0; k < seen.size() && starts; ++k) starts = !(seen[k] == aspect && found.situations[kinds[k]].consents == found.situations[i].consents);
        if (!starts) continue;
        seen.push_back(aspect);
        kinds.push_back(i);
    }
    return kinds;
}

/// Whether two protocols have the same rows for an event, word for word: then only their teams can make a difference.
constexpr bool same_rows(const Protocol& a, const Protocol& b, Event event) {
    const auto x = rows_of(a, event), y = rows_of(b, event);
    if (x.end() - x.begin() != y.end() - y.begin()) return false;
    for (std::ptrdiff_t i = 0; i < x.end() - x.begin(); ++i)
        if (!(x.begin()[i] == y.begin()[i])) return false;
    return true;
}

/// Whether somebody whom an event of this form tells is outside one team and inside the other, so that his consent is asked
/// for by the first alone.
constexpr bool team_decides(const EventForm& form, CodeSet<Actor> narrow, CodeSet<Actor> wide) {
    const auto x = recipient_scopes(form, narrow), y = recipient_scopes(form, wide);
    return (x.partner && !y.partner) || (x.insurance && !y.insurance);
}

/// The steps of a variant on one event that need to be put to the base. Of rows that both have word for word these are only
/// those that tell somebody who is of the variant's team alone.
constexpr std::vector<Step> steps_to_compare(const RuleView& view, const Protocol& base, Event event) {
    const Protocol& variant = *view.protocol;
    const bool same = same_rows(variant, base, event);
    std::vector<Step> steps;
    if (same && (event != Event::action || variant.team == base.team || relaxes(variant, "team"))) return steps;
    for (const auto& row : rows_of(variant, event))
        for_each_form(view, event, [&](const EventForm& form) {
            if ((!same || team_decides(form, base.team, variant.team)) && holds_for(row.when, form)) steps.push_back({&row, form});
        });
    return steps;
}

}  // namespace detail
}  // namespace maintien

#pragma once
/// @file
/// What a lookup knows of the effect of an event that is allowed.

#include <bit>

#include "maintien/pathway/effect.hpp"
#include "maintien/pathway/episode_at_hand.hpp"
#include "maintien/pathway/quick_row.hpp"

namespace maintien {
namespace detail {

/// What an event does beside reaching milestones, moving its stage on and noting a code.
constexpr QuickEffect further_effect(const Mark& mark) {
    switch (mark.event) {
        case Event::visit:
        case Event::unfitness_opinion:
        case Event::contact_attempt:
        case Event::first_contact:
        case Event::appointment:
        case Event::entry:
        case Event::action_plan:
        case Event::employer_contact:
        case Event::relay:
        case Event::team_review: return QuickEffect::none;
        case Event::action:
        case Event::outcome: return mark.code != no_code ? QuickEffect::none : QuickEffect::any;
        case Event::qualification_interview:
            return mark.code == index_of(Decision::accepted) || mark.code == index_of(Decision::deferred) ? QuickEffect::none : QuickEffect::any;
        case Event::referral: return QuickEffect::referral;
        case Event::consent: return QuickEffect::consent;
        case Event::sick_leave: return QuickEffect::leave;
        case Event::follow_up: return QuickEffect::answer;
        default: return QuickEffect::any;
    }
}

/// Whether a move asks for nothing but the stage it leads to.
constexpr bool moves_plainly(const Move& move) {
    return move.kind == MoveKind::same || (move.kind == MoveKind::to && move.stage != Stage::suspended);
}

/// The milestones that decide which others an event reaches.
constexpr std::uint16_t deciding(Event event) { return event == Event::outcome ? bits_of({Milestone::entry, Milestone::refusal}) : std::uint16_t{0}; }

/// The milestones an event reaches in an episode that has reached so many.
inline std::uint16_t newly_reached(const Mark& mark, std::uint32_t before, const Protocol& protocol) {
    Position tried = new_position();
    for (std::size_t i = 0; i < count_of<Milestone>; ++i)
        if ((before >> i & 1) != 0) reach(tried.current(), static_cast<Milestone>(i), make_day(2000, 1, 1));
    const auto known_before = tried.current().passed;
    apply(tried, mark, protocol);
    return static_cast<std::uint16_t>(tried.current().passed & ~known_before);
}

/// Enters the places of the milestones an event reaches; of more than there is room for nothing is looked up.
inline void enter_reached(QuickRow& quick) {
    quick.reaches.fill(count_of<Milestone>);
    std::size_t count = 0;
    for (unsigned left = quick.reached; left != 0 && count < quick.reaches.size(); left &= left - 1)
        quick.reaches[count++] = static_cast<std::uint8_t>(std::countr_zero(left));
    if (std::popcount(quick.reached) > static_cast<int>(count)) quick.effect = QuickEffect::any;
}

/// Enters what an event does, as its effect shows on an episode that has reached what it must have, and where its row leads. What
/// decides about its effect and need not have been reached must not.
inline void enter_effect(QuickRow& quick, const Transition& row, const Mark& mark, MaybeStage stage, const Protocol& protocol) {
    quick.effect = moves_plainly(row.move) ? further_effect(mark) : QuickEffect::any;
    if (quick.effect == QuickEffect::any) return;
    ask(quick, deciding(mark.event) & ~(quick.looked_at & quick.wanted), false);
    quick.reached = quick.effect == QuickEffect::leave || quick.effect == QuickEffect::answer ? 0 : newly_reached(mark, quick.wanted, protocol);
    quick.notes_measure = mark.event == Event::action;
    quick.notes_outcome = mark.event == Event::outcome;
    enter_reached(quick);
    quick.leads_to = row.move.kind == MoveKind::to ? row.move.stage : stage;
    quick.leads_to_place = static_cast<std::uint8_t>(place_of_stage(quick.leads_to));
}

}  // namespace detail
}  // namespace maintien

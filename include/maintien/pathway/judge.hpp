#pragma once
/// @file
/// Judging: the rules measured against the facts, without changing anything.

#include <bit>

#include "maintien/pathway/consent_standing.hpp"
#include "maintien/pathway/follow_up_place.hpp"
#include "maintien/pathway/judgement.hpp"
#include "maintien/pathway/recipient.hpp"
#include "maintien/protocol/protocol.hpp"

namespace maintien {

/// How a guard stands for an event.
enum class GuardStanding : std::uint8_t {
    met,          ///< it holds, or does not apply
    unmet,        ///< it does not hold
    not_recorded  ///< it asks for a fact that is not recorded
};

/// Whether a condition of a rule can look at an attribute of an event: another one would never hold.
constexpr bool rules_look_at(Event event, Attribute attribute) {
    const auto kind = shape_of(attribute).kind;
    if (!takes(event, attribute) || (kind != ValueKind::code && kind != ValueKind::boolean)) return false;
    switch (attribute) {
        case Attribute::actor:
        case Attribute::party:
        case Attribute::by:
        case Attribute::partner:
        case Attribute::state:
        case Attribute::orientation:
        case Attribute::incoming: return true;
        default: return attribute == code_attribute(event);
    }
}

namespace detail {

/// The position of the code a clause looks at.
constexpr std::uint8_t code_for(const Mark& mark, Attribute attribute) {
    switch (attribute) {
        case Attribute::actor:
        case Attribute::party: return mark.actor;
        case Attribute::by: return mark.by;
        case Attribute::partner: return mark.partner;
        case Attribute::state: return mark.event == Event::consent ? mark.state : no_code;
        case Attribute::orientation: return mark.event == Event::qualification_interview ? mark.state : no_code;
        case Attribute::incoming: return has(mark, incoming_call) ? 1 : 0;
        default: return attribute == code_attribute(mark.event) ? mark.code : no_code;
    }
}

/// Whether an event is among what one clause speaks of: of a list, one of its codes is enough.
constexpr bool holds(const Clause& clause, const Mark& mark) {
    const auto code = code_for(mark, clause.attribute);
    if (code == no_code) return false;
    if (has_own_list(mark.event) && clause.attribute == code_attribute(mark.event)) return (clause.codes & code) != 0;
    return (clause.codes >> code & 1) != 0;
}

/// Whether an event is one of the variants a condition speaks of.
constexpr bool holds(const Condition& condition, const Mark& mark) {
    for (const auto& clause : condition)
        if (!holds(clause, mark)) return false;
    return true;
}

constexpr GuardStanding standing_of(ConsentStanding consent) {
    if (consent == ConsentStanding::live) return GuardStanding::met;
    return consent == ConsentStanding::not_recorded ? GuardStanding::not_recorded : GuardStanding::unmet;
}

/// The consent a guard asks for: the referral form itself may say it.
inline ConsentStanding consent_asked(const Guard& guard, const Position& position, const Mark& mark) {
    if (guard.implied_by && mark.by == index_of(*guard.implied_by)) return ConsentStanding::live;
    if (mark.event == Event::referral && guard.scope == ConsentScope::referral && guard.party == Actor::worker) {
        if (has(mark, consent_given)) return ConsentStanding::live;
        if (has(mark, consent_refused)) return ConsentStanding::refused;
    }
    return consent_standing(position, {guard.scope, guard.party, no_code}, mark.on);
}

inline GuardStanding age_standing(const Guard& guard, const Position& position, const Mark& mark) {
    const Day referral = position.current().day_of(Milestone::referral);
    if (position.birth_year == 0) return GuardStanding::not_recorded;
    const int age = year_of(known(referral) ? referral : mark.on) - position.birth_year;
    return age >= guard.age ? GuardStanding::met : GuardStanding::unmet;
}

inline GuardStanding origin_standing(const Guard& guard, const Position& position, const Mark& mark) {
    const auto origin = mark.event == Event::referral ? mark.code : position.current().origin;
    if (origin == no_code) return GuardStanding::not_recorded;
    return guard.origins.contains(static_cast<Origin>(origin)) ? GuardStanding::met : GuardStanding::unmet;
}

inline GuardStanding leave_standing(const Position& position, const Mark& mark) {
    if (!position.leave_known) return GuardStanding::not_recorded;
    const bool running = known(position.leave_from) && position.leave_from <= mark.on;
    const bool over = known(position.leave_until) && position.leave_until < mark.on;
    return running && !over ? GuardStanding::met : GuardStanding::unmet;
}

/// Whether a follow-up falls into the window of an exit, or tells a death or a retirement after one.
inline bool anchored_at(const Position& position, const Mark& mark, const FollowUpSchedule& schedule) {
    if (position_of_horizon(schedule, mark.horizon) < 0) return false;
    if (mark.code != no_code && settles(static_cast<Answer>(mark.code))) return exited_before(position, schedule, mark.on);
    return episode_answered(position, schedule, mark.horizon, mark.on) >= 0;
}

/// How a guard that applies stands.
inline GuardStanding measured(const Guard& guard, const Position& position, const Mark& mark, const Protocol& protocol) {
    const auto met_if = [](bool yes) { return yes ? GuardStanding::met : GuardStanding::unmet; };
    switch (guard.kind) {
        case GuardKind::consent: return standing_of(consent_asked(guard, position, mark));
        case GuardKind::consent_by_recipient: return standing_of(recipient_consent(position, mark, protocol.team).standing);
        case GuardKind::after: return met_if(known(position.current().day_of(guard.milestone)));
        case GuardKind::not_after: return met_if(!known(position.current().day_of(guard.milestone)));
        case GuardKind::age_at_least: return age_standing(guard, position, mark);
        case GuardKind::origin_in: return origin_standing(guard, position, mark);
        case GuardKind::on_sick_leave: return leave_standing(position, mark);
        case GuardKind::anchored: return met_if(anchored_at(position, mark, protocol.follow_up));
    }
    return GuardStanding::unmet;
}

/// Whether those of some guards of a row, as bits, that apply are all met.
inline bool are_met(std::uint32_t guards, const Transition& row, const Position& position, const Mark& mark, const Protocol& protocol) {
    for (; guards != 0; guards &= guards - 1) {
        const auto& guard = row.guards[static_cast<std::size_t>(std::countr_zero(guards))];
        if (holds(guard.when, mark) && measured(guard, position, mark, protocol) != GuardStanding::met) return false;
    }
    return true;
}

/// Measures every guard of the judgement's row.
inline void measure_guards(Judgement& judgement, const Position& position, const Mark& mark, const Protocol& protocol) {
    judgement.unmet = judgement.not_recorded = 0;
    for (std::size_t i = 0; i < judgement.row->guards.size(); ++i) {
        const auto& guard = judgement.row->guards[i];
        if (!holds(guard.when, mark)) continue;
        const auto standing = measured(guard, position, mark, protocol);
        const auto bit = static_cast<std::uint16_t>(1u << i);
        if (standing != GuardStanding::met) judgement.unmet |= bit;
        if (standing == GuardStanding::not_recorded) judgement.not_recorded |= bit;
    }
}

/// Whether the milestones a row asks for before anything else are as it says: this tells two rows of one stage apart.
inline bool milestones_fit(const Transition& row, const Episode& episode) {
    for (const auto& guard : row.guards) {
        if (!guard.when.empty()) continue;
        const bool reached = known(episode.day_of(guard.milestone));
        if (guard.kind == GuardKind::after && !reached) return false;
        if (guard.kind == GuardKind::not_after && reached) return false;
    }
    return true;
}

/// The row an event falls under: one that starts from the stage, rather one whose milestones fit; else the first for this variant.
inline void find_row(Judgement& judgement, const Episode& episode, MaybeStage stage, const Mark& mark, const Protocol& protocol) {
    int best = -1;
    for (const auto& row : rows_of(protocol, mark.event)) {
        if (!holds(row.when, mark)) continue;
        const bool fits = row.from.contains(stage);
        if ((fits ? 3 : 1) <= best) continue;
        const int rank = (fits ? 2 : 0) + (milestones_fit(row, episode) ? 1 : 0);
        if (rank > best) {
            best = rank;
            judgement.row = &row;
            judgement.stage_fits = fits;
        }
    }
}

/// Why a refusal, an entry or an outcome has no effect, if so.
inline Bar bar_of_ending(const Episode& episode, const Mark& mark) {
    const bool has_entry = known(episode.day_of(Milestone::entry)), over = ended(episode);
    if (mark.event == Event::entry) return has_entry ? Bar::second_entry : over ? Bar::after_the_end : Bar::none;
    const bool refused = known(episode.day_of(Milestone::refusal));
    if (mark.event == Event::refusal) return refused ? Bar::second_refusal : over ? Bar::after_the_end : Bar::none;
    if (episode.outcome != no_code) return Bar::second_outcome;
    return over && !refused ? Bar::after_the_end : Bar::none;
}

inline Bar bar_of_follow_up(const Position& position, const Mark& mark, const FollowUpSchedule& schedule) {
    if (anchored_at(position, mark, schedule)) return Bar::none;
    return position_of_horizon(schedule, mark.horizon) < 0 ? Bar::unknown_horizon : Bar::outside_window;
}

/// Why an event has no effect, if so.
inline Bar bar_of(const Position& position, const Mark& mark, const Protocol& protocol) {
    const auto& episode = position.current();
    switch (mark.event) {
        case Event::referral:
            return !ended(episode) && known(episode.day_of(Milestone::referral)) ? Bar::second_referral : Bar::none;
        case Event::reopening: return under_way(episode) ? Bar::reopening_of_open_episode : Bar::none;
        case Event::entry:
        case Event::refusal:
        case Event::outcome: return bar_of_ending(episode, mark);
        case Event::follow_up: return bar_of_follow_up(position, mark, protocol.follow_up);
        default: return Bar::none;
    }
}

}  // namespace detail

/// What a protocol says of an event at a position. Nothing is changed.
inline Judgement judge(const Position& position, const Mark& mark, const Protocol& protocol) {
    Judgement judgement;
    judgement.protocol = &protocol;
    const auto& episode = position.current();
    const auto stage = stage_as_of(episode, protocol.follow_up, mark.on);
    detail::find_row(judgement, episode, stage, mark, protocol);
    if (judgement.row) detail::measure_guards(judgement, position, mark, protocol);
    judgement.bar = detail::bar_of(position, mark, protocol);
    judgement.reopens_silently = mark.event == Event::referral && ended(episode);
    return judgement;
}

}  // namespace maintien

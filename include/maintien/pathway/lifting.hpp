#pragma once
/// @file
/// Lifting: who can remove what stops an event, and on which day at the earliest.

#include <algorithm>
#include <optional>

#include "maintien/pathway/judge.hpp"
#include "maintien/pathway/version_in_force.hpp"

namespace maintien {

/// Who can remove an obstacle, and when.
struct Lifting {
    std::optional<Actor> by{};  ///< who, or none: nobody can, or only time
    Day earliest{};             ///< the earliest day, or none: never, or not to be foreseen
};

/// The earliest day on which an event may rely on another: its own day when the other comes before it in the canonical
/// order of a day (that of `Event`), else the next day.
constexpr Day earliest_after(Event other, const Mark& mark) { return other < mark.event ? mark.on : mark.on + 1; }

/// The stages at which a protocol has a row for an event in this variant.
constexpr StageSet stages_for(const Mark& mark, const Protocol& protocol) {
    StageSet stages;
    for (const auto& row : rows_of(protocol, mark.event)) {
        if (!detail::holds(row.when, mark)) continue;
        stages.stages = stages.stages | row.from.stages;
        stages.none = stages.none || row.from.none;
    }
    return stages;
}

namespace detail {

/// Who usually does what an event records; our decision, from the cells' own descriptions.
constexpr Actor usual_actor(Event event) {
    switch (event) {
        case Event::consent:
        case Event::first_contact:
        case Event::refusal: return Actor::worker;
        case Event::visit:
        case Event::unfitness_opinion:
        case Event::referral: return Actor::occupational_physician;
        case Event::sick_leave: return Actor::general_practitioner;
        default: return Actor::case_manager;
    }
}

/// The event that usually reaches a milestone.
constexpr Event event_reaching(Milestone milestone) {
    switch (milestone) {
        case Milestone::referral: return Event::referral;
        case Milestone::contact: return Event::first_contact;
        case Milestone::interview: return Event::qualification_interview;
        case Milestone::entry: return Event::entry;
        case Milestone::plan: return Event::action_plan;
        case Milestone::refusal: return Event::refusal;
        case Milestone::appointment_held: return Event::appointment;
        case Milestone::first_sick_leave_day: return Event::sick_leave;
        default: return Event::outcome;
    }
}

/// How a guard that asks for something to be done or recorded is lifted.
constexpr Lifting lifted_by_event(Event event, const Mark& mark) { return {usual_actor(event), earliest_after(event, mark)}; }

/// An age that is too low: without a referral yet it is that of the day, so the year it will do is known.
inline Lifting lifting_of_age(const Guard& guard, bool recorded, const Position& before, const Mark& mark) {
    if (!recorded) return {Actor::case_manager, mark.on};
    if (mark.event == Event::referral || known(before.current().day_of(Milestone::referral))) return {};
    return {std::nullopt, make_day(before.birth_year + guard.age, 1, 1)};
}

/// How a guard that asks for anything but a consent is lifted. What is merely not recorded can be recorded the same day.
inline Lifting lifting_of(const Guard& guard, bool recorded, const Position& before, const Mark& mark) {
    switch (guard.kind) {
        case GuardKind::after: return lifted_by_event(event_reaching(guard.milestone), mark);
        case GuardKind::age_at_least: return lifting_of_age(guard, recorded, before, mark);
        case GuardKind::origin_in: return recorded ? Lifting{} : Lifting{usual_actor(Event::referral), mark.on};
        case GuardKind::on_sick_leave: return recorded ? Lifting{} : Lifting{Actor::case_manager, earliest_after(Event::sick_leave, mark)};
        default: return {};
    }
}

/// The stages of a set of bits one row adds, from those reached.
constexpr void follow(StageSet& reached, const Transition& row, MaybeStage before_suspension) {
    if ((row.from.stages.bits & reached.stages.bits) == 0 && !(row.from.none && reached.none)) return;
    if (row.move.kind == MoveKind::to) reached.stages = reached.stages | CodeSet<Stage>{row.move.stage};
    if (row.move.kind == MoveKind::before && before_suspension) reached.stages = reached.stages | CodeSet<Stage>{*before_suspension};
}

/// The stages that the events of one day can lead to, those that come before `end` in the day's order; what opens an episode may
/// wait in its day for the end of the one before. Guards are not looked at.
constexpr void follow_a_day(StageSet& reached, const Protocol& protocol, Event end, MaybeStage before_suspension) {
    for (const auto& row : protocol.transitions) {
        if (row.event >= end) continue;
        follow(reached, row, before_suspension);
        for (const auto& opening : protocol.transitions)
            if (opens(opening.event) && opening.event < end) follow(reached, opening, before_suspension);
    }
}

constexpr bool meet(const StageSet& a, const StageSet& b) { return (a.stages.bits & b.stages.bits) != 0 || (a.none && b.none); }

/// Who usually does the one step that leads from `at` to a stage of `wanted`, or none when it takes several.
constexpr std::optional<Actor> one_step(const Protocol& protocol, MaybeStage at, const StageSet& wanted) {
    for (const auto& row : protocol.transitions)
        if (row.from.contains(at) && row.move.kind == MoveKind::to && wanted.stages.contains(row.move.stage)) return usual_actor(row.event);
    return std::nullopt;
}

/// How an event out of its place comes to its place: who does the step that is missing, if it is one, and the earliest day
/// on which the missing steps can all have been done. Their own conditions are not looked at.
inline Lifting lifting_of_stage(const Position& before, const Mark& mark, const Protocol& protocol) {
    const auto& episode = before.current();
    const auto at = stage_as_of(episode, protocol.follow_up, mark.on);
    const auto wanted = stages_for(mark, protocol);
    StageSet reached = at ? StageSet{{*at}} : StageSet{{}, true};
    for (int days = 0; days <= static_cast<int>(count_of<Stage>); ++days) {
        StageSet now = reached;
        follow_a_day(now, protocol, mark.event, episode.before_suspension);
        if (meet(now, wanted)) return {one_step(protocol, at, wanted), mark.on + days};
        follow_a_day(reached, protocol, Event::amendment, episode.before_suspension);
    }
    return {};
}

/// The next day on which a follow-up finds a place: a window opens, or the day after an exit for a death or a retirement.
inline Day next_place(const Position& before, const Mark& mark, const FollowUpSchedule& schedule) {
    const bool any_day = mark.code != no_code && settles(static_cast<Answer>(mark.code));
    Day next = no_day;
    for (const auto& episode : before.episodes) {
        if (!anchored(episode, schedule)) continue;
        const Day exit = episode.day_of(Milestone::exit);
        const Day opens = any_day ? exit + 1 : answer_window(schedule, exit, mark.horizon).from;
        if (opens > mark.on && (!known(next) || opens < next)) next = opens;
    }
    return next;
}

/// How a bar is lifted: what an episode has it keeps (a correction is an amendment); an ended one can be reopened; a window opens on its day.
inline Lifting lifting_of_bar(Bar bar, const Position& before, const Mark& mark, const Protocol& protocol) {
    if (bar == Bar::after_the_end) return lifted_by_event(Event::reopening, mark);
    if (bar == Bar::outside_window) return {std::nullopt, next_place(before, mark, protocol.follow_up)};
    return {};
}

}  // namespace detail
}  // namespace maintien

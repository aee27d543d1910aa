#pragma once
/// @file
/// Witnesses: a short file that shows what is wrong with a protocol, event by event from the empty file.

#include <algorithm>
#include <vector>

#include "maintien/protocol/exploration.hpp"

namespace maintien {

/// One event of a witness. A referral says that the worker agrees unless `agreed` is false.
struct WitnessStep {
    Day on{};              ///< its day
    EventForm form{};      ///< the event
    Day until{};           ///< of a consent: its last day, or none
    int horizon = 0;       ///< of a follow-up: months after the exit
    bool agreed = true;    ///< of a referral: whether the worker agrees to it
};

/// Events that the rules of a protocol allow one after the other from an empty file; the last may be one they refuse.
struct Witness {
    std::vector<WitnessStep> steps{};   ///< the events
    int age = 0;                        ///< the worker's age in the year of the first, 0 when no rule asks
    bool last_is_refused = false;       ///< whether the protocol refuses the last event: that is what is shown
    Day as_of{};                        ///< the day on which the file shows it
};

namespace detail {

/// A step of a witness before it has its day.
struct WitnessMove {
    EventForm form{};
    bool by_time = false;    ///< time passes instead: the follow-up ends
    bool on_the_side = false;  ///< a consent or a sick leave: it may be left out or come later
    bool agreed = true;
};

using WitnessMoves = std::vector<WitnessMove>;

/// The moves that lead to a situation of an exploration, with everything on the side that could help.
inline WitnessMoves moves_to(const Exploration& found, SituationIndex at) {
    WitnessMoves back;
    for (SituationIndex i = at; found.came_by[i].from != no_situation; i = found.came_by[i].from) back.push_back({found.came_by[i].form, found.came_by[i].by_time});
    WitnessMoves moves;
    Situation s;
    const auto on_the_side = [&](const EventForm& form) { moves.push_back({form, false, true}); };
    have_what_helps(found.view, s, on_the_side);
    for (auto move = back.rbegin(); move != back.rend(); ++move) {
        moves.push_back(*move);
        s = move->by_time ? closed_in_time(s) : led_on(found.view, s, move->form, *ruling_on(found.view, s, move->form, *found.view.protocol).row);
        have_what_helps(found.view, s, on_the_side);
    }
    return moves;
}

/// The ruling on a move; a referral that does not say that the worker agrees needs his consent from elsewhere.
inline Ruling ruling_on_move(const RuleView& view, const Situation& s, const WitnessMove& move, const Protocol& protocol) {
    Ruling ruling = ruling_on(view, s, move.form, protocol);
    if (move.agreed || !ruling.row) return ruling;
    for (std::size_t i = 0; i < ruling.row->guards.size(); ++i) {
        const auto& guard = ruling.row->guards[i];
        const bool asks = guard.kind == GuardKind::consent && guard.scope == ConsentScope::referral && guard.party == Actor::worker;
        const bool implied_by_actor = guard.implied_by && move.form.says(FormSlot::by, *guard.implied_by);
        if (asks && !implied_by_actor && holds_for(guard.when, move.form) && (s.consents & consent_bit(view, guard.scope, guard.party)) == 0)
            ruling.unmet |= static_cast<std::uint16_t>(1u << i);
    }
    return ruling;
}

/// Where a move leads, once it is allowed.
inline Situation after_move(const RuleView& view, const Situation& s, const WitnessMove& move, const Ruling& ruling) {
    if (move.by_time) return closed_in_time(s);
    Situation after = led_on(view, s, move.form, *ruling.row);
    if (!move.agreed) after.consents = s.consents;
    return after;
}

/// Where moves lead one after the other, as far as they are allowed.
struct Played {
    bool allowed = true;             ///< whether all were
    Situation end{};                 ///< where they lead
    std::vector<Situation> met{};    ///< the situation each met
};

inline Played played(const RuleView& view, const WitnessMoves& moves, const Situation& start = {}) {
    Played result{.end = start};
    for (const auto& move : moves) {
        result.met.push_back(result.end);
        const Ruling ruling = move.by_time ? Ruling{} : ruling_on_move(view, result.end, move, *view.protocol);
        result.allowed = result.allowed && (move.by_time ? closes_in_time(result.end) : ruling.allowed());
        if (!result.allowed) return result;
        result.end = after_move(view, result.end, move, ruling);
    }
    return result;
}

/// Whether two situations are the same but for consents and a sick leave.
inline bool alike(Situation a, const Situation& b) {
    a.consents = b.consents;
    a.on_leave = b.on_leave;
    return a == b;
}

/// WitnessMoves told as a person would: without what is not needed on the side, and each thing on the side as late as may be.
/// `shows` says whether moves still show what they are to show.
template <class Shows>
WitnessMoves told_shortly(WitnessMoves moves, Shows shows) {
    for (std::size_t i = moves.size(); i > 0; --i) {
        if (!moves[i - 1].on_the_side) continue;
        WitnessMoves shorter = moves;
        shorter.erase(shorter.begin() + static_cast<std::ptrdiff_t>(i - 1));
        if (shows(shorter)) moves = shorter;
    }
    for (std::size_t i = moves.size(); i > 0; --i)
        for (std::size_t k = i - 1; moves[k].on_the_side && k + 1 < moves.size(); ++k) {
            std::swap(moves[k], moves[k + 1]);
            if (!moves[k].on_the_side && shows(moves)) continue;
            std::swap(moves[k], moves[k + 1]);
            break;
        }
    return moves;
}

/// The day after the last window of an exit, on which an exited file is closed.
inline Day day_closed(const FollowUpSchedule& schedule, Day exit) {
    Day closed = exit;
    for (const int horizon : schedule.horizons) closed = std::max(closed, answer_window(schedule, exit, horizon).to + 1);
    return closed;
}

/// Whether an exit by this event is followed.
inline bool is_followed(const EventForm& form, const FollowUpSchedule& schedule) {
    return !schedule.except.contains(form.event == Event::outcome ? static_cast<Outcome>(form.at(FormSlot::code)) : Outcome::drop_out);
}

/// Gives moves their days: one a day; a file closes once its follow-up is over, an answer comes on the day it is due.
inline Witness dated(const RuleView& view, const WitnessMoves& moves) {
    const Protocol& protocol = *view.protocol;
    Witness witness;
    Day next = known(protocol.valid_from) ? protocol.valid_from : make_day(2020, 1, 1);
    Day exit = no_day, followed_exit = no_day;
    Situation s;
    for (const auto& move : moves) {
        const Ruling ruling = move.by_time ? Ruling{} : ruling_on_move(view, s, move, protocol);
        if (move.by_time) {
            next = std::max(next, day_closed(protocol.follow_up, exit));
            witness.as_of = next;
        } else {
            WitnessStep step{.on = next, .form = move.form, .agreed = move.agreed};
            const bool answers = move.form.event == Event::follow_up && !protocol.follow_up.horizons.empty();
            if (answers) step.horizon = protocol.follow_up.horizons[0];
            if (answers && known(followed_exit)) step.on = std::max(next, due_day(followed_exit, step.horizon));
            witness.steps.push_back(step);
            witness.as_of = step.on;
            next = step.on + 1;
        }
        if (!move.by_time && !ruling.allowed()) {
            witness.last_is_refused = true;
            break;
        }
        const Situation after = after_move(view, s, move, ruling);
        if (after.has(Milestone::exit) && !s.has(Milestone::exit)) {
            exit = witness.as_of;
            if (is_followed(move.form, protocol.follow_up)) followed_exit = exit;
        }
        s = after;
    }
    return witness;
}

}  // namespace detail
}  // namespace maintien

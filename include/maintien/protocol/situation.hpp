#pragma once
/// @file
/// Situations: where a case can stand as far as the rules look, without days.

#include <cstdint>

#include "maintien/protocol/event_form.hpp"
#include "maintien/protocol/protocol.hpp"
#include "maintien/protocol/rule_view.hpp"

namespace maintien {

/// The age nobody in a cell has reached: a guard that asks for more can never hold. Decided by us.
inline constexpr int oldest_age = 100;

/// A stage or none as one plain number: not every compiler copies an empty `std::optional` while it compiles.
struct StagePlace {
    std::uint8_t number = 0;  ///< 0 for none, else the stage's position in its list and one

    constexpr StagePlace() = default;
    /// A stage.
    constexpr StagePlace(Stage stage) : number(static_cast<std::uint8_t>(index_of(stage) + 1)) {}
    /// Whether there is a stage.
    constexpr bool known() const { return number != 0; }
    /// The stage, or none.
    constexpr MaybeStage stage() const { return known() ? MaybeStage(static_cast<Stage>(number - 1)) : std::nullopt; }
    constexpr bool operator==(const StagePlace&) const = default;
};

/// Whether a set of stages holds a stage or, for none, "—".
constexpr bool holds(const StageSet& set, StagePlace place) {
    return place.number == 0 ? set.none : (set.stages.bits >> (place.number - 1) & 1) != 0;
}

/// Where the current episode stands and what is known of the case; consents and a sick leave, once had, are kept.
struct Situation {
    StagePlace stage{};               ///< the stage
    StagePlace before_suspension{};   ///< the stage a resumption returns to
    std::uint8_t origin = unsaid;     ///< the origin of the referral, if a rule looks at it
    std::uint8_t age = 0;             ///< the age the worker must have, given the guards passed
    bool on_leave = false;            ///< whether the worker is on sick leave
    bool followed = false;            ///< whether an exit of the case is followed; an earlier episode's only if that matters
    bool window_ahead = false;        ///< whether the follow-up window of such an exit is still to come
    MilestoneSet reached = 0;         ///< the milestones of the episode that some rule looks at
    std::uint64_t consents = 0;       ///< the consents given, by their place in `RuleView::asked`

    /// Whether the episode has reached a milestone.
    constexpr bool has(Milestone milestone) const { return (reached & bit_of(milestone)) != 0; }
    constexpr bool operator==(const Situation&) const = default;
};

/// Whether the episode has ended.
constexpr bool ended(const Situation& s) { return s.has(Milestone::refusal) || s.has(Milestone::exit) || s.has(Milestone::closing); }

/// Whether nothing more of the episode is owed: it stands at a stage that is not open.
constexpr bool at_an_end(const Situation& s) { return s.stage.known() && !open_stages.contains(*s.stage.stage()); }

/// Whether time alone ends the follow-up: an exited episode closes once its windows are over.
constexpr bool closes_in_time(const Situation& s) { return s.stage == Stage::exited && s.has(Milestone::exit); }

/// The same, later: every window is over.
constexpr Situation closed_in_time(Situation s) {
    s.stage = Stage::closed;
    s.window_ahead = false;
    return s;
}

namespace detail {

constexpr void reach(Situation& s, Milestone milestone) { s.reached |= bit_of(milestone); }

/// An exit with an outcome that is followed opens windows.
constexpr void leave(Situation& s, const FollowUpSchedule& schedule, std::uint8_t outcome) {
    reach(s, Milestone::exit);
    if ((schedule.except.bits >> outcome & 1) != 0) return;
    s.followed = s.window_ahead = true;
}

constexpr void begin_episode(Situation& s, bool keeps_exits) {
    s.stage = s.before_suspension = {};
    if (!keeps_exits) s.followed = s.window_ahead = false;
    s.origin = unsaid;
    s.reached = 0;
}

constexpr void interviewed(Situation& s, const EventForm& form) {
    reach(s, Milestone::interview);
    reach(s, Milestone::contact);
    const bool turned_away = form.says(FormSlot::code, Decision::redirected) || form.says(FormSlot::code, Decision::not_eligible);
    if (turned_away && !s.has(Milestone::entry) && !ended(s)) reach(s, Milestone::closing);
}

constexpr void refused(Situation& s, const FollowUpSchedule& schedule) {
    reach(s, Milestone::contact);
    if (!s.has(Milestone::entry)) return reach(s, Milestone::refusal);
    leave(s, schedule, static_cast<std::uint8_t>(index_of(Outcome::drop_out)));
    reach(s, Milestone::outcome);
}

constexpr void concluded(Situation& s, const FollowUpSchedule& schedule, const EventForm& form) {
    reach(s, Milestone::outcome);
    if (s.has(Milestone::refusal)) return;
    if (s.has(Milestone::entry)) leave(s, schedule, form.at(FormSlot::code));
    else reach(s, Milestone::closing);
}

constexpr void take_leave(Situation& s, const EventForm& form) {
    s.on_leave = !form.says(FormSlot::code, LeaveState::ended);
    if (s.on_leave) reach(s, Milestone::first_sick_leave_day);
}

/// A word on a consent; one that names a partner, refuses or withdraws gives nothing, and what was given is kept: it can
/// have been given again.
constexpr void agree(Situation& s, const RuleView& view, const EventForm& form) {
    if (!form.says(FormSlot::state, ConsentState::given) || form.at(FormSlot::partner) != unsaid) return;
    const auto party = form.at(FormSlot::actor) == unsaid ? Actor::worker : static_cast<Actor>(form.at(FormSlot::actor));
    s.consents |= consent_bit(view, static_cast<ConsentScope>(form.at(FormSlot::code)), party);
}

}  // namespace detail

/// What an allowed event makes of a case beside its stage: milestones, exits, consents. The engine's own effects, in the
/// abstract; a test compares the two.
constexpr void take_effect(Situation& s, const RuleView& view, const EventForm& form) {
    const auto& schedule = view.protocol->follow_up;
    switch (form.event) {
        case Event::reopening:
            if (ended(s)) detail::begin_episode(s, view.watches_exits);
            detail::reach(s, Milestone::referral);
            return detail::reach(s, Milestone::contact);
        case Event::referral:
            detail::reach(s, Milestone::referral);
            if (view.watches_origin) s.origin = form.at(FormSlot::code);
            s.consents |= consent_bit(view, ConsentScope::referral, Actor::worker);
            return;
        case Event::first_contact: return detail::reach(s, Milestone::contact);
        case Event::appointment:
            if (!form.says(FormSlot::code, AppointmentState::held)) return;
            detail::reach(s, Milestone::appointment_held);
            return detail::reach(s, Milestone::contact);
        case Event::qualification_interview: return detail::interviewed(s, form);
        case Event::entry: detail::reach(s, Milestone::entry); return detail::reach(s, Milestone::contact);
        case Event::refusal: return detail::refused(s, schedule);
        case Event::action_plan: return detail::reach(s, Milestone::plan);
        case Event::outcome: return detail::concluded(s, schedule, form);
        case Event::sick_leave: return detail::take_leave(s, form);
        case Event::consent: return detail::agree(s, view, form);
        default: return;
    }
}

}  // namespace maintien

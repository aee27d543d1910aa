#pragma once
/// @file
/// Explorations: every situation the rules allow a case to come into, each by a shortest way.

#include <cstdint>
#include <vector>

#include "maintien/protocol/ruling.hpp"

namespace maintien {

/// The place of a situation in an exploration.
using SituationIndex = std::uint32_t;

/// No situation.
inline constexpr SituationIndex no_situation = 0xFFFFFFFFu;

/// One way from a situation to the next: an allowed event, or the mere passing of time.
struct Passage {
    SituationIndex from = no_situation;  ///< where it begins
    SituationIndex to = no_situation;    ///< where it leads
    EventForm form{};                    ///< the event
    bool by_time = false;                ///< whether time passes instead: the follow-up is over
};

/// Every situation that can be reached from an empty file, nearest first, and the ways between them.
struct Exploration {
    RuleView view{};                       ///< the protocol and what its rules look at
    std::vector<Situation> situations{};   ///< the first is the empty file
    std::vector<Passage> came_by{};        ///< how each was first reached; the empty file by nothing
    std::vector<Passage> passages{};       ///< all the ways that change the situation
};

namespace detail {

/// The form in which a consent that a rule asks for is given.
constexpr EventForm consent_form(const AskedScope& asked) {
    EventForm form{Event::consent};
    form.at(FormSlot::code) = static_cast<std::uint8_t>(index_of(asked.scope));
    form.at(FormSlot::state) = static_cast<std::uint8_t>(index_of(ConsentState::given));
    form.at(FormSlot::actor) = static_cast<std::uint8_t>(index_of(asked.party));
    return form;
}

/// The form in which a sick leave begins.
constexpr EventForm leave_form() {
    EventForm form{Event::sick_leave};
    form.at(FormSlot::code) = static_cast<std::uint8_t>(index_of(LeaveState::started));
    return form;
}

/// Lets an event happen if it is allowed and leaves the stage as it is; tells whether it added something.
constexpr bool have(const RuleView& view, Situation& s, const EventForm& form) {
    const Ruling ruling = ruling_on(view, s, form, *view.protocol);
    if (!ruling.allowed() || ruling.row->move.kind != MoveKind::same) return false;
    const Situation after = led_on(view, s, form, *ruling.row);
    if (after == s) return false;
    s = after;
    return true;
}

}  // namespace detail

/// The facts that may be had on the spot and can only help, in an order in which they are allowed: consents somebody asks
/// for, and a sick leave where no rule looks at its first day. They are taken as had; `tell` learns of each.
template <class Tell>
constexpr void have_what_helps(const RuleView& view, Situation& s, Tell tell) {
    for (bool more = true; more;) {
        more = false;
        for (std::size_t i = 0; i < view.asked.size(); ++i)
            if ((s.consents >> i & 1) == 0 && detail::have(view, s, detail::consent_form(view.asked[i]))) {
                tell(detail::consent_form(view.asked[i]));
                more = true;
            }
        const bool leave_helps = view.watches_leave && !s.on_leave && (view.watched & bit_of(Milestone::first_sick_leave_day)) == 0;
        if (leave_helps && detail::have(view, s, detail::leave_form())) {
            tell(detail::leave_form());
            more = true;
        }
    }
}

namespace detail {

/// Situations found again at once.
struct SituationTable {
    std::vector<SituationIndex> buckets = std::vector<SituationIndex>(1024, no_situation);

    static constexpr std::size_t key_of(const Situation& s) {
        const std::uint64_t stages = std::uint64_t{s.stage.number} * 16 + s.before_suspension.number;
        const std::uint64_t flags = (s.on_leave ? 1u : 0u) + (s.followed ? 2u : 0u) + (s.window_ahead ? 4u : 0u);
        const std::uint64_t facts = stages << 40 ^ flags << 33 ^ std::uint64_t{s.origin} << 24 ^ std::uint64_t{s.age} << 17 ^ s.reached;
        return static_cast<std::size_t>((facts ^ s.consents * 0x9E3779B97F4A7C15u) * 0xD1B54A32D192ED03u >> 40);
    }

    /// The bucket of a situation: where it is, or where it would go.
    constexpr std::size_t bucket_of(const Situation& s, const std::vector<Situation>& all) const {
        std::size_t at = key_of(s) & (buckets.size() - 1);
        while (buckets[at] != no_situation && !(all[buckets[at]] == s)) at = (at + 1) & (buckets.size() - 1);
        return at;
    }

    constexpr void grow(const std::vector<Situation>& all) {
        buckets.assign(buckets.size() * 2, no_situation);
        for (SituationIndex i = 0; i < all.size(); ++i) buckets[bucket_of(all[i], all)] = i;
    }
};

/// Enters where a way leads, if it leads anywhere new.
constexpr void enter(Exploration& found, SituationTable& table, Situation s, Passage passage) {
    have_what_helps(found.view, s, [](const EventForm&) {});
    if (passage.from != no_situation && s == found.situations[passage.from]) return;
    const std::size_t at = table.bucket_of(s, found.situations);
    const bool is_new = table.buckets[at] == no_situation;
    passage.to = is_new ? static_cast<SituationIndex>(found.situations.size()) : table.buckets[at];
    if (passage.from != no_situation) found.passages.push_back(passage);
    if (!is_new) return;
    table.buckets[at] = passage.to;
    found.situations.push_back(s);
    found.came_by.push_back(passage);
    if (found.situations.size() * 2 > table.buckets.size()) table.grow(found.situations);
}

/// The milestones an event can reach.
constexpr MilestoneSet milestones_of(Event event) {
    switch (event) {
        case Event::reopening:
        case Event::referral: return bit_of(Milestone::referral) | bit_of(Milestone::contact);
        case Event::first_contact: return bit_of(Milestone::contact);
        case Event::appointment: return bit_of(Milestone::contact) | bit_of(Milestone::appointment_held);
        case Event::qualification_interview: return bit_of(Milestone::contact) | bit_of(Milestone::interview) | bit_of(Milestone::closing);
        case Event::entry: return bit_of(Milestone::contact) | bit_of(Milestone::entry);
        case Event::refusal: return bit_of(Milestone::contact) | bit_of(Milestone::refusal) | bit_of(Milestone::exit) | bit_of(Milestone::outcome);
        case Event::action_plan: return bit_of(Milestone::plan);
        case Event::outcome: return bit_of(Milestone::outcome) | bit_of(Milestone::exit) | bit_of(Milestone::closing);
        case Event::sick_leave: return bit_of(Milestone::first_sick_leave_day);
        default: return 0;
    }
}

/// Whether a row can change a situation at all, beyond what is taken as had on the spot.
constexpr bool changes_something(const RuleView& view, const Transition& row) {
    if (row.move.kind != MoveKind::same || (milestones_of(row.event) & view.watched) != 0) return true;
    if (!view.watches_age) return false;
    for (const auto& guard : row.guards)
        if (guard.kind == GuardKind::age_at_least) return true;
    return false;
}

/// A row and a form of its event that can change a situation.
struct Step {
    const Transition* row = nullptr;
    EventForm form{};
};

/// The steps that start from each stage, those from "—" first.
using StepsByStage = std::array<std::vector<Step>, count_of<Stage> + 1>;

/// Every step of a protocol that can change a situation.
constexpr void list_steps(StepsByStage& steps, const RuleView& view) {
    for (const auto& row : view.protocol->transitions) {
        if (!changes_something(view, row)) continue;
        for_each_form(view, row.event, [&](const EventForm& form) {
            if (!holds_for(row.when, form)) return;
            for (std::size_t stage = 0; stage < steps.size(); ++stage)
                if (stage == 0 ? row.from.none : (row.from.stages.bits >> (stage - 1) & 1) != 0) steps[stage].push_back({&row, form});
        });
    }
}

/// Enters where the steps from one situation lead.
constexpr void explore_from(Exploration& found, SituationTable& table, SituationIndex i, const std::vector<Step>& steps) {
    const Situation s = found.situations[i];
    const Protocol& protocol = *found.view.protocol;
    for (std::size_t k = 0; k < steps.size(); ++k) {
        const EventForm form = steps[k].form;
        const Transition& row = *steps[k].row;
        if (allows(found.view, s, form, row, protocol)) enter(found, table, led_on(found.view, s, form, row), {i, no_situation, form, false});
    }
    if (closes_in_time(s)) enter(found, table, closed_in_time(s), {i, no_situation, {}, true});
}

}  // namespace detail

/// Explores a protocol from the empty file; `base` when its rules are to be compared on the way, `also` further milestones to
/// tell apart. A walk over what the rules look at, breadth first: each situation is reached by as few events as possible,
/// consents and sick leaves not counted.
constexpr Exploration explored(const Protocol& protocol, const Protocol* base = nullptr, MilestoneSet also = 0) {
    Exploration found;
    found.view = view_of(protocol, base, also);
    detail::SituationTable table;
    detail::StepsByStage steps{};
    detail::list_steps(steps, found.view);
    detail::enter(found, table, Situation{}, {});
    for (SituationIndex i = 0; i < found.situations.size(); ++i)
        detail::explore_from(found, table, i, steps[found.situations[i].stage.number]);
    return found;
}

}  // namespace maintien

#pragma once
/// @file
/// Rule views: a protocol with what its rules look at, so that only that is followed when it is checked.

#include <array>
#include <cstdint>
#include <vector>

#include "maintien/protocol/event_form.hpp"
#include "maintien/protocol/protocol.hpp"

namespace maintien {

/// A consent some rule asks for. Recipients ask for the worker's.
struct AskedScope {
    ConsentScope scope = ConsentScope::referral;  ///< what is to be allowed
    Actor party = Actor::worker;                  ///< who must have agreed
    constexpr bool operator==(const AskedScope&) const = default;
};

/// A set of milestones, one bit each.
using MilestoneSet = std::uint16_t;

/// The bit of a milestone.
constexpr MilestoneSet bit_of(Milestone milestone) { return static_cast<MilestoneSet>(1u << index_of(milestone)); }

/// A protocol with what its rules, and those of the base it is compared with, look at.
struct RuleView {
    const Protocol* protocol = nullptr;                             ///< the protocol
    MilestoneSet watched = 0;                                       ///< the milestones some rule looks at
    bool watches_origin = false;                                    ///< whether a guard asks for the origin
    bool watches_leave = false;                                     ///< whether a guard asks for a sick leave
    bool watches_age = false;                                       ///< whether a guard asks for an age
    bool watches_exits = false;                                     ///< whether earlier exits matter: a follow-up is not allowed everywhere alike
    std::vector<AskedScope> asked{};                                ///< the consents some guard asks for, at most 64
    std::vector<EventForm> forms{};                                 ///< the forms the rules tell apart, event by event
    std::array<std::uint32_t, count_of<Event> + 1> first_form{};    ///< where the forms of each event begin
};

/// Calls `use` with each form of an event that the rules tell apart.
template <class Use>
constexpr void for_each_form(const RuleView& view, Event event, Use use) {
    for (auto i = view.first_form[index_of(event)]; i < view.first_form[index_of(event) + 1]; ++i) use(view.forms[i]);
}

/// The bit of a consent among those asked for; no bit for one that nobody asks for.
constexpr std::uint64_t consent_bit(const RuleView& view, ConsentScope scope, Actor party) {
    for (std::size_t i = 0; i < view.asked.size(); ++i)
        if (view.asked[i] == AskedScope{scope, party}) return std::uint64_t{1} << i;
    return 0;
}

namespace detail {

using DistinctionsByEvent = std::array<Distinctions, count_of<Event>>;

/// The actors that rules on recipients treat each in their own way, with this team.
constexpr std::array<std::uint64_t, 4> kinds_of_actor(CodeSet<Actor> team) {
    const CodeSet<Actor> insurance{Actor::insurance_physician, Actor::insurance_social_service};
    CodeSet<Actor> partners;
    for (const auto& term : terms_of<Actor>)
        if (from_code<Partner>(term.code)) partners = partners | CodeSet<Actor>{term.value};
    return {team.bits, insurance.bits, CodeSet<Actor>{Actor::employer}.bits, partners.bits};
}

/// The insurance bodies among the partners.
constexpr std::uint64_t insurance_partners() {
    CodeSet<Partner> insurance;
    for (const auto& term : terms_of<Partner>)
        if (is_insurance_body(term.value)) insurance = insurance | CodeSet<Partner>{term.value};
    return insurance.bits;
}

constexpr std::vector<std::uint64_t>& sets_of(DistinctionsByEvent& all, Event event, FormSlot slot) {
    return all[index_of(event)][static_cast<std::size_t>(slot)];
}

/// Keeps a set of codes that a slot of an event tells apart, once.
constexpr void tell_apart(DistinctionsByEvent& all, Event event, FormSlot slot, std::uint64_t codes) {
    auto& sets = sets_of(all, event, slot);
    for (const auto set : sets)
        if (set == codes) return;
    sets.push_back(codes);
}

constexpr void tell_apart(DistinctionsByEvent& all, Event event, const Condition& condition) {
    for (const auto& clause : condition)
        if (const auto slot = slot_of(event, clause.attribute)) tell_apart(all, event, *slot, clause.codes);
}

/// What the effects of events tell apart, whatever the rules are.
constexpr void tell_effects_apart(DistinctionsByEvent& all, const FollowUpSchedule& schedule) {
    tell_apart(all, Event::sick_leave, FormSlot::code, CodeSet<LeaveState>{LeaveState::ended}.bits);
    tell_apart(all, Event::appointment, FormSlot::code, CodeSet<AppointmentState>{AppointmentState::held}.bits);
    tell_apart(all, Event::qualification_interview, FormSlot::code, CodeSet<Decision>{Decision::redirected, Decision::not_eligible}.bits);
    tell_apart(all, Event::outcome, FormSlot::code, schedule.except.bits);
    tell_apart(all, Event::follow_up, FormSlot::code, CodeSet<Answer>{Answer::deceased, Answer::retired}.bits);
    tell_apart(all, Event::consent, FormSlot::state, CodeSet<ConsentState>{ConsentState::given}.bits);
}

/// What decides who would learn something.
constexpr void tell_recipients_apart(DistinctionsByEvent& all, CodeSet<Actor> team) {
    for (const auto actors : kinds_of_actor(team)) tell_apart(all, Event::action, FormSlot::actor, actors);
    tell_apart(all, Event::action, FormSlot::code, CodeSet<Measure>{Measure::employer_meeting}.bits);
    tell_apart(all, Event::action, FormSlot::partner, insurance_partners());
    tell_apart(all, Event::relay, FormSlot::code, insurance_partners());
    tell_apart(all, Event::employer_contact, FormSlot::incoming, 1);
}

constexpr void ask(RuleView& view, ConsentScope scope, Actor party) {
    if (consent_bit(view, scope, party) == 0 && view.asked.size() < 64) view.asked.push_back({scope, party});
}

/// What one guard looks at.
constexpr void watch(RuleView& view, DistinctionsByEvent& all, Event event, const Guard& guard) {
    tell_apart(all, event, guard.when);
    if (guard.implied_by) tell_apart(all, event, FormSlot::by, CodeSet<Actor>{*guard.implied_by}.bits);
    switch (guard.kind) {
        case GuardKind::consent: return ask(view, guard.scope, guard.party);
        case GuardKind::consent_by_recipient:
            ask(view, ConsentScope::partner_exchange, Actor::worker);
            return ask(view, ConsentScope::insurance_exchange, Actor::worker);
        case GuardKind::after:
        case GuardKind::not_after: view.watched |= bit_of(guard.milestone); return;
        case GuardKind::age_at_least: view.watches_age = true; return;
        case GuardKind::origin_in:
            view.watches_origin = true;
            return tell_apart(all, Event::referral, FormSlot::code, guard.origins.bits);
        case GuardKind::on_sick_leave: view.watches_leave = true; return;
        case GuardKind::anchored: return;
    }
}

/// Whether a row lets follow-ups happen at any stage alike, as far as they have an anchor.
constexpr bool alike_everywhere(const Transition& row) {
    for (const auto& guard : row.guards)
        if (guard.kind != GuardKind::anchored) return false;
    return row.from == any_stage && row.move.kind == MoveKind::same;
}

/// What the rules of one protocol look at.
constexpr void watch(RuleView& view, DistinctionsByEvent& all, const Protocol& protocol) {
    tell_effects_apart(all, protocol.follow_up);
    tell_recipients_apart(all, protocol.team);
    for (const auto& row : protocol.transitions) {
        tell_apart(all, row.event, row.when);
        if (row.event == Event::follow_up && !alike_everywhere(row)) view.watches_exits = true;
        for (const auto& guard : row.guards) watch(view, all, row.event, guard);
    }
}

/// Where a word on a consent moves the stage, the words on the consents asked for are told apart too.
constexpr void tell_consents_apart(const RuleView& view, DistinctionsByEvent& all) {
    bool moves = false;
    for (const auto& row : view.protocol->transitions) moves = moves || (row.event == Event::consent && row.move.kind != MoveKind::same);
    if (!moves) return;
    for (const auto& asked : view.asked) {
        tell_apart(all, Event::consent, FormSlot::code, CodeSet<ConsentScope>{asked.scope}.bits);
        tell_apart(all, Event::consent, FormSlot::actor, CodeSet<Actor>{asked.party}.bits);
    }
}

}  // namespace detail

/// What a protocol's rules look at, and those of the base it is compared with; `also` are further milestones to watch.
constexpr RuleView view_of(const Protocol& protocol, const Protocol* base = nullptr, MilestoneSet also = 0) {
    RuleView view;
    view.protocol = &protocol;
    view.watched = also;
    for (const auto milestone : {Milestone::referral, Milestone::entry, Milestone::refusal, Milestone::outcome, Milestone::exit, Milestone::closing})
        view.watched |= bit_of(milestone);
    detail::DistinctionsByEvent all{};
    detail::watch(view, all, protocol);
    if (base) detail::watch(view, all, *base);
    detail::tell_consents_apart(view, all);
    for (const auto& term : terms_of<Event>) {
        // An amendment corrects the file and is no step: no row of it is ever applied.
        if (term.value != Event::amendment) add_forms(view.forms, term.value, all[index_of(term.value)]);
        view.first_form[index_of(term.value) + 1] = static_cast<std::uint32_t>(view.forms.size());
    }
    return view;
}

}  // namespace maintien

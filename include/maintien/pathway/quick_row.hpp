#pragma once
/// @file
/// What a lookup knows of an event at a stage: what must hold for it to be allowed at once, and what it then does.

#include <algorithm>
#include <array>
#include <bit>

#include "maintien/pathway/effect.hpp"
#include "maintien/pathway/judge.hpp"

namespace maintien {

/// What a lookup has to look at beside the mark and the milestones.
enum class QuickCheck : std::uint8_t {
    none,        ///< nothing
    is_covered,  ///< what a partner learns is covered by a consent
    in_a_window  ///< a follow-up finds its exit
};

/// What an event does beside reaching milestones, moving its stage on and noting a code.
enum class QuickEffect : std::uint8_t {
    none,      ///< nothing
    referral,  ///< its origin and its consent are noted
    consent,   ///< a word of the ledger is written
    leave,     ///< a sick leave is noted
    answer,    ///< an answer is noted where it belongs
    any        ///< whatever: nothing of it was looked up
};

/// What is looked up of an event at a stage. As built by default it allows nothing at once.
struct alignas(32) QuickRow {
    std::uint32_t looked_at = never;        ///< the facts that are looked at, as bits: see `facts_at_once`
    std::uint32_t wanted = never;           ///< how they must be
    std::uint32_t loud_actors = 0;          ///< actors that a rule speaks of, or who would learn something, as bits
    std::uint8_t row = 0;                   ///< the position of the row in the protocol
    QuickCheck check{};                     ///< what else is to be looked at
    QuickEffect effect = QuickEffect::any;  ///< what it does beside what follows
    MaybeStage leads_to{};                  ///< the stage it leads to, perhaps the one it starts from
    std::uint16_t reached = 0;              ///< the milestones it reaches, as bits
    std::array<std::uint8_t, 3> reaches{};  ///< the places of their days and of the first event's, one perhaps twice
    bool notes_measure = false;             ///< it notes a measure
    std::uint8_t keeps_outcome = 0xFF;      ///< none of its bits when it notes an outcome

    static constexpr std::uint32_t flags_at = 16;             ///< where the flags of the mark begin
    static constexpr std::uint32_t tells_a_partner = 1u << 24;  ///< the bit of a partner who is told
    static constexpr std::uint32_t never = 1u << 31;          ///< a fact that never is
    bool operator==(const QuickRow&) const = default;
};

/// What a lookup looks at first, as bits: the milestones reached, what the mark says yes to, whether a partner is told.
constexpr std::uint32_t facts_at_once(std::uint16_t passed, const Mark& mark) {
    return passed | std::uint32_t{mark.flags} << QuickRow::flags_at | (mark.partner != no_code ? QuickRow::tells_a_partner : 0);
}

namespace detail {

constexpr std::uint16_t bits_of(std::initializer_list<Milestone> milestones) {
    unsigned bits = 0;
    for (const auto milestone : milestones) bits |= 1u << index_of(milestone);
    return static_cast<std::uint16_t>(bits);
}

/// Has a lookup ask for some facts, or that they are not; facts that must be and must not be are never.
constexpr void ask(QuickRow& quick, std::uint32_t facts, bool wanted = true) {
    if ((quick.looked_at & facts & (wanted ? ~quick.wanted : quick.wanted)) != 0) facts |= QuickRow::never, quick.wanted |= QuickRow::never;
    quick.looked_at |= facts;
    if (wanted) quick.wanted |= facts;
}

/// The milestones at which an event has no effect any more, or begins another episode.
constexpr std::uint16_t barred_by(Event event) {
    constexpr auto ends = bits_of({Milestone::refusal, Milestone::exit, Milestone::closing});
    switch (event) {
        case Event::referral: return ends | bits_of({Milestone::referral});
        case Event::entry: return ends | bits_of({Milestone::entry});
        case Event::refusal: return ends;
        case Event::outcome: return bits_of({Milestone::outcome, Milestone::exit, Milestone::closing});
        default: return 0;
    }
}

/// Whether a condition looks at nothing but the event's own code.
constexpr bool is_about_the_code(const Condition& condition, Event event) {
    for (const auto& clause : condition)
        if (clause.attribute != code_attribute(event)) return false;
    return true;
}

/// The actors of a clause that a condition is about beside the event's own code, or none.
constexpr std::uint64_t actors_of(const Condition& condition) {
    for (const auto& clause : condition)
        if (clause.attribute == Attribute::actor) return clause.codes;
    return 0;
}

/// Enters a guard that asks for the consent of every recipient: of a relay it is looked at, an action must tell nobody.
constexpr bool enter_recipients(QuickRow& quick, Event event, CodeSet<Actor> team) {
    if (event == Event::relay) quick.check = QuickCheck::is_covered;
    else ask(quick, QuickRow::tells_a_partner, false);
    quick.loud_actors |= static_cast<std::uint32_t>(all_codes<Actor>().bits & ~(team | CodeSet<Actor>{Actor::worker, Actor::employer}).bits);
    return true;
}

constexpr std::uint32_t says(MarkFlag flag) { return std::uint32_t{flag} << QuickRow::flags_at; }

/// Enters a guard that may apply to an event; false when it has to be judged in full.
constexpr bool enter_guard(QuickRow& quick, const Guard& guard, Event event, const Protocol& protocol) {
    if (!is_about_the_code(guard.when, event)) {
        if (guard.when == when(Attribute::incoming, false)) return ask(quick, says(incoming_call)), true;
        quick.loud_actors |= static_cast<std::uint32_t>(actors_of(guard.when));
        return event == Event::action && actors_of(guard.when) != 0;
    }
    switch (guard.kind) {
        case GuardKind::after: ask(quick, bits_of({guard.milestone})); return true;
        case GuardKind::not_after: ask(quick, bits_of({guard.milestone}), false); return true;
        case GuardKind::anchored: quick.check = QuickCheck::in_a_window; return true;
        case GuardKind::consent_by_recipient: return enter_recipients(quick, event, protocol.team);
        case GuardKind::consent:
            ask(quick, says(consent_given));
            return event == Event::referral && guard.scope == ConsentScope::referral && guard.party == Actor::worker;
        default: return false;
    }
}

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

/// Enters what an event does, as its effect shows on an episode that has reached what it must have, and where its row leads. What
/// decides about its effect and need not have been reached must not.
inline void enter_effect(QuickRow& quick, const Transition& row, const Mark& mark, MaybeStage stage, const Protocol& protocol) {
    quick.effect = moves_plainly(row.move) ? further_effect(mark) : QuickEffect::any;
    if (quick.effect == QuickEffect::any) return;
    ask(quick, deciding(mark.event) & ~(quick.looked_at & quick.wanted), false);
    quick.reached = quick.effect == QuickEffect::leave || quick.effect == QuickEffect::answer ? 0 : newly_reached(mark, quick.wanted, protocol);
    quick.notes_measure = mark.event == Event::action;
    if (mark.event == Event::outcome) quick.keeps_outcome = 0;
    quick.reaches.fill(count_of<Milestone>);
    for (std::uint8_t i = 0, count = 0; i < count_of<Milestone>; ++i)
        if ((quick.reached >> i & 1) != 0) quick.reaches[count++] = i;
    quick.leads_to = row.move.kind == MoveKind::to ? row.move.stage : stage;
}

/// What is looked up of an event in one of its rows, at a stage.
inline QuickRow quick_row(const Transition& row, const Mark& mark, MaybeStage stage, const Protocol& protocol) {
    QuickRow quick{.looked_at = 0, .wanted = 0, .row = static_cast<std::uint8_t>(&row - protocol.transitions.begin())};
    ask(quick, barred_by(mark.event), false);
    for (const auto& guard : row.guards) {
        const bool may_apply = !is_about_the_code(guard.when, mark.event) || holds(guard.when, mark);
        if (may_apply && !enter_guard(quick, guard, mark.event, protocol)) return {};
    }
    enter_effect(quick, row, mark, stage, protocol);
    return quick;
}

}  // namespace detail
}  // namespace maintien

#pragma once
/// @file
/// Rule indexes: what of a protocol can be looked up rather than worked out, for ten million cases.
///
/// An index decides nothing of its own: it knows for most events under which row they fall and what would make them break a rule.
/// Where nothing does, the event is allowed; everything else is judged in full.

#include <algorithm>
#include <array>

#include "maintien/pathway/effect.hpp"
#include "maintien/pathway/judge.hpp"

namespace maintien {

/// What a lookup has to look at beside the mark and the milestones.
enum class QuickCheck : std::uint8_t {
    none,        ///< nothing
    is_covered,  ///< what a partner learns is covered by a consent
    in_a_window  ///< a follow-up finds its exit
};

/// What is looked up of an event at a stage. As built by default it allows nothing at once.
struct QuickRow {
    std::uint16_t required = 0xFFFF;   ///< milestones that must be reached, as bits; all of them: never at once
    std::uint16_t forbidden = 0;       ///< milestones that must not be reached
    std::uint32_t loud_actors = 0;     ///< actors that a rule speaks of, or who would learn something, as bits
    std::uint8_t flags = 0;            ///< what the mark must say: that the worker agreed, that the employer called; see `MarkFlag`
    bool tells_nobody = false;         ///< no partner may be told
    QuickCheck check{};                ///< what else is to be looked at
    std::uint8_t row = 0;              ///< the position of the row in the protocol
    bool is_plain = false;             ///< the effect is but milestones reached, a stage moved to and a measure noted
    bool notes_measure = false;        ///< of a plain effect: it notes a measure
    std::uint16_t reached = 0;         ///< of a plain effect: the milestones it reaches, as bits
    std::array<std::uint8_t, 2> reaches{};  ///< the same one by one, one perhaps twice
    std::int8_t moves_to = -1;         ///< of a plain effect: the stage it leads to, or -1
    bool operator==(const QuickRow&) const = default;
};

/// A protocol with its lookups; the protocol must outlive it. Build one for many cases with `index_of_rules`.
struct RuleIndex {
    static constexpr std::size_t codes = 41;                                       ///< own codes, lists as bits, and none
    static constexpr std::size_t stages = count_of<Stage> + 1;                     ///< stages, and none
    const Protocol* protocol = nullptr;                                            ///< the rules
    std::array<std::array<std::uint8_t, codes>, count_of<Event>> kind{};           ///< of each event and own code: its line in `quick`
    std::array<std::array<QuickRow, stages>, 256> quick{};                         ///< what is looked up, kind by kind and stage by stage
    std::size_t kinds = 1;                                                         ///< how many kinds there are; the first allows nothing at once
};

namespace detail {

/// The place of an own code in an index.
constexpr std::size_t place_of_code(std::uint8_t code) { return code < RuleIndex::codes - 1 ? code : RuleIndex::codes - 1; }

constexpr std::uint16_t bits_of(std::initializer_list<Milestone> milestones) {
    unsigned bits = 0;
    for (const auto milestone : milestones) bits |= 1u << index_of(milestone);
    return static_cast<std::uint16_t>(bits);
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
    else quick.tells_nobody = true;
    quick.loud_actors |= static_cast<std::uint32_t>(all_codes<Actor>().bits & ~(team | CodeSet<Actor>{Actor::worker, Actor::employer}).bits);
    return true;
}

/// Enters a guard that may apply to an event; false when it has to be judged in full.
inline bool enter_guard(QuickRow& quick, const Guard& guard, Event event, const Protocol& protocol) {
    if (!is_about_the_code(guard.when, event)) {
        if (guard.when == when(Attribute::incoming, false)) return (quick.flags |= incoming_call) != 0;
        quick.loud_actors |= static_cast<std::uint32_t>(actors_of(guard.when));
        return event == Event::action && actors_of(guard.when) != 0;
    }
    const auto milestone = bits_of({guard.milestone});
    switch (guard.kind) {
        case GuardKind::after: quick.required |= milestone; return true;
        case GuardKind::not_after: quick.forbidden |= milestone; return true;
        case GuardKind::anchored: quick.check = QuickCheck::in_a_window; return true;
        case GuardKind::consent_by_recipient: return enter_recipients(quick, event, protocol.team);
        case GuardKind::consent:
            quick.flags |= consent_given;
            return event == Event::referral && guard.scope == ConsentScope::referral && guard.party == Actor::worker;
        default: return false;
    }
}

/// Whether an event does nothing but reach milestones, move its stage on or note a measure, whatever the episode has been through.
constexpr bool acts_plainly(const Mark& mark) {
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
        case Event::team_review: return true;
        case Event::action: return mark.code != no_code;
        case Event::qualification_interview:
            return mark.code == index_of(Decision::accepted) || mark.code == index_of(Decision::deferred);
        default: return false;
    }
}

/// Whether a move asks for nothing but the stage it leads to.
constexpr bool moves_plainly(const Move& move) {
    return move.kind == MoveKind::same || (move.kind == MoveKind::to && move.stage != Stage::suspended);
}

/// Enters what an event does, as its effect shows on an episode that has been through nothing, and where its row leads.
inline void enter_effect(QuickRow& quick, const Transition& row, const Mark& mark, const Protocol& protocol) {
    if (!acts_plainly(mark) || !moves_plainly(row.move)) return;
    Position blank = new_position();
    apply(blank, mark, protocol);
    quick.is_plain = true;
    quick.notes_measure = mark.event == Event::action;
    quick.reached = blank.current().passed;
    std::size_t count = 0;
    for (std::uint8_t i = 0; i < count_of<Milestone>; ++i)
        if ((quick.reached >> i & 1) != 0) quick.reaches[count++] = i;
    if (count == 1) quick.reaches[1] = quick.reaches[0];
    if (row.move.kind == MoveKind::to) quick.moves_to = static_cast<std::int8_t>(row.move.stage);
}

/// What is looked up of an event in one of its rows.
inline QuickRow quick_row(const Transition& row, const Mark& mark, const Protocol& protocol) {
    QuickRow quick{.required = 0, .forbidden = barred_by(mark.event), .row = static_cast<std::uint8_t>(&row - protocol.transitions.begin())};
    for (const auto& guard : row.guards) {
        const bool may_apply = !is_about_the_code(guard.when, mark.event) || holds(guard.when, mark);
        if (may_apply && !enter_guard(quick, guard, mark.event, protocol)) return {};
    }
    enter_effect(quick, row, mark, protocol);
    return quick;
}

/// The one row an event with one code falls under at a stage, or none when there is none or the episode has to tell.
inline const Transition* only_row(const Mark& mark, MaybeStage stage, const Protocol& protocol) {
    const Transition* only = nullptr;
    for (const auto& row : rows_of(protocol, mark.event)) {
        if (!is_about_the_code(row.when, mark.event)) return nullptr;
        if (!holds(row.when, mark) || !row.from.contains(stage)) continue;
        if (only) return nullptr;
        only = &row;
    }
    return only;
}

/// Whether something is expected beside an event: that is looked for in full.
constexpr bool something_is_expected(Event event, const Protocol& protocol) {
    for (const auto& rule : protocol.expected)
        if (rule.event == event) return true;
    return false;
}

/// What is looked up of an event with one code, stage by stage. A reopening is judged in full, and so is a referral that may have to
/// wait for the end of an episode under way; an exit may have become closed.
inline std::array<QuickRow, RuleIndex::stages> quick_rows(const Mark& mark, const Protocol& protocol) {
    std::array<QuickRow, RuleIndex::stages> rows{};
    if (mark.event == Event::reopening || mark.event == Event::amendment || something_is_expected(mark.event, protocol)) return rows;
    const auto closed = only_row(mark, Stage::closed, protocol);
    for (std::size_t s = 0; s < rows.size(); ++s) {
        const MaybeStage stage = s < count_of<Stage> ? MaybeStage(static_cast<Stage>(s)) : std::nullopt;
        const auto* row = mark.event == Event::referral && stage ? nullptr : only_row(mark, stage, protocol);
        if (row && (stage != Stage::exited || row == closed)) rows[s] = quick_row(*row, mark, protocol);
    }
    return rows;
}

/// Whether what a lookup has to look at beside the mark and the milestones is as it must be.
inline bool passes(const QuickRow& quick, const Position& position, const Mark& mark, const Protocol& protocol) {
    if (quick.check == QuickCheck::in_a_window) return anchored_at(position, mark, protocol.follow_up);
    return recipient_consent(position, mark, protocol.team).standing == ConsentStanding::live;
}

}  // namespace detail

/// The index of a protocol.
inline RuleIndex index_of_rules(const Protocol& protocol) {
    RuleIndex index{.protocol = &protocol};
    for (const auto& event : terms_of<Event>)
        for (std::size_t place = 0; place < RuleIndex::codes; ++place) {
            Mark mark;
            mark.event = event.value;
            mark.code = place + 1 < RuleIndex::codes ? static_cast<std::uint8_t>(place) : no_code;
            const auto rows = detail::quick_rows(mark, protocol);
            std::size_t kind = 0;
            while (kind < index.kinds && index.quick[kind] != rows) ++kind;
            if (kind == index.quick.size()) kind = 0;
            if (kind == index.kinds) index.quick[index.kinds++] = rows;
            index.kind[index_of(event.value)][place] = static_cast<std::uint8_t>(kind);
        }
    return index;
}

/// What is looked up of an event that is allowed, when that can be told at once; none when it has to be judged in full. Nobody can
/// foresee which event comes next, so that all it asks comes down to one branch.
inline const QuickRow* allowed_at_once(const Position& position, const Mark& mark, const RuleIndex& index) {
    const auto& episode = position.current();
    const std::size_t stage = episode.stage ? index_of(*episode.stage) : count_of<Stage>;
    const auto& quick = index.quick[index.kind[index_of(mark.event)][detail::place_of_code(mark.code)]][stage];
    const unsigned passed = episode.passed, flags = mark.flags;
    const unsigned told = quick.tells_nobody & (mark.partner != no_code), loud = quick.loud_actors >> (mark.actor & 31) & 1;
    if (((quick.required & ~passed) | (quick.forbidden & passed) | (quick.flags & ~flags) | told | loud) != 0) return nullptr;
    if (quick.check != QuickCheck::none && !detail::passes(quick, position, mark, *index.protocol)) return nullptr;
    return &quick;
}

}  // namespace maintien

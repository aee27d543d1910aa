#pragma once
/// @file
/// Rule indexes: what of a protocol can be looked up rather than worked out, for ten million cases.
///
/// An index decides nothing of its own: it knows for most events under which row they fall and what would make them break a rule.
/// Where nothing does, the event is allowed; everything else is judged in full.

#include <algorithm>

#include "maintien/pathway/quick_effect.hpp"
#include "maintien/pathway/quick_guards.hpp"

namespace maintien {

/// A protocol with its lookups; the protocol must outlive it. Build one for many cases with `index_of_rules`.
struct RuleIndex {
    static constexpr std::size_t codes = 256;                                      ///< own codes, lists as bits, and none
    static constexpr std::size_t stages = 16;                                      ///< stages, and none
    static constexpr std::size_t events = 32;                                      ///< events
    static_assert(count_of<Stage> < stages && count_of<Event> <= events && count_of<Milestone> <= QuickRow::flags_at);
    const Protocol* protocol = nullptr;                                            ///< the rules
    std::array<std::array<std::uint8_t, events>, codes> kind{};                    ///< of each own code and event: its line in `quick`
    std::array<std::array<QuickRow, stages>, 64> quick{};                          ///< what is looked up, kind by kind and stage by stage
    std::size_t kinds = 1;                                                         ///< how many kinds there are; the first allows nothing at once
};

namespace detail {

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

/// Whether a row sees to it that a follow-up finds its exit.
constexpr bool is_anchored(const Transition& row) {
    return std::any_of(row.guards.begin(), row.guards.end(), [](const Guard& guard) { return guard.kind == GuardKind::anchored && guard.when.empty(); });
}

/// What is looked up of an event in one of its rows, at a stage.
inline QuickRow quick_row(const Transition& row, const Mark& mark, MaybeStage stage, const Protocol& protocol) {
    if (mark.event == Event::follow_up && !is_anchored(row)) return {};
    QuickRow quick{.looked_at = 0, .wanted = 0, .row = static_cast<std::uint8_t>(&row - protocol.transitions.begin())};
    ask(quick, barred_by(mark.event), false);
    enter_guards(quick, row, mark, protocol);
    enter_effect(quick, row, mark, stage, protocol);
    return quick;
}

/// What is looked up of an event with one code, stage by stage. A reopening is judged in full, and so is a referral that may have to
/// wait for the end of an episode under way; an exit may have become closed.
inline std::array<QuickRow, RuleIndex::stages> quick_rows(const Mark& mark, const Protocol& protocol) {
    std::array<QuickRow, RuleIndex::stages> rows{};
    if (mark.event == Event::reopening || mark.event == Event::amendment || something_is_expected(mark.event, protocol)) return rows;
    const auto closed = only_row(mark, Stage::closed, protocol);
    for (std::size_t s = 0; s <= count_of<Stage>; ++s) {
        const MaybeStage stage = s < count_of<Stage> ? MaybeStage(static_cast<Stage>(s)) : std::nullopt;
        const auto* row = mark.event == Event::referral && stage ? nullptr : only_row(mark, stage, protocol);
        if (row && (stage != Stage::exited || row == closed)) rows[s] = quick_row(*row, mark, stage, protocol);
    }
    return rows;
}

/// Whether an event is allowed of which not everything is as it usually is. A function of its own, since that is rare.
[[gnu::noinline]] inline bool allowed_though(std::uint32_t odd, const QuickRow& quick, const Position& position, const Mark& mark, const Protocol& protocol) {
    return (odd & QuickRow::decisive) == 0 && are_met(quick.measured_guards, protocol.transitions[quick.row], position, mark, protocol);
}

/// How many own codes an event can have, lists as bits; none when its own code is a number, all of which are alike to the rules.
constexpr std::size_t codes_of(Event event) {
    const std::size_t terms = shape_of(code_attribute(event)).codes;
    return has_own_list(event) ? std::size_t{1} << terms : terms;
}

/// The kind of some rows, a new one where no event so far had them; the first kind when there are too many.
inline std::uint8_t kind_of(RuleIndex& index, const std::array<QuickRow, RuleIndex::stages>& rows) {
    std::size_t kind = 0;
    while (kind < index.kinds && index.quick[kind] != rows) ++kind;
    if (kind == index.quick.size()) return 0;
    if (kind == index.kinds) index.quick[index.kinds++] = rows;
    return static_cast<std::uint8_t>(kind);
}

}  // namespace detail

/// The index of a protocol.
inline RuleIndex index_of_rules(const Protocol& protocol) {
    RuleIndex index{.protocol = &protocol};
    for (const auto& event : terms_of<Event>) {
        Mark mark;
        mark.event = event.value;
        const auto enter = [&](std::size_t first, std::size_t last) {
            mark.code = static_cast<std::uint8_t>(first);
            for (const auto kind = detail::kind_of(index, detail::quick_rows(mark, protocol)); first < last; ++first) index.kind[first][index_of(event.value)] = kind;
        };
        const std::size_t own = detail::codes_of(event.value);
        for (std::size_t code = 0; code < own; ++code) enter(code, code + 1);
        enter(own == 0 ? 0 : no_code, RuleIndex::codes);
    }
    return index;
}

/// What is looked up of an event, stage by stage.
inline const QuickRow* looked_up(const Mark& mark, const RuleIndex& index) { return index.quick[index.kind[mark.code][index_of(mark.event)]].data(); }

/// Whether an event is allowed, when that can be told at once; false when it has to be judged in full. Nobody can foresee which
/// event comes next, so that all it asks comes down to one branch.
inline bool allowed_at_once(const QuickRow& quick, std::uint32_t passed, const Position& position, const Mark& mark, const Protocol& protocol) {
    const std::uint32_t loud = (quick.loud_actors >> (mark.actor & 31) & 1) * QuickRow::is_loud;
    const std::uint32_t odd = ((facts_at_once(passed, mark) ^ quick.wanted) & quick.looked_at) | loud;
    return odd == 0 || detail::allowed_though(odd, quick, position, mark, protocol);
}

}  // namespace maintien

#pragma once
/// @file
/// Flaws of paths: stages out of reach, dead ends, rules that overlap, returns to nowhere.

#include <cstdint>
#include <optional>
#include <vector>

#include "maintien/protocol/flaw.hpp"

namespace maintien {

/// Everything that is unsound in a protocol.
using Flaws = std::vector<Flaw>;

namespace detail {

/// Where the first situation at a stage lies, stage by stage.
using FirstAtStage = std::array<SituationIndex, count_of<Stage> + 1>;

constexpr FirstAtStage first_at_stage(const Exploration& found) {
    FirstAtStage first{};
    for (auto& place : first) place = no_situation;
    for (SituationIndex i = 0; i < found.situations.size(); ++i) {
        auto& place = first[found.situations[i].stage.number];
        if (place == no_situation) place = i;
    }
    return first;
}

/// The stages that the rows speak of and no path leads to.
constexpr void add_unreachable_stages(Flaws& flaws, const Exploration& found, const FirstAtStage& first) {
    const auto spoken_of = stages_of(*found.view.protocol);
    for (const auto& term : terms_of<Stage>)
        if (spoken_of.contains(term.value) && first[index_of(term.value) + 1] == no_situation)
            flaws.push_back({.kind = Unsoundness::unreachable_stage, .stage = term.value});
}

/// Which situations have a path to an end: 1, else 0.
constexpr std::vector<std::uint8_t> that_can_end(const Exploration& found) {
    std::vector<std::uint8_t> can_end(found.situations.size(), 0);
    for (std::size_t i = 0; i < can_end.size(); ++i) can_end[i] = at_an_end(found.situations[i]) ? 1 : 0;
    for (bool more = true; more;) {
        more = false;
        for (std::size_t i = found.passages.size(); i > 0; --i) {
            const auto& passage = found.passages[i - 1];
            if (can_end[passage.from] != 0 || can_end[passage.to] == 0) continue;
            can_end[passage.from] = 1;
            more = true;
        }
    }
    return can_end;
}

/// The stages at which a case can be stuck, each once.
constexpr void add_dead_ends(Flaws& flaws, const Exploration& found) {
    const auto can_end = that_can_end(found);
    std::array<bool, count_of<Stage> + 1> said{};
    for (SituationIndex i = 0; i < can_end.size(); ++i) {
        const StagePlace stage = found.situations[i].stage;
        if (can_end[i] != 0 || said[stage.number]) continue;
        said[stage.number] = true;
        flaws.push_back({.kind = Unsoundness::dead_end, .stage = stage, .at = i});
    }
}

/// Whether two rows ask "after" and "not after" the same milestone of every event: no situation fits both.
constexpr bool exclude_each_other(const Transition& a, const Transition& b) {
    for (const auto& x : a.guards)
        for (const auto& y : b.guards)
            if (x.milestone == y.milestone && x.when.empty() && y.when.empty() &&
                ((x.kind == GuardKind::after && y.kind == GuardKind::not_after) || (x.kind == GuardKind::not_after && y.kind == GuardKind::after)))
                return true;
    return false;
}

/// A form of an event that both rows are for, or none.
constexpr std::optional<EventForm> common_form(const RuleView& view, const Transition& a, const Transition& b) {
    for (auto i = view.first_form[index_of(a.event)]; i < view.first_form[index_of(a.event) + 1]; ++i)
        if (holds_for(a.when, view.forms[i]) && holds_for(b.when, view.forms[i])) return view.forms[i];
    return std::nullopt;
}

/// Two rows of one event that start from one stage: whether some situation and some form fit both.
constexpr void add_overlap(Flaws& flaws, const Exploration& found, const Transition& a, const Transition& b) {
    const bool share_a_stage = (a.from.stages.bits & b.from.stages.bits) != 0 || (a.from.none && b.from.none);
    if (!share_a_stage || exclude_each_other(a, b)) return;
    const auto form = common_form(found.view, a, b);
    if (!form) return;
    for (SituationIndex i = 0; i < found.situations.size(); ++i) {
        const Situation& s = found.situations[i];
        const bool both_fit = holds(a.from, s.stage) && holds(b.from, s.stage) && milestones_fit(a, s) && milestones_fit(b, s);
        if (both_fit && !is_barred(s, *form, found.view.protocol->follow_up))
            return flaws.push_back({.kind = Unsoundness::overlapping_rows, .rule = a.id, .other = b.id, .at = i, .form = *form, .has_event = true});
    }
}

constexpr void add_overlaps(Flaws& flaws, const Exploration& found) {
    for (const auto& term : terms_of<Event>) {
        const auto rows = rows_of(*found.view.protocol, term.value);
        for (const auto* a = rows.begin(); a != rows.end(); ++a)
            for (const auto* b = rows.begin(); b != a; ++b) add_overlap(flaws, found, *b, *a);
    }
}

/// The rows that lead back to the stage before a suspension, and out of the pathway: there was none.
constexpr void add_lost_returns(Flaws& flaws, const Exploration& found) {
    const Protocol& protocol = *found.view.protocol;
    std::uint64_t said = 0;  // rows, as bits
    for (const auto& passage : found.passages) {
        if (!found.situations[passage.from].stage.known() || found.situations[passage.to].stage.known()) continue;
        const auto* row = ruling_on(found.view, found.situations[passage.from], passage.form, protocol).row;
        const auto bit = std::uint64_t{1} << (row - protocol.transitions.begin());
        if ((said & bit) != 0) continue;
        said |= bit;
        flaws.push_back({.kind = Unsoundness::lost_return, .rule = row->id, .at = passage.from, .form = passage.form, .has_event = true});
    }
}

}  // namespace detail
}  // namespace maintien

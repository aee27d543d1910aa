#pragma once
/// @file
/// Flaws of rows: rules that never apply, conditions that can never hold, sharing that no consent covers.

#include <bit>

#include "maintien/protocol/consent_cover.hpp"
#include "maintien/protocol/path_flaws.hpp"

namespace maintien {
namespace detail {

/// An event that falls under a row, and how the row stands to it.
struct Attempt {
    SituationIndex at = no_situation;
    EventForm form{};
    Ruling ruling{};
};

/// Which guards of a row apply to events of a form, one bit each.
constexpr std::uint16_t guards_applying(const Transition& row, const EventForm& form) {
    std::uint16_t bits = 0;
    for (std::size_t i = 0; i < row.guards.size(); ++i)
        if (holds_for(row.guards[i].when, form)) bits |= static_cast<std::uint16_t>(1u << i);
    return bits;
}

/// The forms of events a row is for.
constexpr std::vector<EventForm> forms_for(const RuleView& view, const Transition& row) {
    std::vector<EventForm> forms;
    for_each_form(view, row.event, [&](const EventForm& form) {
        if (holds_for(row.when, form)) forms.push_back(form);
    });
    return forms;
}

/// Which guards of a row are never seen to hold where they apply, one bit each; the bit past the last guard stands for the
/// row itself, which is never seen to allow anything.
constexpr std::uint32_t never_seen(const Exploration& found, const Transition& row, const std::vector<EventForm>& forms) {
    std::uint32_t open = std::uint32_t{1} << row.guards.size();
    std::vector<std::uint16_t> applying;
    for (std::size_t k = 0; k < forms.size(); ++k) {
        applying.push_back(guards_applying(row, forms[k]));
        open |= applying.back();
    }
    for (SituationIndex i = 0; i < found.situations.size() && open != 0; ++i) {
        const Situation& s = found.situations[i];
        if (!holds(row.from, s.stage) || !milestones_fit(row, s)) continue;
        for (std::size_t k = 0; k < forms.size() && open != 0; ++k) {
            const std::uint32_t would_show = applying[k] | std::uint32_t{1} << row.guards.size();
            if ((open & would_show) != 0 && allows(found.view, s, forms[k], row, *found.view.protocol)) open &= ~would_show;
        }
    }
    return open;
}

/// The attempt at a row that comes nearest to being allowed, among forms to which `guard` applies (any form for none): as few
/// other conditions as possible are unmet. None when no path leads to a stage of the row.
constexpr Attempt nearest_attempt(const Exploration& found, const Transition& row, const std::vector<EventForm>& forms, int guard) {
    Attempt best;
    int fewest = 1000;
    for (SituationIndex i = 0; i < found.situations.size(); ++i) {
        const Situation& s = found.situations[i];
        if (!holds(row.from, s.stage)) continue;
        for (std::size_t k = 0; k < forms.size(); ++k) {
            if (guard != no_guard && !holds_for(row.guards[static_cast<std::size_t>(guard)].when, forms[k])) continue;
            const Ruling ruling = ruling_on(found.view, s, forms[k], *found.view.protocol);
            const int unmet = ruling.row == &row ? std::popcount(ruling.unmet) * 2 + (ruling.barred ? 1 : 0) : 999;
            if (unmet >= fewest) continue;
            fewest = unmet;
            best = {i, forms[k], ruling};
        }
    }
    return best;
}

/// A row that is for no event, or starts nowhere. Amendments are no steps: their rows are left alone.
constexpr bool speaks_of_nothing(const Transition& row, const std::vector<EventForm>& forms) {
    if (row.event == Event::amendment) return false;
    return forms.empty() || (row.from.stages.bits == 0 && !row.from.none);
}

/// What never holds, shown by the attempt that comes nearest. Rows whose stages no path leads to say nothing new, nor do those
/// that another row takes every event from: that they overlap is said already.
constexpr void add_never_held(Flaws& flaws, const Exploration& found, const Transition& row, const std::vector<EventForm>& forms, int guard) {
    const Attempt nearest = nearest_attempt(found, row, forms, guard);
    if (nearest.at == no_situation || nearest.ruling.allowed() || nearest.ruling.row != &row) return;
    Flaw flaw{.kind = Unsoundness::impossible_guard, .rule = row.id, .at = nearest.at, .form = nearest.form, .has_event = true};
    const int unmet = std::countr_zero(nearest.ruling.unmet);
    if (nearest.ruling.unmet == 0) flaw.kind = Unsoundness::dead_row;
    else flaw.guard = guard != no_guard && (nearest.ruling.unmet >> guard & 1) != 0 ? guard : unmet;
    flaws.push_back(flaw);
}

constexpr void add_dead_parts(Flaws& flaws, const Exploration& found, const Transition& row) {
    const auto forms = forms_for(found.view, row);
    if (speaks_of_nothing(row, forms)) return flaws.push_back({.kind = Unsoundness::dead_row, .rule = row.id});
    if (forms.empty()) return;
    const auto open = never_seen(found, row, forms);
    if ((open >> row.guards.size() & 1) != 0) return add_never_held(flaws, found, row, forms, no_guard);
    for (std::size_t i = 0; i < row.guards.size(); ++i)
        if ((open >> i & 1) != 0) add_never_held(flaws, found, row, forms, static_cast<int>(i));
}

/// Where a row allows an event of a form first, or nowhere.
constexpr SituationIndex first_allowed(const Exploration& found, const Transition& row, const EventForm& form) {
    for (SituationIndex i = 0; i < found.situations.size(); ++i)
        if (holds(row.from, found.situations[i].stage) && allows(found.view, found.situations[i], form, row, *found.view.protocol)) return i;
    return no_situation;
}

/// What a row lets somebody outside learn without the worker's consent, each scope once.
constexpr void add_uncovered_sharing(Flaws& flaws, const Exploration& found, const Transition& row) {
    if (row.event != Event::action && row.event != Event::employer_contact && row.event != Event::relay) return;
    std::uint32_t said = 0;
    for_each_form(found.view, row.event, [&](const EventForm& form) {
        if (!holds_for(row.when, form)) return;
        const auto scope = uncovered_scope(row, form, found.view.protocol->team);
        if (!scope || (said >> index_of(*scope) & 1) != 0) return;
        const SituationIndex at = first_allowed(found, row, form);
        if (at == no_situation) return;
        said |= std::uint32_t{1} << index_of(*scope);
        flaws.push_back({.kind = Unsoundness::uncovered_sharing, .rule = row.id, .scope = *scope, .at = at, .form = form, .has_event = true});
    });
}

}  // namespace detail
}  // namespace maintien

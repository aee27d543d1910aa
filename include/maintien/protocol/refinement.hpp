#pragma once
/// @file
/// Refinement: every path of a variant is a path of its base, under the same consents and time limits, except where the
/// variant says that it relaxes a rule, and why.
///
/// Each event the variant allows, in each situation the variant can come to, is put to the base in that very situation. So a
/// relaxed step is passed once and the rest of the path is measured from where it led.

#include "maintien/protocol/compared_steps.hpp"
#include "maintien/protocol/consent_cover.hpp"
#include "maintien/protocol/limit_comparison.hpp"
#include "maintien/protocol/withdrawal_comparison.hpp"

namespace maintien {
namespace detail {

/// What a row makes somebody agree to for events of one form: plain consents, and consents by recipient, one bit each.
struct Agreements {
    std::uint64_t plain = 0;
    RecipientScopes recipients{};
};

constexpr bool implied(const Guard& guard, const EventForm& form) { return guard.implied_by && form.says(FormSlot::by, *guard.implied_by); }

/// The consents a row asks for.
constexpr Agreements agreements_of(const RuleView& view, const Transition& row, const EventForm& form, CodeSet<Actor> team) {
    Agreements asked;
    for (const auto& guard : row.guards) {
        if (!holds_for(guard.when, form)) continue;
        if (guard.kind == GuardKind::consent && !implied(guard, form)) asked.plain |= consent_bit(view, guard.scope, guard.party);
        if (guard.kind == GuardKind::consent_by_recipient) asked.recipients = recipient_scopes(form, team);
    }
    return asked;
}

constexpr bool asks_for_leave(const Transition& row, const EventForm& form) {
    for (const auto& guard : row.guards)
        if (guard.kind == GuardKind::on_sick_leave && holds_for(guard.when, form)) return true;
    return false;
}

/// A step of the variant: the situation it starts from, the event, its row and where it leads.
struct VariantStep {
    const Exploration& found;
    SituationIndex at;
    EventForm form;
    const Transition& row;   // of the variant
    const Protocol& base;
};

/// Whether a consent guard of the base is asked for by the variant's row too. A consent by recipient and a general one are
/// the same where nobody is told whom a consent could name.
constexpr bool still_agreed(const VariantStep& step, const Guard& guard, CodeSet<Actor> base_team) {
    const auto& view = step.found.view;
    auto asked = agreements_of(view, step.row, step.form, view.protocol->team);
    if (!names_a_partner(step.form, base_team)) {
        const auto partner = consent_bit(view, ConsentScope::partner_exchange, Actor::worker), insurance = consent_bit(view, ConsentScope::insurance_exchange, Actor::worker);
        asked.plain |= (asked.recipients.partner ? partner : 0) | (asked.recipients.insurance ? insurance : 0);
        asked.recipients.partner = asked.recipients.partner || (asked.plain & partner) != 0;
        asked.recipients.insurance = asked.recipients.insurance || (asked.plain & insurance) != 0;
    }
    if (guard.kind == GuardKind::consent) return implied(guard, step.form) || (asked.plain & consent_bit(view, guard.scope, guard.party)) != 0;
    const auto needed = recipient_scopes(step.form, base_team);
    return (!needed.partner || asked.recipients.partner) && (!needed.insurance || asked.recipients.insurance);
}

/// Whether what a guard of the base asks for is certain when the variant allows the step.
constexpr bool still_certain(const VariantStep& step, const Guard& guard) {
    const Situation& s = step.found.situations[step.at];
    switch (guard.kind) {
        case GuardKind::consent:
        case GuardKind::consent_by_recipient: return still_agreed(step, guard, step.base.team);
        case GuardKind::on_sick_leave: return asks_for_leave(step.row, step.form);
        case GuardKind::age_at_least: return led_on(step.found.view, s, step.form, step.row).age >= guard.age;
        case GuardKind::anchored: return true;
        default: return guard_holds(guard, step.found.view, s, step.form, step.base);
    }
}

/// The kind of a guard's loss; a consent by recipient that only the team makes needless is the team's.
constexpr WeakeningKind kind_of_loss(const VariantStep& step, const Guard& guard) {
    const bool by_recipient = guard.kind == GuardKind::consent_by_recipient;
    if (by_recipient && still_agreed(step, guard, step.found.view.protocol->team)) return WeakeningKind::wider_team;
    return by_recipient || guard.kind == GuardKind::consent ? WeakeningKind::dropped_consent : WeakeningKind::dropped_guard;
}

constexpr bool leads_alike(const VariantStep& step, const Transition& base_row) {
    const Situation& s = step.found.situations[step.at];
    return led_on(step.found.view, s, step.form, step.row).stage == led_on(step.found.view, s, step.form, base_row).stage;
}

/// Lists a weakening unless the variant relaxes the rule; says where it is listed, now or already.
constexpr Weakening* add_weakening(Weakenings& list, const Protocol& variant, const Weakening& weakening) {
    if (relaxes(variant, weakening.rule) || (!weakening.base_rule.empty() && relaxes(variant, weakening.base_rule))) return nullptr;
    for (auto& listed : list)
        if (listed.kind == weakening.kind && listed.rule == weakening.rule && listed.base_rule == weakening.base_rule && listed.guard == weakening.guard) return &listed;
    list.push_back(weakening);
    return &list.back();
}

/// The consents that a guard can ask for, among those a situation may have.
constexpr std::uint64_t consents_of(const RuleView& view, const Guard& guard) {
    if (guard.kind == GuardKind::consent) return consent_bit(view, guard.scope, guard.party);
    if (guard.kind != GuardKind::consent_by_recipient) return 0;
    return consent_bit(view, ConsentScope::partner_exchange, Actor::worker) | consent_bit(view, ConsentScope::insurance_exchange, Actor::worker);
}

/// A lost consent shows best where nobody gave it: nothing has to be taken back.
constexpr void prefer_ungiven(Weakening* listed, const VariantStep& step, const Guard& guard) {
    if (!listed || listed->at == no_situation) return;
    const auto asked = consents_of(step.found.view, guard);
    const auto& all = step.found.situations;
    if ((all[listed->at].consents & asked) == 0 || (all[step.at].consents & asked) != 0) return;
    listed->at = step.at;
    listed->form = step.form;
}

/// What one step of the variant lacks in the eyes of the base.
constexpr void add_losses(Weakenings& list, const VariantStep& step) {
    const Situation& s = step.found.situations[step.at];
    const Ruling ruling = ruling_on(step.found.view, s, step.form, step.base);
    Weakening lost{.kind = WeakeningKind::other_path, .rule = step.row.id, .base_rule = ruling.row ? ruling.row->id : "", .at = step.at, .form = step.form, .has_event = true};
    if (!ruling.row || !ruling.stage_fits || !leads_alike(step, *ruling.row)) {
        add_weakening(list, *step.found.view.protocol, lost);
        return;
    }
    for (std::size_t i = 0; i < ruling.row->guards.size(); ++i) {
        const auto& guard = ruling.row->guards[i];
        if (!holds_for(guard.when, step.form) || still_certain(step, guard)) continue;
        lost.kind = kind_of_loss(step, guard);
        lost.guard = static_cast<int>(i);
        Weakening listed = lost;
        if (lost.kind == WeakeningKind::wider_team) listed = {.kind = lost.kind, .rule = "team", .at = lost.at, .form = lost.form, .has_event = true};
        prefer_ungiven(add_weakening(list, *step.found.view.protocol, listed), step, guard);
    }
}

constexpr void add_losses_of(Weakenings& list, const Exploration& found, const Protocol& base, Event event) {
    const auto steps = steps_to_compare(found.view, base, event);
    if (steps.empty()) return;
    for (const auto i : kinds_for(found, base, event))
        for (std::size_t k = 0; k < steps.size(); ++k) {
            const Transition& row = *steps[k].row;
            const bool starts = holds(row.from, found.situations[i].stage);
            if (starts && allows(found.view, found.situations[i], steps[k].form, row, *found.view.protocol)) add_losses(list, {found, i, steps[k].form, row, base});
        }
}

}  // namespace detail

/// Where the rows of a variant ask less than those of its base; `found` is the variant explored beside the base.
constexpr Weakenings weakened_rows(const Exploration& found, const Protocol& base) {
    Weakenings list;
    for (const auto& term : terms_of<Event>) detail::add_losses_of(list, found, base, term.value);
    return list;
}

/// Where a variant asks less than its base without saying so; empty when it refines it.
constexpr Weakenings weakenings_of(const Exploration& found, const Protocol& base) {
    Weakenings list = weakened_rows(found, base);
    const Protocol& variant = *found.view.protocol;
    for (const auto& weakening : weakened_schedule(variant, base)) detail::add_weakening(list, variant, weakening);
    for (const auto& weakening : refused_withdrawals(found, base)) list.push_back(weakening);
    return list;
}

/// Whether a variant refines its base.
constexpr bool refines(const Protocol& variant, const Protocol& base) { return weakenings_of(explored(variant, &base), base).empty(); }

/// Stops compilation unless a variant refines its base, and says in what it falls short.
template <const Protocol& variant, const Protocol& base>
constexpr bool assert_refines() {
    constexpr WeakeningKind found = [] {
        const auto list = weakenings_of(explored(variant, &base), base);
        return list.empty() ? WeakeningKind::none : list.front().kind;
    }();
    static_assert(found != WeakeningKind::other_path, "other_path: the variant allows an event that its base does not have there");
    static_assert(found != WeakeningKind::dropped_guard, "dropped_guard: the variant drops a guard of its base and does not list it in relaxes");
    static_assert(found != WeakeningKind::dropped_consent, "dropped_consent: the variant weakens a consent and does not list it in relaxes");
    static_assert(found != WeakeningKind::refused_withdrawal, "refused_withdrawal: somewhere the variant lets nobody withdraw a consent; nothing relaxes that");
    static_assert(found != WeakeningKind::wider_team, "wider_team: the variant widens the team and does not list it in relaxes");
    static_assert(found != WeakeningKind::dropped_limit, "dropped_limit: the variant drops a time limit and does not list it in relaxes");
    static_assert(found != WeakeningKind::longer_limit, "longer_limit: the variant weakens a time limit and does not list it in relaxes");
    static_assert(found != WeakeningKind::follow_up, "follow_up: the variant follows less and does not list it in relaxes");
    static_assert(found != WeakeningKind::recommendations, "recommendations: the variant asks for no agreement and does not list it in relaxes");
    return true;
}

}  // namespace maintien

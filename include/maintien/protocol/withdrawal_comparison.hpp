#pragma once
/// @file
/// Withdrawals: a consent can be taken back wherever the base lets it be. A withdrawal is never refused, so nothing relaxes this.

#include "maintien/protocol/compared_steps.hpp"

namespace maintien {
namespace detail {

/// A consent taken back.
constexpr EventForm withdrawal_of(const AskedScope& asked) {
    EventForm form = consent_form(asked);
    form.at(FormSlot::state) = static_cast<std::uint8_t>(index_of(ConsentState::withdrawn));
    return form;
}

/// The first situation of a variant in which the base lets a consent be taken back and the variant does not, or nothing.
constexpr Weakening first_refused(const Exploration& found, const AskedScope& asked, const Protocol& base) {
    const EventForm form = withdrawal_of(asked);
    for (SituationIndex i = 0; i < found.situations.size(); ++i) {
        const Ruling in_base = ruling_on(found.view, found.situations[i], form, base);
        if (!in_base.allowed() || ruling_on(found.view, found.situations[i], form, *found.view.protocol).allowed()) continue;
        return {.kind = WeakeningKind::refused_withdrawal, .rule = in_base.row->id, .base_rule = in_base.row->id, .at = i, .form = form, .has_event = true};
    }
    return {};
}

}  // namespace detail

/// Of the consents that rules ask for, the first that a variant lets nobody take back somewhere although its base does; nothing when
/// there is none. `found` is the variant explored beside the base.
constexpr Weakenings refused_withdrawals(const Exploration& found, const Protocol& base) {
    if (detail::same_rows(*found.view.protocol, base, Event::consent)) return {};
    for (std::size_t i = 0; i < found.view.asked.size(); ++i) {
        const auto weakening = detail::first_refused(found, found.view.asked[i], base);
        if (weakening.kind != WeakeningKind::none) return {weakening};
    }
    return {};
}

}  // namespace maintien

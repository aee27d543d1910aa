#pragma once
/// @file
/// Refusals: why the rules do not allow an event, each reason in words a person understands.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "maintien/pathway/judge.hpp"
#include "maintien/pathway/lifting.hpp"
#include "maintien/pathway/wording.hpp"

namespace maintien {

/// One reason why an event is not allowed.
struct Reason {
    std::string_view condition{};       ///< what is not met: a kind of guard, `stage`, `reopening`, `event`, `same_day` or the code of a bar
    std::string_view why{};             ///< `not_recorded`, `refused`, `withdrawn`, `expired`, `unmet`, `not_at_this_stage`, `barred` or `not_in_protocol`
    std::string_view source{};          ///< where the rule comes from; it lives as long as the protocol
    std::string fr{};                   ///< the reason in French
    std::string en{};                   ///< the reason in English
    std::optional<Actor> lifted_by{};   ///< who can lift it, or none
    Day earliest{};                     ///< the earliest day it could be lifted, or none
};

/// The reason in one language.
inline const std::string& text_of(const Reason& reason, Language language) { return language == Language::fr ? reason.fr : reason.en; }

/// The rule an event deviates from: the bar, `reopening_missing`, the protocol's row, or the event itself when the protocol has no row for it.
constexpr std::string_view rule_of(const Judgement& judgement, const Mark& mark) {
    if (judgement.bar != Bar::none) return code_of(judgement.bar);
    if (judgement.reopens_silently) return "reopening_missing";
    return judgement.row ? judgement.row->id : code_of(mark.event);
}

namespace detail {

/// The spelling of a kind of guard in documents: the `condition` of a reason (docs/formats.md).
constexpr std::string_view condition_code(GuardKind kind) {
    switch (kind) {
        case GuardKind::consent: return "consent";
        case GuardKind::consent_by_recipient: return "consent_by_recipient";
        case GuardKind::after: return "after";
        case GuardKind::not_after: return "not_after";
        case GuardKind::age_at_least: return "age_at_least";
        case GuardKind::origin_in: return "origin_in";
        case GuardKind::on_sick_leave: return "on_sick_leave";
        case GuardKind::anchored: return "anchored";
    }
    return "";
}

/// What reasons are made from.
struct Refused {
    const Position& before;       ///< where the case stood
    const Mark& mark;             ///< the event
    const Judgement& judgement;   ///< what the rules say of it
    const Protocol& protocol;     ///< the rules
    std::vector<Reason> reasons;  ///< the reasons found so far
};

/// Adds a reason, unless the same is already there: two guards may ask for one consent.
inline void add_reason(Refused& refused, std::string_view condition, std::string_view why, Sentence said, Lifting lifting) {
    const auto same = [&](const Reason& reason) { return reason.condition == condition && reason.fr == said.fr; };
    if (std::any_of(refused.reasons.begin(), refused.reasons.end(), same)) return;
    const auto source = refused.judgement.row ? refused.judgement.row->source : RuleSource{};
    refused.reasons.push_back({condition, why, source, std::move(said.fr), std::move(said.en), lifting.by, lifting.earliest});
}

inline void add_consent(Refused& refused, GuardKind kind, const AskedConsent& asked, Text towards = {}) {
    const auto& [scope, party, partner] = asked.question;
    add_reason(refused, condition_code(kind), code_of(asked.standing), consent_wording(scope, party, asked.standing, towards),
               {party, earliest_after(Event::consent, refused.mark)});
}

/// Adds every recipient that no consent covers: the partner told and the actor who does it may be two.
inline void add_recipients(Refused& refused) {
    Mark partner = refused.mark, actor = refused.mark;
    partner.actor = actor.partner = no_code;
    const auto by_partner = recipient_consent(refused.before, partner, refused.protocol.team);
    const auto by_actor = recipient_consent(refused.before, actor, refused.protocol.team);
    const auto named = [](const auto& term) { return Text{term.fr, term.en}; };
    if (by_partner.standing != ConsentStanding::live)
        add_consent(refused, GuardKind::consent_by_recipient, by_partner, named(term_of(static_cast<Partner>(partner.partner))));
    if (by_actor.standing != ConsentStanding::live)
        add_consent(refused, GuardKind::consent_by_recipient, by_actor, named(term_of(static_cast<Actor>(actor.actor))));
}

/// The sentence of a guard that asks for anything but a consent.
inline Sentence guard_wording(const Guard& guard, bool recorded) {
    switch (guard.kind) {
        case GuardKind::after: return not_reached_wording(guard.milestone);
        case GuardKind::not_after: return already_reached_wording(guard.milestone);
        case GuardKind::age_at_least: return age_wording(guard.age, recorded);
        case GuardKind::origin_in: return origin_wording(guard.origins, recorded);
        case GuardKind::on_sick_leave: return sick_leave_wording(recorded);
        default: return not_anchored_wording();
    }
}

inline void add_guard(Refused& refused, const Guard& guard, bool recorded) {
    if (guard.kind == GuardKind::consent_by_recipient) return add_recipients(refused);
    if (guard.kind == GuardKind::consent) {
        const auto standing = consent_asked(guard, refused.before, refused.mark);
        return add_consent(refused, guard.kind, {{guard.scope, guard.party, no_code}, standing});
    }
    add_reason(refused, condition_code(guard.kind), recorded ? "unmet" : "not_recorded", guard_wording(guard, recorded),
               lifting_of(guard, recorded, refused.before, refused.mark));
}

/// Whether a bar already says what a guard says: a second outcome is an outcome "after the outcome".
constexpr bool said_by_bar(const Judgement& judgement, const Guard& guard) {
    return judgement.bar != Bar::none && (guard.kind == GuardKind::not_after || guard.kind == GuardKind::anchored);
}

inline void add_guards(Refused& refused) {
    const auto& judgement = refused.judgement;
    for (std::size_t i = 0; judgement.row && i < judgement.row->guards.size(); ++i) {
        const auto& guard = judgement.row->guards[i];
        if ((judgement.unmet >> i & 1) != 0 && !said_by_bar(judgement, guard))
            add_guard(refused, guard, (judgement.not_recorded >> i & 1) == 0);
    }
}

inline void add_stage(Refused& refused) {
    const auto& [before, mark, judgement, protocol, reasons] = refused;
    const auto at = stage_as_of(before.current(), protocol.follow_up, mark.on);
    add_reason(refused, "stage", "not_at_this_stage", stage_wording(at, stages_for(mark, protocol)), lifting_of_stage(before, mark, protocol));
}

}  // namespace detail

/// The reason against an entry that would put another of its day out of its place: the other can be corrected the same day.
inline Reason disturbance(const Mark& mark, const Transition& row) {
    auto [fr, en] = disturbance_wording();
    return {"same_day", "unmet", row.source, std::move(fr), std::move(en), detail::usual_actor(Event::amendment), mark.on};
}

/// All the reasons why an event is not allowed, each once; empty when it is allowed. `before` is the position the event met.
/// A bar speaks for the stage: an event that repeats what the episode has is not told where else it would be possible.
inline std::vector<Reason> reasons_of(const Position& before, const Mark& mark, const Judgement& judgement, const Protocol& protocol) {
    detail::Refused refused{before, mark, judgement, protocol, {}};
    const bool barred = judgement.bar != Bar::none;
    if (barred)
        detail::add_reason(refused, code_of(judgement.bar), "barred", bar_wording(judgement.bar), detail::lifting_of_bar(judgement.bar, before, mark, protocol));
    if (!judgement.row) detail::add_reason(refused, "event", "not_in_protocol", not_in_protocol_wording(), {});
    if (judgement.reopens_silently)
        detail::add_reason(refused, "reopening", "not_recorded", silent_reopening_wording(),
                           {detail::usual_actor(Event::reopening), earliest_after(Event::reopening, mark)});
    if (judgement.row && !judgement.stage_fits && !barred && !judgement.reopens_silently) detail::add_stage(refused);
    detail::add_guards(refused);
    return std::move(refused.reasons);
}

}  // namespace maintien

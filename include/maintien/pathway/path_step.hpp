#pragma once
/// @file
/// The steps a path may take: the entries that move a case on, and the words and facts that open a guard.

#include <algorithm>
#include <vector>

#include "maintien/pathway/lifting.hpp"
#include "maintien/pathway/trial.hpp"
#include "maintien/pathway/variants.hpp"

namespace maintien::detail {

/// The events that move a case on, in the order in which a path prefers them: what the worker's no would open comes last.
inline constexpr std::array moving_events{Event::reopening,   Event::referral, Event::first_contact, Event::appointment, Event::qualification_interview, Event::entry,
                                          Event::action_plan, Event::outcome,  Event::resumption,    Event::suspension,  Event::follow_up,               Event::refusal};

/// What an event with one code does to its case, as a number: codes that do the same have the same.
inline int effect_of(Event event, std::uint8_t code, const FollowUpSchedule& schedule) {
    switch (event) {
        case Event::appointment: return static_cast<AppointmentState>(code) == AppointmentState::held;
        case Event::qualification_interview: return std::min<int>(code, static_cast<int>(Decision::redirected));
        case Event::outcome: return schedule.except.contains(static_cast<Outcome>(code));
        case Event::follow_up: return settles(static_cast<Answer>(code)) ? 2 : is_substantive(static_cast<Answer>(code));
        default: return 0;
    }
}

/// Whether a condition of an event's rule says the same of two of its codes.
inline bool says_the_same(const Condition& condition, Event event, const PackedEntry& a, const PackedEntry& b) {
    return std::all_of(condition.begin(), condition.end(), [&](const Clause& clause) {
        return clause.attribute != code_attribute(event) || holds(clause, mark_of(view_of(a))) == holds(clause, mark_of(view_of(b)));
    });
}

/// Whether every rule of a protocol takes two codes of an event for the same.
inline bool alike(Event event, std::uint8_t a, std::uint8_t b, const Protocol& protocol) {
    if (effect_of(event, a, protocol.follow_up) != effect_of(event, b, protocol.follow_up)) return false;
    const auto one = plain_entry(event, a, {}), other = plain_entry(event, b, {});
    for (const auto& row : protocol.transitions) {
        for (const auto& guard : row.guards) {
            if (event == Event::referral && guard.kind == GuardKind::origin_in &&
                guard.origins.contains(static_cast<Origin>(a)) != guard.origins.contains(static_cast<Origin>(b)))
                return false;
            if (row.event == event && !says_the_same(guard.when, event, one, other)) return false;
        }
        if (row.event == event && !says_the_same(row.when, event, one, other)) return false;
    }
    return true;
}

/// Whether an entry moves a case: an appointment that was not held does not, nor does an answer that nobody gave.
inline bool moves(const PackedEntry& entry) {
    if (entry.event == Event::appointment) return value_of(view_of(entry), code_attribute(entry.event)) == index_of(AppointmentState::held);
    if (entry.event != Event::follow_up) return true;
    const auto answer = static_cast<Answer>(value_of(view_of(entry), Attribute::answer).value_or(0));
    return settles(answer) || is_substantive(answer);
}

/// The variants of an event worth a step: of a referral the one whose form gives the consent, which spares a step.
inline std::vector<PackedEntry> variants_worth_a_step(Event event, std::uint8_t code, const ProtocolVersions& protocol) {
    auto variants = variants_of(event, code, {}, protocol);
    const auto says_consent = [](const PackedEntry& entry) { return value_of(view_of(entry), Attribute::consent).has_value(); };
    std::erase_if(variants, [](const PackedEntry& entry) { return !moves(entry); });
    if (std::any_of(variants.begin(), variants.end(), says_consent)) std::erase_if(variants, [&](const PackedEntry& entry) { return !says_consent(entry); });
    return variants;
}

/// The entries that move a case on: of the codes a protocol takes for the same, the first.
inline std::vector<PackedEntry> moving_entries(const ProtocolVersions& protocol) {
    const auto alike_in_all = [&](Event event, std::uint8_t a, std::uint8_t b) {
        return std::all_of(protocol.begin(), protocol.end(), [&](const Protocol* version) { return alike(event, a, b, *version); });
    };
    std::vector<PackedEntry> entries;
    for (const Event event : moving_events) {
        std::vector<std::uint8_t> kept;
        for (const auto code : own_codes(event)) {
            const bool known_already = std::any_of(kept.begin(), kept.end(), [&](std::uint8_t other) { return alike_in_all(event, code, other); });
            if (known_already) continue;
            kept.push_back(code);
            for (auto& variant : variants_worth_a_step(event, code, protocol)) entries.push_back(std::move(variant));
        }
    }
    return entries;
}

/// The entry by which someone gives a consent, to whomever it is.
inline PackedEntry given(ConsentScope scope, Actor party, Day on) {
    auto entry = plain_entry(Event::consent, static_cast<std::uint8_t>(index_of(scope)), on);
    if (party != Actor::worker) entry.attributes.push_back({Attribute::party, static_cast<std::uint32_t>(index_of(party))});
    return entry;
}

inline bool same_words(const PackedEntry& a, const PackedEntry& b) {
    const auto same = [](const AttributeValue& x, const AttributeValue& y) { return x.attribute == y.attribute && x.value == y.value; };
    return a.event == b.event && a.on == b.on && std::equal(a.attributes.begin(), a.attributes.end(), b.attributes.begin(), b.attributes.end(), same);
}

inline void add_fact(std::vector<PackedEntry>& facts, PackedEntry fact) {
    const auto said = [&](const PackedEntry& other) { return same_words(other, fact); };
    if (std::none_of(facts.begin(), facts.end(), said)) facts.push_back(std::move(fact));
}

/// The consents that would cover the recipients of an event.
inline void add_recipient_facts(std::vector<PackedEntry>& facts, const Position& before, const Mark& mark, CodeSet<Actor> team) {
    Mark partner = mark, actor = mark;
    partner.actor = actor.partner = no_code;
    for (const auto& asked : {recipient_consent(before, partner, team), recipient_consent(before, actor, team)})
        if (asked.standing != ConsentStanding::live) add_fact(facts, given(asked.question.scope, asked.question.party, mark.on));
}

/// The words and facts that would open the guards of a trial, said on its day; nothing when a guard asks for something else.
inline std::optional<std::vector<PackedEntry>> facts_wanting(const Trial& trial, const Mark& mark) {
    const auto& judgement = trial.judgement;
    if (!judgement.row || !judgement.stage_fits || judgement.bar != Bar::none || judgement.reopens_silently) return std::nullopt;
    std::vector<PackedEntry> facts;
    for (std::size_t i = 0; i < judgement.row->guards.size(); ++i) {
        const auto& guard = judgement.row->guards[i];
        if ((judgement.unmet >> i & 1) == 0) continue;
        if (guard.kind == GuardKind::consent) add_fact(facts, given(guard.scope, guard.party, mark.on));
        else if (guard.kind == GuardKind::consent_by_recipient) add_recipient_facts(facts, trial.before, mark, trial.judgement.protocol->team);
        else if (guard.kind == GuardKind::on_sick_leave) add_fact(facts, plain_entry(Event::sick_leave, static_cast<std::uint8_t>(index_of(LeaveState::started)), mark.on));
        else return std::nullopt;
    }
    return facts;
}

}  // namespace maintien::detail

#pragma once
/// @file
/// What is blocked: what cannot happen on a day and how to come to it; what a word such as a withdrawn consent makes impossible.

#include <vector>

#include "maintien/pathway/path.hpp"
#include "maintien/pathway/possible_now.hpp"

namespace maintien {

/// Something that cannot happen.
struct Blocked {
    Event event = Event::referral;           ///< the event
    std::vector<std::string_view> codes{};   ///< with which of its own codes; empty for an event without
    std::optional<Actor> actor{};            ///< of an action: done by whom, when that is what is blocked
    std::optional<Partner> partner{};        ///< of an action: with which partner, when that is what is blocked
    Verdict verdict{};                       ///< why
};

/// An event that cannot happen at all on a day, and the shortest way to it.
struct BlockedEvent {
    Event event = Event::referral;  ///< the event
    Verdict verdict{};              ///< why
    std::optional<Path> path{};     ///< how to come to it, or none
};

namespace detail {

/// What is tried of an event: each code alone, and an action with each partner and each actor beside.
inline std::vector<PackedEntry> ways_to_tell(Event event, std::uint8_t code, Day on) {
    std::vector<PackedEntry> entries{plain_entry(event, code, on)};
    if (event == Event::referral) entries.front().attributes.push_back({Attribute::consent, 1});
    if (event != Event::action) return entries;
    for (const auto attribute : {Attribute::partner, Attribute::actor})
        for (const auto& said : values_of(attribute)) entries.push_back(saying(entries.front(), said));
    return entries;
}

/// The line of the list an entry belongs to, which differs from others in its codes alone.
inline Blocked line_of(const PackedEntry& entry, Verdict verdict) {
    Blocked line{.event = entry.event, .verdict = std::move(verdict)};
    if (entry.event != Event::action) return line;
    if (const auto actor = value_of(view_of(entry), Attribute::actor)) line.actor = static_cast<Actor>(*actor);
    if (const auto partner = value_of(view_of(entry), Attribute::partner)) line.partner = static_cast<Partner>(*partner);
    return line;
}

inline bool same_line(const Blocked& a, const Blocked& b) {
    const auto same = [](const Reason& x, const Reason& y) { return x.condition == y.condition && x.fr == y.fr; };
    const auto &x = a.verdict.reasons, &y = b.verdict.reasons;
    return a.event == b.event && a.actor == b.actor && a.partner == b.partner && std::equal(x.begin(), x.end(), y.begin(), y.end(), same);
}

/// Adds an entry to the list, beside those that differ from it in their code alone.
inline void list_blocked(std::vector<Blocked>& all, const PackedEntry& entry, std::uint8_t code, Verdict verdict) {
    Blocked line = line_of(entry, std::move(verdict));
    auto found = std::find_if(all.begin(), all.end(), [&](const Blocked& other) { return same_line(other, line); });
    if (found == all.end()) found = all.insert(all.end(), std::move(line));
    if (code != no_code) found->codes.push_back(shape_of(code_attribute(entry.event)).code(code));
}

/// Lists what of an event is blocked; where the code alone is, its partners and actors are not named beside.
inline void list_blocked_codes(std::vector<Blocked>& all, Event event, TrialDay& then, TrialDay& now) {
    for (const auto code : own_codes(event)) {
        for (const auto& entry : ways_to_tell(event, code, then.day)) {
            if (!accepted_on(then, entry) || accepted_on(now, entry)) continue;
            list_blocked(all, entry, code, verdict_on(now, entry));
            if (!value_of(view_of(entry), Attribute::actor) && !value_of(view_of(entry), Attribute::partner)) break;
        }
    }
}

}  // namespace detail

/// What was possible and no longer is once an entry is made, a withdrawn or refused consent above all: event by event, code by code,
/// of actions also partner by partner and actor by actor, with the reasons. Looked at on the next day, from which a refused or withdrawn consent counts.
/// An incoming call of the employer and an act by which the physician himself consents are never blocked and not listed.
inline std::vector<Blocked> blocked_by(const CaseFile& file, const Entry& word, const ProtocolVersions& protocol) {
    CaseFile after = file;
    after.entries.push_back(word);
    auto then = detail::trial_day(file, protocol, word.on + 1), now = detail::trial_day(after, protocol, then.day);
    std::vector<Blocked> all;
    for (const auto& term : terms_of<Event>)
        if (term.value != Event::amendment) detail::list_blocked_codes(all, term.value, then, now);
    return all;
}

/// The events that cannot happen at all on a day, in the canonical order, with the reasons against them said plainly and the shortest
/// way to each, as of that day. An amendment is blocked only while no entry has an id, and no way leads to it.
inline std::vector<BlockedEvent> blocked_now(const CaseFile& file, const ProtocolVersions& protocol, Day as_of) {
    const NamePool no_names;
    std::vector<BlockedEvent> all;
    for (auto& possibility : possible_now(file, protocol, as_of)) {
        if (possibility.verdict) continue;
        const auto entry = plain_entry(possibility.event, own_codes(possibility.event).front(), as_of);
        all.push_back({possibility.event, std::move(possibility.verdict), path_as_of_its_day(file, unpacked(view_of(entry), no_names), protocol)});
    }
    return all;
}

}  // namespace maintien

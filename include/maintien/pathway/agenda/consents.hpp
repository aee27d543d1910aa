#pragma once
/// @file
/// Consents on an agenda: those that end.

#include "maintien/pathway/agenda/actions.hpp"
#include "maintien/pathway/follow_up_place.hpp"

namespace maintien {

namespace detail {

/// Whether a word of the ledger is still the last one on its question; one that covers no partner in particular answers for all.
inline bool still_stands(const std::vector<ConsentWord>& words, std::size_t at) {
    const auto& word = words[at];
    return std::none_of(words.begin() + static_cast<std::ptrdiff_t>(at) + 1, words.end(), [&](const ConsentWord& later) {
        return later.scope == word.scope && later.party == word.party && (later.partner == no_code || later.partner == word.partner);
    });
}

inline void append_consent(Sentence& title, const ConsentWord& word) {
    append(title, "\u00A0: ", ": ");
    append(title, word.scope);
    append(title, ", ");
    append(title, static_cast<Actor>(word.party));
    if (word.partner == no_code) return;
    append(title, ", ");
    append(title, static_cast<Partner>(word.partner));
}

}  // namespace detail

/// Adds the consents that end: while the file is under way, and those to follow-up contact after the exit too.
inline void add_consents(std::vector<AgendaItem>& items, const AgendaFacts& facts, const FollowUpSchedule& schedule, const AgendaDay& day) {
    const auto& position = facts.position;
    const bool open = under_way(position.current()), followed = stage_as_of(position.current(), schedule, day.as_of) == Stage::exited;
    for (std::size_t i = 0; i < position.consents.size(); ++i) {
        const auto& word = position.consents[i];
        if (!open && !(followed && word.scope == ConsentScope::follow_up_contact)) continue;
        if (word.state != ConsentState::given || !detail::still_stands(position.consents, i)) continue;
        const std::size_t before = items.size();
        detail::add_ending(items, AgendaRule::consent_ending, word.until, day);
        if (items.size() > before) detail::append_consent(items.back().title, word);
    }
}

}  // namespace maintien

#pragma once
/// @file
/// The consent ledger: every consent of a file and how it stands on a day.

#include <algorithm>
#include <optional>
#include <tuple>
#include <vector>

#include "maintien/pathway/history.hpp"
#include "maintien/pathway/recipient.hpp"

namespace maintien {

/// One consent of a file: who was asked for what, towards whom, and how it stands.
struct ConsentLine {
    ConsentScope scope = ConsentScope::referral;               ///< what it allows
    Actor party = Actor::worker;                               ///< who consents
    std::optional<Partner> partner{};                          ///< the one partner it speaks of; all when absent
    ConsentStanding standing = ConsentStanding::not_recorded;  ///< how it stands
    Day since{};                                               ///< the day of the word that counts, or none
    Day until{};                                               ///< the last day of a consent given for a time, inclusive, or none
    bool operator==(const ConsentLine&) const = default;
};

/// The consents of a file, by scope, party and partner; those of all partners come before those of one.
struct ConsentLedger {
    std::vector<ConsentLine> lines{};  ///< every scope of the worker, recorded or not, and what else was ever said
};

namespace detail {

inline auto place_of(const ConsentLine& line) {
    return std::tuple{line.scope, line.party, line.partner ? static_cast<int>(index_of(*line.partner)) : -1};
}

/// Adds a line that still has to be filled, unless it is there.
inline void add_line(std::vector<ConsentLine>& lines, ConsentScope scope, Actor party, std::uint8_t partner) {
    ConsentLine line{.scope = scope, .party = party};
    if (partner != no_code) line.partner = static_cast<Partner>(partner);
    const auto same = [&](const ConsentLine& other) { return place_of(other) == place_of(line); };
    if (std::none_of(lines.begin(), lines.end(), same)) lines.push_back(line);
}

inline void fill_line(ConsentLine& line, const Position& position, Day day) {
    const auto partner = line.partner ? static_cast<std::uint8_t>(index_of(*line.partner)) : no_code;
    const auto* word = word_that_counts(position, {line.scope, line.party, partner}, day);
    if (!word) return;
    line.standing = standing_of(*word, day);
    line.since = word->on;
    line.until = word->until;
}

}  // namespace detail

/// The ledger as the words of a position leave it on `day`. A word not yet in force (refused or withdrawn that very day)
/// leaves the one before it standing.
inline ConsentLedger ledger_of(const Position& position, Day day) {
    ConsentLedger ledger;
    for (const auto& term : terms_of<ConsentScope>) detail::add_line(ledger.lines, term.value, Actor::worker, no_code);
    for (const auto& word : position.consents) detail::add_line(ledger.lines, word.scope, static_cast<Actor>(word.party), word.partner);
    std::sort(ledger.lines.begin(), ledger.lines.end(), [](const auto& a, const auto& b) { return detail::place_of(a) < detail::place_of(b); });
    for (auto& line : ledger.lines) detail::fill_line(line, position, day);
    return ledger;
}

/// The ledger of a case file on a day.
inline ConsentLedger ledger_of(const CaseFile& file, const ProtocolVersions& protocol, Day day) { return ledger_of(position_of(file, protocol, day), day); }

/// How the worker's consent to a scope stands on `day`, towards one partner when named.
inline ConsentStanding worker_standing(const Position& position, ConsentScope scope, Day day, std::optional<Partner> partner = {}) {
    return consent_standing(position, {scope, Actor::worker, partner ? static_cast<std::uint8_t>(index_of(*partner)) : no_code}, day);
}

/// Whether a standing is the worker's no: refused or withdrawn. What was never recorded, or ran out, is not a no.
constexpr bool says_no(ConsentStanding standing) {
    return standing == ConsentStanding::refused || standing == ConsentStanding::withdrawn;
}

}  // namespace maintien

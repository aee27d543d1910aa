#pragma once
/// @file
/// Rights of the person: rectification, objection, restriction, erasure. Access and portability are the whole file, as it stands.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "maintien/sharing/consent_ledger.hpp"
#include "maintien/sharing/retention.hpp"

namespace maintien {

/// What stands in place of a file that was erased: enough not to take it in again, nothing of what it said.
struct Tombstone {
    ServiceId service{};                 ///< the service
    CaseId case_id{};                    ///< the case's number
    Day erased_on{};                     ///< the day of the erasure
    int erased = 0;                      ///< how many entries were erased
    std::vector<std::pair<Event, Day>> kept{};  ///< the entries that the law keeps: what they record, and their day
    Day kept_until{};                    ///< the last day they are kept, or none
};

/// A file after the erasure a worker asked for.
struct Erasure {
    CaseFile rest{};        ///< what the law keeps; no entry when it keeps nothing
    Tombstone tombstone{};  ///< what is told of the rest
};

/// Erases a file on a day: the cell's items go, medical items stay as long as the law keeps them (`retention_of`).
inline Erasure erased(const CaseFile& file, Day day) {
    const auto retention = retention_of(file, day);
    Erasure erasure{{file.case_id, file.service, {}}, {.service = file.service, .case_id = file.case_id, .erased_on = day}};
    for (std::size_t i = 0; i < file.entries.size(); ++i) {
        if (!retention.kept[i]) {
            ++erasure.tombstone.erased;
            continue;
        }
        erasure.rest.entries.push_back(file.entries[i]);
        erasure.tombstone.kept.emplace_back(event_of(file.entries[i]), file.entries[i].on);
    }
    if (!erasure.rest.entries.empty()) erasure.tombstone.kept_until = retention.until;
    return erasure;
}

/// The entry that corrects another at the worker's request: an amendment that puts `instead` in its place, or withdraws it when
/// nothing is to stand there. What was known before stays on record. `admit` judges it like every entry; only an entry with an id can be corrected.
inline Entry rectification_of(const EntryId& wrong, std::optional<Entry> instead, Day on) {
    Amendment amendment{.amends = wrong, .withdraw = !instead.has_value(), .replacement = {}};
    if (instead) amendment.replacement.push_back(std::move(*instead));
    return {.on = on, .fact = std::move(amendment)};
}

/// The entry that records the worker's objection to one use of the file: a refusal of that scope, which ends a consent given before.
/// An objection to `statistics` takes the case out of every figure.
inline Entry objection_to(ConsentScope scope, Day on) {
    return {.on = on, .fact = Consent{.scope = scope, .state = ConsentState::refused}};
}

/// The entries that restrict a file to being kept: each scope of the ledger that is not refused or withdrawn yet, and each partner's own,
/// is withdrawn when it was given and refused when it was not. From the next day nothing is shared, asked or counted.
inline std::vector<Entry> restriction_of(const CaseFile& file, const ProtocolVersions& protocol, Day on) {
    std::vector<Entry> words;
    for (const auto& line : ledger_of(file, protocol, on + 1).lines) {
        if (line.party != Actor::worker || says_no(line.standing)) continue;
        const bool given = line.standing == ConsentStanding::live || line.standing == ConsentStanding::expired;
        words.push_back({.on = on, .fact = Consent{.scope = line.scope, .state = given ? ConsentState::withdrawn : ConsentState::refused, .partner = line.partner}});
    }
    return words;
}

/// Whether a file is restricted to being kept on a day: the worker has said no to every scope, and to every partner spoken of.
inline bool is_restricted(const CaseFile& file, const ProtocolVersions& protocol, Day day) {
    const auto lines = ledger_of(file, protocol, day).lines;
    return std::all_of(lines.begin(), lines.end(), [](const ConsentLine& line) { return line.party != Actor::worker || says_no(line.standing); });
}

}  // namespace maintien

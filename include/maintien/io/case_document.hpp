#pragma once
/// @file
/// One case as those see it who work with it, as a document (`maintien-case/1`) or as a page for people.

#include <string>
#include <vector>

#include "maintien/pathway/agenda.hpp"
#include "maintien/pathway/blocked.hpp"
#include "maintien/sharing/view.hpp"
#include "maintien/vocabulary/language.hpp"

namespace maintien::io {

/// One case on a day: where it stands and what can happen next.
struct CaseAccount {
    View whole{};                         ///< the case, nothing left out
    std::vector<Possibility> events{};    ///< each event: with which codes it may happen, or why not
    std::vector<BlockedEvent> blocked{};  ///< those that cannot happen at all, why, and the shortest way to each
    std::vector<AgendaItem> agenda{};     ///< what is due, late first
};

/// The account of a case file as of a day. It leaves nothing out: it is for those who may know all (`view_of` for all others).
CaseAccount account_of(const CaseFile& file, const ProtocolVersions& protocol, Day as_of);

/// An account as `maintien-case/1` (docs/formats.md).
std::string case_json(const CaseAccount& account);

/// An account as a page for people.
std::string case_text(const CaseAccount& account, Language language);

}  // namespace maintien::io

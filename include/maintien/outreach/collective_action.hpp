#pragma once
/// @file
/// Collective actions: meetings, trainings, documents for many people; no worker's case is in them.

#include <array>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include "maintien/vocabulary/code_set.hpp"
#include "maintien/vocabulary/day.hpp"
#include "maintien/vocabulary/identifier.hpp"
#include "maintien/vocabulary/outreach.hpp"

namespace maintien {

/// The number of a collective action in its programme (`2.5.1.2`), unique in it.
using CollectiveActionId = Identifier<struct CollectiveActionKind>;

/// How many people of each kind took part, in the order of `ParticipantKind`.
using ParticipantCounts = std::array<std::int64_t, count_of<ParticipantKind>>;

/// One line of an action's log: what was changed about it, and why (regional action sheet 2.5.1, "Suivi de l'action").
struct ActionChange {
    Day on{};              ///< the day of the change
    std::string change{};  ///< what changed: the action, its partners, target, calendar
    std::string reason{};  ///< why
};

/// A collective action, as the regional action sheet 2.5.1 describes one. Its texts are for people; nothing reads them.
struct CollectiveAction {
    CollectiveActionId action{};                              ///< its number
    std::string title{};                                      ///< its title
    OutreachKind kind = OutreachKind::information_meeting;    ///< what kind of action it is
    Day on{};                                                 ///< the day it was held, or its deliverable was ready
    CodeSet<ParticipantKind> audience{};                      ///< for whom it is meant
    std::string pilot{};                                      ///< who leads it
    std::vector<std::string> contributors{};                  ///< who takes part in it: services, partners
    std::vector<std::string> themes{};                        ///< what it is about
    std::optional<ParticipantCounts> participants{};          ///< who took part; none when nobody counted
    CodeSet<SourceDocument> source_documents{};               ///< what proves it
    bool has_deliverable = false;                             ///< whether it produced something that stays
    std::string deliverable{};                                ///< what that is called, empty when it has no name
    std::vector<ActionChange> log{};                          ///< its changes
};

/// How many people took part, all kinds together.
inline std::int64_t total_of(const ParticipantCounts& participants) { return std::accumulate(participants.begin(), participants.end(), std::int64_t{0}); }

/// Whether a kind of action produces something instead of bringing people together: nobody takes part in a document.
constexpr bool is_produced(OutreachKind kind) { return kind == OutreachKind::document || kind == OutreachKind::tool; }

/// Whether a document proves a kind of action: what is produced is proven by itself, what is attended by its registrations or its
/// attendance sheet (regional action sheet 2.5.1, column "Source").
constexpr bool proves(SourceDocument document, OutreachKind kind) {
    return is_produced(kind) == (document == SourceDocument::document);
}

/// Whether an action has a source document that proves it.
constexpr bool is_documented(const CollectiveAction& action) {
    for (const auto& term : terms_of<SourceDocument>)
        if (action.source_documents.contains(term.value) && proves(term.value, action.kind)) return true;
    return false;
}

}  // namespace maintien

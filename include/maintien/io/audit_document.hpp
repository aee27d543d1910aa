#pragma once
/// @file
/// Disclosure audits as documents, and what a reader of a report is told of what is hidden.

#include <string>

#include "maintien/disclosure/release.hpp"
#include "maintien/vocabulary/language.hpp"

namespace maintien::io {

/// An audit as `maintien-disclosure-audit/1`: the hidden rows with what they protect and what an outsider can tell. It is
/// for the service alone: published, it would tell what is hidden. `counted` is the report before anything was hidden.
std::string audit_json(const CountedReport& counted, const DisclosureAudit& audit);

/// What the reader of a published report is told: how many figures are hidden and what would show more. It is made from the
/// published report alone, so it says nothing that the report does not. Empty when nothing is hidden.
std::string hidden_text(const Report& published, Language language);

}  // namespace maintien::io

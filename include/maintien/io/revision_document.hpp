#pragma once
/// @file
/// What moved between two days of knowledge, as a document (`maintien-revision/1`) or as a page for people.

#include <iosfwd>
#include <string>

#include "maintien/indicators/revision.hpp"
#include "maintien/vocabulary/language.hpp"

namespace maintien::io {

/// A revision as `maintien-revision/1` (docs/formats.md): how many figures there are and how many moved, then each that moved with its
/// numbers before and after and the episodes that its numerator and denominator gained and lost. It names cases: it stays in the service.
std::string revision_json(const EventTable& events, const Revision& revision);

/// The same, written to a stream piece by piece.
void write_revision_json(std::ostream& out, const EventTable& events, const Revision& revision);

/// A revision for people: each figure that moved, from what to what, and the cases that moved it.
std::string revision_text(const EventTable& events, const Revision& revision, Language language);

/// The same, written to a stream piece by piece.
void write_revision_text(std::ostream& out, const EventTable& events, const Revision& revision, Language language);

}  // namespace maintien::io

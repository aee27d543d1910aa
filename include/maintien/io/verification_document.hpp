#pragma once
/// @file
/// What was found wrong with a protocol, as a document: `maintien-verification/1`, or a page for people.

#include <string>

#include "maintien/protocol/verification.hpp"
#include "maintien/vocabulary/language.hpp"

namespace maintien::io {

/// A verification as `maintien-verification/1` (docs/formats.md). The entries of a witness are those of `maintien-events/1`:
/// written to a file one by one, `maintien check` replays them.
std::string verification_json(const Verification& verification);

/// A verification for people: each flaw in a sentence, and the file that shows it, event by event.
std::string verification_text(const Verification& verification, Language language);

}  // namespace maintien::io

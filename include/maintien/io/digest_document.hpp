#pragma once
/// @file
/// A digest as a document: `maintien-digest/1`, or the lists as people read them.

#include <string>

#include "maintien/identification/digest.hpp"
#include "maintien/vocabulary/language.hpp"

namespace maintien::io {

/// A digest as `maintien-digest/1` (docs/formats.md).
std::string digest_json(const Digest& digest);

/// A digest for people: one list for each physician, what became of each visit, whom to invite.
std::string digest_text(const Digest& digest, Language language);

}  // namespace maintien::io

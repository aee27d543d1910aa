#pragma once
/// @file
/// A rehearsal of a migration as a document: `maintien-rehearsal/1`, or a page for people.

#include <iosfwd>

#include "maintien/register/rehearsal.hpp"
#include "maintien/vocabulary/language.hpp"

namespace maintien::io {

/// Writes a rehearsal as `maintien-rehearsal/1` (docs/formats.md), case by case.
void write_rehearsal_json(std::ostream& out, const Rehearsal& rehearsal);

/// Writes a rehearsal for people: how many cases map and how deadlines move, then each case that does not map, and why.
void write_rehearsal_text(std::ostream& out, const Rehearsal& rehearsal, Language language);

}  // namespace maintien::io

#pragma once
/// @file
/// What deviates from the protocol, as a document: `maintien-deviations/1`, or a list for people.

#include <iosfwd>
#include <string>

#include "maintien/pathway/deviation.hpp"
#include "maintien/vocabulary/language.hpp"

namespace maintien::io {

/// A list of deviations as `maintien-deviations/1` (docs/formats.md), sorted whatever the order of the list; `summary` has
/// the rules in the order of their bytes.
std::string deviations_json(const DeviationList& list);

/// The same, written to a stream piece by piece.
void write_deviations_json(std::ostream& out, const DeviationList& list);

/// A list of deviations for people: how many of each severity and rule, then each one with its reasons.
std::string deviations_text(const DeviationList& list, Language language);

/// The same, written to a stream piece by piece.
void write_deviations_text(std::ostream& out, const DeviationList& list, Language language);

}  // namespace maintien::io

#pragma once
/// @file
/// Protocols for people: every rule of a cell on a page.

#include <string>

#include "maintien/protocol/protocol.hpp"
#include "maintien/vocabulary/language.hpp"

namespace maintien::io {

/// What a protocol says, row by row, with its sources: for people, its layout may change.
std::string protocol_text(const Protocol& protocol, Language language);

/// A protocol on a few lines: its name and version, since when, its title, its follow-up and time limits.
std::string protocol_summary(const Protocol& protocol, Language language);

}  // namespace maintien::io

#pragma once
/// @file
/// What differs between two protocols, in words.

#include <string>

#include "maintien/protocol/protocol.hpp"
#include "maintien/vocabulary/language.hpp"

namespace maintien::io {

/// What differs between two protocols, for people: lines with - are only in the first, lines with + only in the second. Rows,
/// expected rules, time limits and targets are matched by name.
std::string protocol_difference(const Protocol& first, const Protocol& second, Language language);

}  // namespace maintien::io

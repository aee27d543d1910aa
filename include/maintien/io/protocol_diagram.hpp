#pragma once
/// @file
/// Protocols as diagrams, drawn from the very rows the engine runs.

#include <string>

#include "maintien/protocol/protocol.hpp"
#include "maintien/vocabulary/language.hpp"

namespace maintien::io {

/// The stages of a protocol and what leads from one to the next, as a Mermaid state diagram. A star marks what has conditions;
/// codes stand in brackets where few are meant. Events that leave the stage as it is are not drawn: the rows list them.
std::string protocol_mermaid(const Protocol& protocol, Language language);

/// The same in the DOT language of Graphviz.
std::string protocol_dot(const Protocol& protocol, Language language);

}  // namespace maintien::io

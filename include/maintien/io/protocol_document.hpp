#pragma once
/// @file
/// Protocols as documents: `maintien-protocol/1`, read and written.

#include <string>
#include <string_view>

#include "maintien/case/name_pool.hpp"
#include "maintien/io/source.hpp"
#include "maintien/protocol/protocol.hpp"

namespace maintien::io {

/// A protocol that was read, with the texts its rules point to; the rules live as long as it does.
struct LoadedProtocol {
    NamePool texts{};     ///< the texts of the rules
    Protocol protocol{};  ///< the rules, indexed
};

/// A protocol from its JSON text. A document with `base` says what differs from that built-in protocol: rows by `id`, whole, and
/// `"remove": true` to drop one. Whether the rules are sound is another question. Documented in docs/formats.md.
/// @throws DocumentError with every fault, each at its JSON pointer.
LoadedProtocol parse_protocol(std::string_view json, const std::string& name);

/// A protocol from a file. @throws DocumentError as `parse_protocol`, and when it cannot be read.
LoadedProtocol read_protocol(const Source& source);

/// A protocol as `maintien-protocol/1`, complete: every rule, and the rows of its base that it drops. Read again, it is the same protocol.
std::string protocol_json(const Protocol& protocol);

}  // namespace maintien::io

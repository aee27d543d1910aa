#pragma once
/// @file
/// Where a document comes from.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace maintien::io {

/// The two dialects in which events are exchanged.
enum class Dialect : std::uint8_t {
    automatic,   ///< CSV for a name ending in `.csv`, JSON Lines for `.jsonl` and `.ndjson`, else JSON Lines when the first character is `{`
    json_lines,  ///< one JSON object a line
    csv          ///< a header with the names of the attributes, one row an event
};

/// A document to read: a file, standard input, or a text already in memory.
struct Source {
    std::string name;                            ///< path of the file, `-` for standard input; in memory: what faults call it
    std::optional<std::string> text{};           ///< the document itself when it is in memory
    Dialect dialect = Dialect::automatic;        ///< how events are written in it
};

/// The dialect of a source, told by its name or else by how it begins.
Dialect dialect_of(const Source& source, std::string_view beginning);

}  // namespace maintien::io

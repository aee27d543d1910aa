#pragma once
/// @file
/// The file of rejected rows: what a service mends and sends again.

#include <iosfwd>
#include <span>
#include <string>

#include "maintien/io/events.hpp"

namespace maintien::io {

/// Writes rejected rows as CSV: `line,column,found,expected,row`, UTF-8, LF. For JSON Lines the column is the JSON pointer.
/// The file a row comes from is not named: rows follow the order in which the files were given, and lines begin anew with each.
/// Documented in docs/formats.md.
void write_rejects(std::ostream& out, std::span<const RejectedRow> rejects);

/// Writes rejected rows to a file, by way of a temporary one; `-` is standard output.
/// @throws DocumentError when the file cannot be written.
void write_rejects(const std::string& path, std::span<const RejectedRow> rejects);

}  // namespace maintien::io

#pragma once
/// @file
/// Files as a whole: read at once, or written so that nobody ever sees half of one.

#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

#include "maintien/io/source.hpp"

namespace maintien::io {

/// Writes a file: `write` fills a temporary file beside it, which takes its name when all is written and is removed
/// when `write` throws. `-` is standard output, written as it comes.
/// @throws DocumentError when the file cannot be written; what `write` throws.
void write_whole(const std::string& path, const std::function<void(std::ostream&)>& write);

/// Writes a file with this content; see above.
void write_whole(const std::string& path, std::string_view content);

/// The content of a small document: a mapping, a protocol, a template. `-` is standard input.
/// @throws DocumentError when it cannot be read, or is longer than 64 MiB.
std::string read_whole(const Source& source);

}  // namespace maintien::io

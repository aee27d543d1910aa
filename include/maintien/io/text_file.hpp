#pragma once
/// @file
/// Files as a whole: read at once, or written so that nobody ever sees half of one.

#include <functional>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

#include "maintien/io/source.hpp"

namespace maintien::io {

/// A file that is to be written.
struct FileToWrite {
    std::string path{};                          ///< where it goes, `-` for standard output
    std::function<void(std::ostream&)> write{};  ///< writes what it holds
};

/// Writes several files, or none of them: each is filled beside its name, then what cannot be renamed is written (standard output,
/// devices, pipes), and the others take their names when all of it went well. A file that is replaced leaves its permissions to the
/// new one; a link keeps pointing where it did, and the file it names is written.
/// @throws DocumentError when one cannot be written; what a `write` throws.
void write_all(std::span<const FileToWrite> files);

/// Whether two names stand for one regular file, or for one that is not there yet: the same path, a link to it.
bool is_same_file(const std::string& one, const std::string& other);

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

#pragma once
/// @file
/// Event files: registers written as CSV or as JSON Lines, as their name says.

#include <string>

#include "maintien/io/source.hpp"
#include "maintien/io/text_file.hpp"
#include "maintien/register/event_table.hpp"

namespace maintien::io {

/// The dialect in which events are written to a file: the one in which a file of that name is read, CSV for `.csv` and else JSON Lines.
Dialect dialect_for(const std::string& path);

/// A register as an event file that is to be written, in the dialect of its name; the register must outlive it. A file in CSV has a column
/// for every attribute that the register says somewhere.
/// @throws DocumentError when CSV cannot hold the register: its cells keep no blanks at the ends of a name.
FileToWrite event_file(const std::string& path, const EventTable& table);

/// Writes a register to a file in the dialect of its name, by way of a temporary one; `-` is standard output, in JSON Lines.
/// @throws DocumentError when the file cannot be written, or CSV cannot hold the register.
void write_events(const std::string& path, const EventTable& table);

}  // namespace maintien::io

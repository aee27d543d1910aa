#pragma once
// Writing registers: which dialect a file is written in.

#include <string>

#include "maintien/io/source.hpp"
#include "maintien/io/text_file.hpp"
#include "maintien/register/event_table.hpp"

namespace maintien::command {

/// The dialect in which events are written to a file: the one in which a file of that name is read.
io::Dialect dialect_for(const std::string& path);

/// A register as an event file that is to be written; the register must outlive it. @throws WrongUse when CSV cannot hold it
io::FileToWrite event_file(const std::string& path, const EventTable& table);

}  // namespace maintien::command

#pragma once
// What a command line must not say, whatever the command: nothing where a value is due, and one file for two.

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace maintien::command {

/// The words after the name of the program, the last one first, as CLI11 takes them: of `--option=` the option, then an empty value, where
/// CLI11 would take the next word for its value.
std::vector<std::string> words_of(int argc, const char* const* argv);

/// Looks at what was typed, before anything is read or written. @throws CLI::ValidationError for an option whose value is empty,
/// as a shell writes it that does not know a variable; WrongUse for two outputs on one file, or one on a file that is read.
void check_command_line(const CLI::App& program);

/// Refuses to write over a file that is read. @throws WrongUse naming both options
void keep_apart(const std::string& option, const std::string& written, const std::string& read_by, const std::vector<std::string>& read);

}  // namespace maintien::command

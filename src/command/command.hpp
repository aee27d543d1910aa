#pragma once
// The commands of the program, each in a file of its own.

#include <CLI/CLI.hpp>

namespace maintien::command {

/// What the shell is told.
enum ExitStatus : int {
    success = 0,   ///< done
    found = 1,     ///< done, and something was found that should not be there
    refused = 2    ///< not done: a document cannot be used, or the command was misspelt
};

/// Each adds one command to the program; its exit status goes to `status` when it has run.
void add_import(CLI::App& program, int& status);
void add_check(CLI::App& program, int& status);
void add_agenda(CLI::App& program, int& status);
void add_report(CLI::App& program, int& status);
void add_merge(CLI::App& program, int& status);
void add_revise(CLI::App& program, int& status);
void add_trend(CLI::App& program, int& status);
void add_case(CLI::App& program, int& status);
void add_letter(CLI::App& program, int& status);
void add_rights(CLI::App& program, int& status);
void add_protocols(CLI::App& program, int& status);
void add_protocol_show(CLI::App& program, int& status);
void add_protocol_verify(CLI::App& program, int& status);
void add_protocol_diff(CLI::App& program, int& status);
void add_simulate(CLI::App& program, int& status);
void add_digest(CLI::App& program, int& status);
void add_outreach(CLI::App& program, int& status);
void add_rehearse(CLI::App& program, int& status);
void add_conform(CLI::App& program, int& status);

/// `maintien protocol`, the group of what is done with one rule book.
CLI::App& protocol_group(CLI::App& program);

}  // namespace maintien::command

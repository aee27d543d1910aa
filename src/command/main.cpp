#include <iostream>

#include "command/command.hpp"
#include "command/command_line.hpp"
#include "command/options.hpp"
#include "maintien/version.hpp"

namespace {

using namespace maintien;

constexpr std::string_view introduction =
    "maintien follows the files of a job-retention cell: what the rules allow, what came of it, in figures with their denominators.\n"
    "\n"
    "First steps, with invented files:\n"
    "  maintien simulate --cases 1000 --seed 1 --protocol common_core -o events.jsonl\n"
    "  maintien check  events.jsonl --protocol common_core\n"
    "  maintien report events.jsonl --protocol common_core --as-of 2024-12-31\n"
    "With the spreadsheet of a cell:\n"
    "  maintien import cellule.csv --mapping cellule.mapping.json -o events.jsonl\n"
    "\n"
    "maintien COMMAND --help explains a command.";

int run(int argc, char** argv) {
    CLI::App program{std::string(introduction), "maintien"};
    int status = command::success;
    program.set_version_flag("--version", "maintien " + std::string(library_version));
    program.require_subcommand(0, 1);
    command::add_import(program, status);
    command::add_check(program, status);
    command::add_agenda(program, status);
    command::add_report(program, status);
    command::add_merge(program, status);
    command::add_revise(program, status);
    command::add_trend(program, status);
    command::add_case(program, status);
    command::add_letter(program, status);
    command::add_rights(program, status);
    command::add_protocols(program, status);
    command::add_protocol_show(program, status);
    command::add_protocol_verify(program, status);
    command::add_protocol_diff(program, status);
    command::add_simulate(program, status);
    command::add_digest(program, status);
    command::add_outreach(program, status);
    command::add_rehearse(program, status);
    command::add_conform(program, status);
    program.parse_complete_callback([&program] { command::check_command_line(program); });
    try {
        program.parse(command::words_of(argc, argv));
    } catch (const CLI::Success& asked) {  // --help, --version
        return program.exit(asked);
    } catch (const CLI::ParseError& error) {
        const auto chosen = program.get_subcommands();
        std::cerr << "maintien: " << error.what() << "\nSee maintien " << (chosen.empty() ? "" : chosen.front()->get_name() + " ") << "--help\n";
        return command::refused;
    }
    if (program.get_subcommands().empty()) {
        std::cerr << "maintien: which command?\n\n" << program.help();
        return command::refused;
    }
    return status;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const maintien::io::DocumentError& error) {
        std::cerr << error.what();
        if (const std::string_view text = error.what(); !text.empty() && text.back() != '\n') std::cerr << '\n';
    } catch (const maintien::command::WrongUse& error) {
        std::cerr << "maintien: " << error.what() << '\n';
    } catch (const std::exception& error) {
        std::cerr << "maintien: " << error.what() << '\n';
    }
    return maintien::command::refused;
}

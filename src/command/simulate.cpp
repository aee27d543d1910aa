#include <memory>

#include "command/command.hpp"
#include "command/options.hpp"
#include "command/progress.hpp"
#include "maintien/conformance/simulated_register.hpp"
#include "maintien/io/event_file.hpp"
#include "maintien/io/text_file.hpp"

namespace maintien::command {
namespace {

constexpr auto help_of_simulate = R"(Invents a register: plausible cases of nobody, to try things on.

The same cases, seed, protocol and last day give the same bytes on every machine. There are about ten events a case; they mostly
follow the protocol, in its latest version, from its first day on. About one case in ten lacks a recorded consent, a few lack their referral,
about one in a hundred breaks a rule, some workers do not answer the follow-up: as in real files. The proportions are invented, not estimated.

Example:
  maintien simulate --cases 1000 --seed 1 --protocol common_core -o events.jsonl)";

struct WantedSimulate {
    Simulation simulation{};
    ChosenProtocol protocol{};
    std::string output{};
};

void simulate(const WantedSimulate& wanted) {
    const Protocol& protocol = latest(wanted.protocol.versions);
    if (wanted.simulation.until < protocol.valid_from)
        throw WrongUse("--until " + iso(wanted.simulation.until) + " is before the first day of " + wanted.protocol.name + ", " + iso(protocol.valid_from));
    const auto dialect = io::dialect_for(wanted.output);
    ProgressBar bar("inventing");
    const auto write = [&](std::ostream& out) {
        write_simulated_register(out, protocol, wanted.simulation, dialect, [&](std::uint64_t done) { bar.show(done, wanted.simulation.cases); });
    };
    std::ios::sync_with_stdio(false);
    io::write_whole(wanted.output, write);
}

}  // namespace

void add_simulate(CLI::App& program, int&) {
    auto* command = program.add_subcommand("simulate", "invent a register to try things on");
    auto wanted = std::make_shared<WantedSimulate>();
    command->footer(help_of_simulate);
    add_number(*command, "--cases", wanted->simulation.cases, 1, most_simulated_cases, "how many cases")->type_name("N")->required();
    add_number(*command, "--seed", wanted->simulation.seed, 0, UINT64_MAX, "which of the many registers: any whole number")->type_name("S")->required();
    add_protocol(*command, wanted->protocol);
    add_day(*command, "--until", wanted->simulation.until, "the day of the extraction (2024-12-31)");
    command->add_option("-o,--output", wanted->output, "where the events go: .jsonl, or .csv; - is standard output")->type_name("FILE")->required();
    add_threads(*command, wanted->simulation.threads);
    command->callback([wanted] { simulate(*wanted); });
}

}  // namespace maintien::command

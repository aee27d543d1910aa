#include <memory>

#include "command/command.hpp"
#include "command/options.hpp"
#include "command/progress.hpp"
#include "maintien/conformance/simulated_register.hpp"
#include "maintien/io/text_file.hpp"

namespace maintien::command {
namespace {

constexpr auto help = R"(Invents a register: plausible cases of nobody, to try things on.

The same cases, seed, protocol and last day give the same bytes on every machine. There are about ten events a case; they mostly
follow the protocol, from its first day on. About one case in ten lacks a recorded consent, a few lack their referral,
about one in a hundred breaks a rule, some workers do not answer the follow-up: as in real files. The proportions are invented, not estimated.

Example:
  maintien simulate --cases 1000 --seed 1 --protocol common_core -o events.jsonl)";

struct Wanted {
    Simulation simulation{};
    const Protocol* protocol = nullptr;
    std::string protocol_name{}, output{};
};

bool is_csv(std::string_view path) { return path.ends_with(".csv") || path.ends_with(".CSV"); }

void simulate(const Wanted& wanted) {
    if (wanted.simulation.until < wanted.protocol->valid_from)
        throw WrongUse("--until " + iso(wanted.simulation.until) + " is before the first day of " + wanted.protocol_name + ", " + iso(wanted.protocol->valid_from));
    const auto dialect = is_csv(wanted.output) ? io::Dialect::csv : io::Dialect::json_lines;
    Progress progress(wanted.simulation.cases);
    const auto write = [&](std::ostream& out) {
        write_simulated_register(out, *wanted.protocol, wanted.simulation, dialect, [&](std::uint64_t done) { progress.show(done); });
    };
    if (wanted.output == "-") write_result(write);
    else io::write_whole(wanted.output, write);
}

}  // namespace

void add_simulate(CLI::App& program, int&) {
    auto* command = program.add_subcommand("simulate", "invent a register to try things on");
    auto wanted = std::make_shared<Wanted>();
    command->footer(help);
    command->add_option("--cases", wanted->simulation.cases, "how many cases")->type_name("N")->required()->check(CLI::Range(std::uint64_t{1}, most_simulated_cases));
    command->add_option("--seed", wanted->simulation.seed, "which of the many registers: any whole number")->type_name("S")->required();
    add_protocol(*command, wanted->protocol, wanted->protocol_name);
    add_day(*command, "--until", wanted->simulation.until, "the day of the extraction (2024-12-31)");
    command->add_option("-o,--output", wanted->output, "where the events go: .jsonl, or .csv; - is standard output")->type_name("FILE")->required();
    add_threads(*command, wanted->simulation.threads);
    command->callback([wanted] { simulate(*wanted); });
}

}  // namespace maintien::command

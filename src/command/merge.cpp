#include <memory>

#include "command/command.hpp"
#include "command/options.hpp"
#include "maintien/io/state_document.hpp"
#include "maintien/io/text_file.hpp"

namespace maintien::command {
namespace {

constexpr auto help_of_merge = R"(Adds up the integers behind reports, written by report --partial or by merge itself: of several services, or of the parts
of one. The order does not matter, and cases counted twice are refused. The states must answer the same question: protocol,
--as-of, --known-on, --from, --to, --by, --level, --interval. A complete set of parts becomes one source.

Whether two services know the same person is not in the states: distinct persons and re-referrals of several services together
are not given.

Example:
  maintien report a.jsonl --protocol common_core --as-of 2024-12-31 --from 2024-01-01 --partial a.json
  maintien report b.jsonl --protocol common_core --as-of 2024-12-31 --from 2024-01-01 --partial b.json
  maintien merge a.json b.json -o all.json
  maintien report --from-state all.json)";

struct WantedMerge {
    std::vector<std::string> paths{};
    std::string output = "-";
};

void merge_files(const WantedMerge& wanted) {
    auto all = io::read_state({.name = wanted.paths.front()});
    for (std::size_t i = 1; i < wanted.paths.size(); ++i) {
        const auto& into = i == 1 ? wanted.paths.front() : "the files before it";
        io::merge_loaded(all, io::read_state({.name = wanted.paths[i]}), into, wanted.paths[i]);
    }
    const auto text = io::state_json(all.state);
    io::write_whole(wanted.output, text);
}

}  // namespace

void add_merge(CLI::App& program, int&) {
    auto* command = program.add_subcommand("merge", "add up figures of several services without their cases");
    auto wanted = std::make_shared<WantedMerge>();
    command->footer(help_of_merge);
    command->add_option("STATES", wanted->paths, "states written by report --partial or by merge; - is standard input")->type_name("")->required();
    command->add_option("-o,--output", wanted->output, "where the sum goes (standard output)")->type_name("FILE");
    command->callback([wanted] { merge_files(*wanted); });
}

}  // namespace maintien::command

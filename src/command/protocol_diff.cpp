#include <memory>
#include <ostream>

#include "command/command.hpp"
#include "command/options.hpp"
#include "maintien/io/protocol_difference.hpp"

namespace maintien::command {
namespace {

constexpr auto help_of_protocol_diff = R"(Says in words what differs between two rule books: rules, conditions, time limits, team, follow-up and the rest.

Lines with - are only in the first, lines with + only in the second. A name without version means its latest one.

Example:
  maintien protocol diff ast_btp_ain/1 ast_btp_ain/2 --lang en)";

struct WantedProtocolDiff {
    ChosenProtocol first{}, second{};
    Language language = Language::fr;
};

}  // namespace

void add_protocol_diff(CLI::App& program, int&) {
    auto* command = protocol_group(program).add_subcommand("diff", "what differs between two rule books");
    auto wanted = std::make_shared<WantedProtocolDiff>();
    command->footer(help_of_protocol_diff);
    add_protocol(*command, wanted->first, "P");
    add_protocol(*command, wanted->second, "Q");
    add_language(*command, wanted->language);
    command->callback([wanted] {
        write_result([&](std::ostream& out) {
            out << io::protocol_difference(latest(wanted->first.versions), latest(wanted->second.versions), wanted->language);
        });
    });
}

}  // namespace maintien::command

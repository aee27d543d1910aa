#include <memory>
#include <ostream>

#include "command/command.hpp"
#include "command/options.hpp"
#include "maintien/io/protocol_text.hpp"
#include "maintien/protocol/built_in/all.hpp"

namespace maintien::command {
namespace {

constexpr auto help_of_protocols = R"(Lists the protocols that come with the program: the rule books of the cells they were made for.

Of a name with several versions, each episode is read under the one in force on its referral day; NAME/VERSION applies to all.

Example:
  maintien protocols --lang en)";

}  // namespace

void add_protocols(CLI::App& program, int&) {
    auto* command = program.add_subcommand("protocols", "list the built-in protocols");
    auto language = std::make_shared<Language>(Language::fr);
    command->footer(help_of_protocols);
    add_language(*command, *language);
    command->callback([language] {
        write_result([&](std::ostream& out) {
            for (const auto* protocol : built_in_protocols) out << io::protocol_summary(*protocol, *language);
        });
    });
}

}  // namespace maintien::command

#include <memory>
#include <ostream>

#include "command/command.hpp"
#include "command/options.hpp"
#include "maintien/io/protocol_diagram.hpp"
#include "maintien/io/protocol_text.hpp"

namespace maintien::command {
namespace {

constexpr auto help_of_protocol_show = R"(Shows a rule book: as text, as a document (json) to start one's own from, or as a diagram (mermaid, dot).

A name without version shows its latest one.

Examples:
  maintien protocol show ast_btp_ain/1 --lang en
  maintien protocol show common_core --format json > our_cell.json
  maintien protocol show aist63_cme --format dot)";

struct WantedProtocolShow {
    ChosenProtocol protocol{};
    std::string format = "text";
    Language language = Language::fr;
};

std::string shown(const WantedProtocolShow& wanted) {
    const auto& protocol = latest(wanted.protocol.versions);
    if (wanted.format == "json") return io::protocol_json(protocol);
    if (wanted.format == "mermaid") return io::protocol_mermaid(protocol, wanted.language);
    if (wanted.format == "dot") return io::protocol_dot(protocol, wanted.language);
    return io::protocol_text(protocol, wanted.language);
}

}  // namespace

CLI::App& protocol_group(CLI::App& program) {
    const auto there = program.get_subcommands([](const CLI::App* command) { return command->get_name() == "protocol"; });
    if (!there.empty()) return *there.front();
    auto* group = program.add_subcommand("protocol", "look at a rule book");
    group->require_subcommand(1);
    group->footer("Example:\n  maintien protocol show common_core");
    return *group;
}

void add_protocol_show(CLI::App& program, int&) {
    auto* command = protocol_group(program).add_subcommand("show", "a rule book as text, document or diagram");
    auto wanted = std::make_shared<WantedProtocolShow>();
    command->footer(help_of_protocol_show);
    add_protocol(*command, wanted->protocol, "P");
    command->add_option("--format", wanted->format, "how it is shown (text)")->type_name("text|json|mermaid|dot")->check([](const std::string& text) {
        const bool good = text == "text" || text == "json" || text == "mermaid" || text == "dot";
        return good ? std::string() : "found " + json_string(text) + ", expected text, json, mermaid or dot";
    });
    add_language(*command, wanted->language);
    command->callback([wanted] { write_result([&](std::ostream& out) { out << shown(*wanted); }); });
}

}  // namespace maintien::command

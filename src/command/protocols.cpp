#include <memory>
#include <ostream>

#include "command/command.hpp"
#include "command/options.hpp"
#include "maintien/protocol/built_in/all.hpp"

namespace maintien::command {
namespace {

constexpr auto help = R"(Lists the protocols that come with the program: the rule books of the cells they were made for.

Example:
  maintien protocols --lang en)";

/// The words around a protocol, in one language.
struct Words {
    std::string_view since, follow_up, months, no_limit;
    std::array<std::string_view, 3> units;
};
constexpr Words french{"depuis le ", "suivi à ", " mois", "aucune échéance", {" jours", " mois", " jours ouvrables"}};
constexpr Words english{"since ", "follow-up at ", " months", "no time limit", {" days", " months", " working days"}};

void write_protocol(std::ostream& out, const Protocol& protocol, Language language) {
    const Words& words = language == Language::fr ? french : english;
    out << protocol.name << '/' << protocol.version << "  " << words.since << iso(protocol.valid_from) << (known(protocol.valid_until) ? " → " + iso(protocol.valid_until) : "") << "\n  " << in_language(protocol.title, language) << "\n  " << words.follow_up;
    for (std::size_t i = 0; i < protocol.follow_up.horizons.size(); ++i) out << (i > 0 ? ", " : "") << protocol.follow_up.horizons[i];
    out << words.months << '\n';
    if (protocol.time_limits.empty()) out << "  " << words.no_limit << '\n';
    for (const auto& limit : protocol.time_limits)
        out << "  " << in_language(limit.title, language) << (language == Language::fr ? " : " : ": ") << limit.length << words.units[static_cast<std::size_t>(limit.unit)] << '\n';
}

}  // namespace

void add_protocols(CLI::App& program, int&) {
    auto* command = program.add_subcommand("protocols", "list the built-in protocols");
    auto language = std::make_shared<Language>(Language::fr);
    command->footer(help);
    add_language(*command, *language);
    command->callback([language] {
        write_result([&](std::ostream& out) {
            for (const auto* protocol : built_in_protocols) write_protocol(out, *protocol, *language);
        });
    });
}

}  // namespace maintien::command

#include <memory>
#include <ostream>

#include "command/command.hpp"
#include "command/options.hpp"
#include "maintien/io/verification_document.hpp"
#include "maintien/protocol/built_in/all.hpp"

namespace maintien::command {
namespace {

constexpr auto help_of_protocol_verify = R"(Verifies a rule book: that it is sound, and that it refines its base where it has one.

Sound: an episode can begin, every stage can be reached, no path ends in a dead end, no two rules match one event,
every condition can hold, every time limit can be met, and nobody outside learns anything without the worker's consent.
A variant refines its base when each of its paths is one of the base's, under the same consents and time limits,
except for the rules it names under relaxes, with the reason. Each flaw comes with a short file that shows it.

Exit status: 0 it holds, 1 it does not, 2 it cannot be read.

Example:
  maintien protocol verify our_cell.json --lang en)";

struct WantedProtocolVerify {
    ChosenProtocol protocol{};
    Format format = Format::text;
    Language language = Language::fr;
};

int verify(const WantedProtocolVerify& wanted) {
    const Protocol& protocol = latest(wanted.protocol.versions);
    const Protocol* base = protocol.base.empty() ? nullptr : built_in_protocol(protocol.base);
    const Verification verification = verified(protocol, base);
    write_result([&](std::ostream& out) {
        out << (wanted.format == Format::json ? io::verification_json(verification) : io::verification_text(verification, wanted.language));
    });
    return verification.holds() ? success : found;
}

}  // namespace

void add_protocol_verify(CLI::App& program, int& status) {
    auto* command = protocol_group(program).add_subcommand("verify", "whether a rule book is sound and refines its base");
    auto wanted = std::make_shared<WantedProtocolVerify>();
    command->footer(help_of_protocol_verify);
    add_protocol(*command, wanted->protocol, "P");
    add_format(*command, wanted->format, {Format::text, Format::json});
    add_language(*command, wanted->language);
    command->callback([wanted, &status] { status = verify(*wanted); });
}

}  // namespace maintien::command

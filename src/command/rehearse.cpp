#include <algorithm>
#include <memory>

#include "command/command.hpp"
#include "command/options.hpp"
#include "maintien/io/rehearsal_document.hpp"

namespace maintien::command {
namespace {

constexpr auto help_of_rehearse = R"(Rehearses the migration of a register from one protocol to another, without touching it: which cases map, which
do not and why (an episode at another stage or at one the other protocol does not know, an event that becomes a deviation),
and how each deadline moves.

Exit status: 0 when every case maps, 1 when some do not, 2 when a file cannot be read.

Example:
  maintien rehearse events.jsonl --from-protocol common_core --to-protocol aist43_cme --as-of 2024-12-31 --lang en)";

struct WantedRehearse {
    EventFiles files{};
    ChosenProtocol from{}, to{};
    Day as_of{};
    Format format = Format::text;
    Language language = Language::fr;
    unsigned threads = 0;
};

int rehearse_files(const WantedRehearse& wanted) {
    const auto events = read_event_files(wanted.files, wanted.threads);
    auto rehearsal = rehearse(events.table, wanted.from.versions, wanted.to.versions, wanted.as_of, wanted.threads);
    rehearsal.from_protocol = wanted.from.name;
    rehearsal.to_protocol = wanted.to.name;
    write_result([&](std::ostream& out) {
        if (wanted.format == Format::json) io::write_rehearsal_json(out, rehearsal);
        else io::write_rehearsal_text(out, rehearsal, wanted.language);
    }, rejects_of(events, wanted.files.rejects));
    return std::all_of(rehearsal.cases.begin(), rehearsal.cases.end(), maps) ? success : found;
}

}  // namespace

void add_rehearse(CLI::App& program, int& status) {
    auto* command = program.add_subcommand("rehearse", "see what a change of protocol does to each case");
    auto wanted = std::make_shared<WantedRehearse>();
    command->footer(help_of_rehearse);
    add_event_files(*command, wanted->files);
    add_protocol(*command, wanted->from, "--from-protocol");
    add_protocol(*command, wanted->to, "--to-protocol");
    add_day(*command, "--as-of", wanted->as_of, "the day looked at")->required();
    add_format(*command, wanted->format, {Format::text, Format::json});
    add_language(*command, wanted->language);
    add_threads(*command, wanted->threads);
    command->callback([wanted, &status] { status = rehearse_files(*wanted); });
}

}  // namespace maintien::command

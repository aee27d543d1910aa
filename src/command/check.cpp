#include <algorithm>
#include <memory>

#include "command/command.hpp"
#include "command/options.hpp"
#include "command/progress.hpp"
#include "maintien/io/deviations_document.hpp"
#include "maintien/register/check.hpp"

namespace maintien::command {
namespace {

constexpr auto help_of_check = R"(Replays every case and lists the events that the protocol would not have allowed, with the reasons.

A violation broke a rule; unrecorded means that a fact the rule needs, such as a consent, is not in the file;
a note that something usually done was not.
Exit status: 0 without violation, 1 with some, 2 when a file cannot be read.

Example:
  maintien check events.jsonl --protocol aist43_cme --lang en)";

struct WantedCheck {
    EventFiles files{};
    ChosenProtocol protocol{};
    Day as_of{};
    Format format = Format::text;
    Language language = Language::fr;
    unsigned threads = 0;
};

int check_files(const WantedCheck& wanted) {
    const auto events = read_event_files(wanted.files, wanted.threads);
    const Day day = known(wanted.as_of) ? wanted.as_of : latest_day(events.table);
    auto list = with_progress("checking", [&](const auto& progress) { return check(events.table, wanted.protocol.versions, day, wanted.threads, progress); });
    list.protocol = wanted.protocol.name;
    write_result([&](std::ostream& out) {
        if (wanted.format == Format::json) io::write_deviations_json(out, list);
        else io::write_deviations_text(out, list, wanted.language);
    }, rejects_of(events, wanted.files.rejects));
    const bool broken = std::any_of(list.deviations.begin(), list.deviations.end(), [](const Deviation& one) { return one.severity == Severity::violation; });
    return broken ? found : success;
}

}  // namespace

void add_check(CLI::App& program, int& status) {
    auto* command = program.add_subcommand("check", "list what in the files deviates from the protocol");
    auto wanted = std::make_shared<WantedCheck>();
    command->footer(help_of_check);
    add_event_files(*command, wanted->files);
    add_protocol(*command, wanted->protocol);
    add_day(*command, "--as-of", wanted->as_of, "the day looked at (the latest in the files)");
    add_format(*command, wanted->format, {Format::text, Format::json});
    add_language(*command, wanted->language);
    add_threads(*command, wanted->threads);
    command->callback([wanted, &status] { status = check_files(*wanted); });
}

}  // namespace maintien::command

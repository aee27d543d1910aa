#include <iostream>
#include <memory>
#include <ostream>

#include "command/command.hpp"
#include "command/options.hpp"
#include "maintien/io/digest_document.hpp"
#include "maintien/io/visits.hpp"
#include "maintien/protocol/built_in/common_core.hpp"
#include "maintien/register/worker_referrals.hpp"

namespace maintien::command {
namespace {

constexpr auto help_of_digest = R"(Lists, for each physician, his pre-return visits and the long absences since the last digest day.

Digests are sent on the days a protocol names, on the 1st and the 16th without one. A visit whose worker was referred to the cell since is marked, once the events are
given; so is a worker who already has an open file, and an absent one who is to be invited to a pre-return visit.

Example:
  maintien digest visits.csv --on 2024-03-16 --events events.jsonl --lang en)";

struct WantedDigest {
    std::string visits{};
    EventFiles events{};
    Day on{};
    std::string protocol{};
    Format format = Format::text;
    Language language = Language::fr;
};

/// The events of the cell, when they are given.
std::optional<io::ReadResult> events_of(const WantedDigest& wanted) {
    if (wanted.events.paths.empty() && !wanted.events.rejects.empty()) throw WrongUse("--rejects needs --events");
    if (wanted.events.paths.empty()) return std::nullopt;
    return read_event_files(wanted.events, 0);
}

std::optional<std::vector<WorkerReferral>> referrals_of(const std::optional<io::ReadResult>& events, Day day) {
    if (!events) return std::nullopt;
    // When an episode begins and ends is the same under every protocol.
    return worker_referrals(events->table, common_core, day);
}

/// The days of the version of the protocol in force on the day of the digest, or the usual ones without a protocol.
DigestDays days_of(const WantedDigest& wanted) {
    if (wanted.protocol.empty()) return twice_a_month;
    const auto chosen = protocol_called(wanted.protocol, "--protocol");
    const DigestDays days = version_on(chosen.versions, wanted.on).digest_days;
    if (days.empty()) throw WrongUse("--protocol: " + wanted.protocol + " names no digest days; without it they are the 1st and the 16th");
    return days;
}

void write_digest(const WantedDigest& wanted) {
    const auto days = days_of(wanted);
    const auto list = io::read_visits({.name = wanted.visits});
    if (list.skipped_empty_rows != 0) std::cerr << "maintien: " << wanted.visits << ": " << list.skipped_empty_rows << (list.skipped_empty_rows == 1 ? " empty row" : " empty rows") << " skipped\n";
    const auto events = events_of(wanted);
    const auto digest = make_digest(list.visits, referrals_of(events, wanted.on), days, wanted.on);
    auto beside = events ? rejects_of(*events, wanted.events.rejects) : std::vector<io::FileToWrite>{};
    write_result([&](std::ostream& out) { out << (wanted.format == Format::json ? io::digest_json(digest) : io::digest_text(digest, wanted.language)); }, std::move(beside));
}

}  // namespace

void add_digest(CLI::App& program, int&) {
    auto* command = program.add_subcommand("digest", "list for each physician the visits since the last digest day");
    auto wanted = std::make_shared<WantedDigest>();
    command->footer(help_of_digest);
    command->add_option("VISITS", wanted->visits, "the visits of the service, as CSV; - is standard input")->type_name("")->required();
    add_day(*command, "--on", wanted->on, "the day of the digest")->required();
    command->add_option("--events", wanted->events.paths, "the events of the cell, by which referrals are recognised; may be repeated")->type_name("EVENTS")->allow_extra_args(false);
    add_rejects(*command, wanted->events.rejects);
    command->add_option("--protocol", wanted->protocol, "the rule book that names the digest days (the 1st and the 16th)")->type_name("P");
    add_format(*command, wanted->format, {Format::text, Format::json});
    add_language(*command, wanted->language);
    command->callback([wanted] { write_digest(*wanted); });
}

}  // namespace maintien::command

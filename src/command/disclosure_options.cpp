#include "command/disclosure_options.hpp"

#include <filesystem>
#include <iostream>

#include "command/options.hpp"
#include "maintien/io/audit_document.hpp"
#include "maintien/io/ledger_document.hpp"
#include "maintien/io/text_file.hpp"

namespace maintien::command {

namespace {

std::int64_t least_count(const DisclosureOptions& options) { return options.to_the_public ? public_min_count : options.min_count; }

/// The releases of a ledger; a file that is not there yet is an empty one.
std::vector<Release> releases_in(const std::string& path) {
    if (path.empty() || !std::filesystem::exists(path)) return {};
    return io::read_ledger(io::read_whole({.name = path}), path);
}

/// The releases that speak of the same things, counted again.
std::vector<EarlierRelease> earlier_releases(const std::vector<Release>& releases, const CountedReport& counted,
                                             const std::function<CountedReport(const ReportQuestion&)>& count_again) {
    std::vector<EarlierRelease> earlier;
    for (const auto& release : releases)
        if (is_linked(release, counted.report)) earlier.push_back({&release, count_again(release.question)});
    return earlier;
}

}  // namespace

void add_disclosure(CLI::App& command, DisclosureOptions& options) {
    auto* least = add_number(command, "--min-count", options.min_count, 1, 1'000'000, "hide numbers of people below K, and what would tell them (1: nothing)");
    least->type_name("K");
    command.add_flag("--public", options.to_the_public, "hide what may not leave the service: --min-count " + std::to_string(public_min_count))->excludes(least);
    command.add_option("--ledger", options.ledger, "what was published before: taken into account, and added to")->type_name("FILE");
    command.add_option("--audit", options.audit, "write what was hidden and why, for the service alone")->type_name("FILE");
}

bool is_controlled(const DisclosureOptions& options) { return least_count(options) > 1; }

void check_disclosure(const DisclosureOptions& options, bool explains) {
    if (!is_controlled(options) && !options.ledger.empty()) throw WrongUse("--ledger goes with --min-count or --public: nothing is hidden without them");
    if (!is_controlled(options) && !options.audit.empty()) throw WrongUse("--audit goes with --min-count or --public: nothing is hidden without them");
    if (is_controlled(options) && explains) throw WrongUse("--explain cannot go with --min-count or --public: it lists the cases behind a figure, which stay in the service");
}

void publish_report(const DisclosureOptions& options, const CountedReport& counted, const std::function<CountedReport(const ReportQuestion&)>& count_again,
                    const std::function<void(const Report&, std::vector<io::FileToWrite>)>& publish) {
    auto releases = releases_in(options.ledger);
    const auto result = controlled(counted, least_count(options), earlier_releases(releases, counted, count_again));
    if (result.audit.stale > 0) std::cerr << result.audit.stale << " figures published before are no longer those of the register and were left aside\n";
    if (result.audit.given_away > 0) std::cerr << result.audit.given_away << " small numbers cannot be protected any more: see --audit\n";
    std::vector<io::FileToWrite> files;
    if (!options.audit.empty()) files.push_back({options.audit, [&](std::ostream& out) { out << io::audit_json(counted, result.audit); }});
    releases.push_back(io::release_of(result.report, counted.state.by));
    if (!options.ledger.empty()) files.push_back({options.ledger, [&](std::ostream& out) { out << io::ledger_json(releases); }});
    publish(result.report, std::move(files));
}

}  // namespace maintien::command

#pragma once
// What may leave a service: the options of a report that is published.

#include <CLI/CLI.hpp>

#include <functional>
#include <string>
#include <vector>

#include "maintien/disclosure/release.hpp"
#include "maintien/io/text_file.hpp"

namespace maintien::command {

/// What a report must keep to itself.
struct DisclosureOptions {
    std::int64_t min_count = 1;  ///< the least count shown; 1 hides nothing
    bool to_the_public = false;  ///< the usual least count for the public
    std::string ledger{};        ///< the file of what was published before
    std::string audit{};         ///< the file of what was hidden, for the service alone
};

/// `--min-count K`, `--public`, `--ledger FILE`, `--audit FILE`.
void add_disclosure(CLI::App& command, DisclosureOptions& options);
/// Whether anything has to be hidden.
bool is_controlled(const DisclosureOptions& options);
/// What is wrong with the options as a whole. @throws WrongUse
void check_disclosure(const DisclosureOptions& options, bool explains);
/// The report that may be published; `count_again` makes the report of an earlier question. `publish` is given the report, and
/// the audit and the ledger with the release in it, to be written with it.
void publish_report(const DisclosureOptions& options, const CountedReport& counted, const std::function<CountedReport(const ReportQuestion&)>& count_again,
                    const std::function<void(const Report&, std::vector<io::FileToWrite>)>& publish);

}  // namespace maintien::command

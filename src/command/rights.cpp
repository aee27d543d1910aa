#include <iostream>
#include <memory>

#include "command/case_choice.hpp"
#include "command/command.hpp"
#include "maintien/io/event_file.hpp"
#include "maintien/io/rights_document.hpp"
#include "maintien/io/text_file.hpp"
#include "maintien/register/check.hpp"

namespace maintien::command {
namespace {

constexpr auto help_of_rights = R"(What a person may ask of the files. The person is named by one case: all cases of the same worker in the same service
go with it (same pseudonym, or linked cases).

export  everything recorded about the person, as JSON: for access and for portability.
erase   the register without the person's files, as events, and a tombstone that says what was erased, what the law
        keeps, until when and why. Medical items (visits, opinions of unfitness, what only the physician and the
        worker may know) stay 40 years after the last visit, at most 10 years after death (R4624-45-9).

Rectification is an amendment in the event file; objection and withdrawal are consent events. The files read are not
changed: put the new register in their place yourself, in backups too.

Examples:
  maintien rights export events.jsonl --case 2026-014 > person.json
  maintien rights erase events.jsonl --case 2026-014 -o rest.jsonl > tombstone.json)";

struct WantedRights {
    EventFiles files{};
    CaseChoice choice{};
    Day as_of{};
    std::string output = "-", tombstone{};
};

/// The register and the person's cases in it.
struct Asked {
    io::ReadResult events;
    std::vector<CaseIndex> cases;
    Day day;
};

Asked asked_of(const WantedRights& wanted) {
    Asked asked{read_event_files(wanted.files, 0), {}, wanted.as_of};
    asked.cases = cases_of_person(asked.events.table, require_case(asked.events.table, wanted.choice));
    if (!known(asked.day)) asked.day = latest_day(asked.events.table);
    return asked;
}

void export_person(const WantedRights& wanted) {
    const auto asked = asked_of(wanted);
    std::vector<CaseFile> files;
    for (const auto index : asked.cases) files.push_back(case_file_of(asked.events.table, index));
    const auto text = io::person_json(files, asked.day);
    write_result([&](std::ostream& out) { out << text; }, rejects_of(asked.events, wanted.files.rejects));
}

void erase_person(const WantedRights& wanted) {
    const auto asked = asked_of(wanted);
    const auto erasure = erased(asked.events.table, asked.cases, asked.day);
    const auto tombstones = io::tombstones_json(erasure.tombstones);
    const bool beside_errors = wanted.tombstone.empty() && wanted.output == "-";
    auto files = rejects_of(asked.events, wanted.files.rejects);
    files.push_back(io::event_file(wanted.output, erasure.rest));
    if (!beside_errors) files.push_back({wanted.tombstone.empty() ? "-" : wanted.tombstone, [&](std::ostream& out) { out << tombstones; }});
    io::write_all(files);
    if (beside_errors) std::cerr << tombstones;
}

CLI::App* add_act(CLI::App& command, const std::string& name, const std::string& about, WantedRights& wanted) {
    auto* act = command.add_subcommand(name, about);
    add_event_files(*act, wanted.files);
    add_case_choice(*act, wanted.choice);
    add_day(*act, "--as-of", wanted.as_of, "the day of the request: what the law still keeps then (the latest in the files)");
    return act;
}

}  // namespace

void add_rights(CLI::App& program, int&) {
    auto* command = program.add_subcommand("rights", "a person's file, or the register without it");
    auto wanted = std::make_shared<WantedRights>();
    command->footer(help_of_rights);
    command->require_subcommand(1);
    add_act(*command, "export", "everything recorded about a person, as JSON", *wanted)->callback([wanted] { export_person(*wanted); });
    auto* erase = add_act(*command, "erase", "the register without a person's files, with a tombstone", *wanted);
    erase->add_option("-o,--output", wanted->output, "where the register goes: .jsonl, or .csv (standard output, as JSON Lines)")->type_name("FILE");
    erase->add_option("--tombstone", wanted->tombstone, "where the tombstone goes (standard output, or standard error when the register goes there)")->type_name("FILE");
    erase->callback([wanted] { erase_person(*wanted); });
}

}  // namespace maintien::command

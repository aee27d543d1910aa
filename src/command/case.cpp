#include <memory>

#include "command/case_choice.hpp"
#include "command/command.hpp"
#include "maintien/io/case_document.hpp"
#include "maintien/io/view_document.hpp"

namespace maintien::command {
namespace {

constexpr auto help_of_case = R"(One case on a day: its stage and milestones, consents, history, what can happen next, what cannot and why.

--audience gives what one reader may see instead: employer, partner (--partner names one), cell, physician, worker,
statistician or public. What he may not see is absent; of a case with nothing for the employer, a partner or the public
not even its number is shown, as if there were none; so it is when several services have that number and none is named.

Examples:
  maintien case events.jsonl --case 2026-014 --protocol common_core --as-of 2026-03-02
  maintien case events.jsonl --case 2026-014 --protocol common_core --as-of 2026-03-02 --audience employer --format json)";

struct WantedCase {
    EventFiles files{};
    CaseChoice choice{};
    ChosenProtocol protocol{};
    Day as_of{};
    std::optional<AudienceRole> audience{};
    std::optional<Partner> partner{};
    Format format = Format::text;
    Language language = Language::fr;
};

/// The view of a reader; to one outside, a case that is not there is no different from one of which nothing is for him.
std::string view_for(const WantedCase& wanted, const EventTable& table) {
    const Reader reader{*wanted.audience, wanted.partner};
    const auto index = stands_outside(reader.audience) ? find_case(table, wanted.choice) : require_case(table, wanted.choice);
    const auto view = view_of(index ? case_file_of(table, *index) : CaseFile{}, reader, wanted.protocol.versions, wanted.as_of);
    return wanted.format == Format::json ? io::view_json(view) : io::view_text(view, wanted.language);
}

std::string whole_case(const WantedCase& wanted, const EventTable& table) {
    const auto account = io::account_of(case_file_of(table, require_case(table, wanted.choice)), wanted.protocol.versions, wanted.as_of);
    return wanted.format == Format::json ? io::case_json(account) : io::case_text(account, wanted.language);
}

void show_case(const WantedCase& wanted) {
    if (wanted.partner && wanted.audience != AudienceRole::partner) throw WrongUse("--partner goes with --audience partner");
    const auto events = read_event_files(wanted.files, 0);
    const auto text = wanted.audience ? view_for(wanted, events.table) : whole_case(wanted, events.table);
    write_result([&](std::ostream& out) { out << text; }, rejects_of(events, wanted.files.rejects));
}

}  // namespace

void add_case(CLI::App& program, int&) {
    auto* command = program.add_subcommand("case", "one case: stage, history, what can happen next and what not");
    auto wanted = std::make_shared<WantedCase>();
    command->footer(help_of_case);
    add_event_files(*command, wanted->files);
    add_case_choice(*command, wanted->choice);
    add_protocol(*command, wanted->protocol);
    add_day(*command, "--as-of", wanted->as_of, "the day looked at: what comes later is not shown")->required();
    add_code<AudienceRole>(*command, "--audience", "show what this reader may see instead", [wanted](AudienceRole role) { wanted->audience = role; })->type_name("A");
    add_code<Partner>(*command, "--partner", "which partner looks, with --audience partner", [wanted](Partner partner) { wanted->partner = partner; })->type_name("CODE");
    add_format(*command, wanted->format, {Format::text, Format::json});
    add_language(*command, wanted->language);
    command->callback([wanted] { show_case(*wanted); });
}

}  // namespace maintien::command

#include <memory>
#include <ostream>

#include "command/command.hpp"
#include "command/options.hpp"
#include "maintien/io/outreach.hpp"
#include "maintien/io/outreach_document.hpp"

namespace maintien::command {
namespace {

constexpr auto help_of_outreach = R"(Counts the collective actions of a period: how many, for how many people of which kind, with the documents
that prove it, and lists what was changed about them, when and why.

Example:
  maintien outreach actions.jsonl --from 2024-01-01 --to 2024-12-31 --lang en)";

struct WantedOutreach {
    std::string actions{};
    Period period{};
    Format format = Format::text;
    Language language = Language::fr;
};

void write_outreach(const WantedOutreach& wanted) {
    if (wanted.period.to < wanted.period.from) throw WrongUse("--to " + iso(wanted.period.to) + " lies before --from " + iso(wanted.period.from));
    const auto report = make_outreach_report(io::read_outreach({.name = wanted.actions}), wanted.period);
    write_result([&](std::ostream& out) {
        if (wanted.format == Format::json) out << io::outreach_json(report);
        else if (wanted.format == Format::csv) out << io::outreach_csv(report);
        else out << io::outreach_text(report, wanted.language);
    });
}

}  // namespace

void add_outreach(CLI::App& program, int&) {
    auto* command = program.add_subcommand("outreach", "count collective actions and those who took part");
    auto wanted = std::make_shared<WantedOutreach>();
    command->footer(help_of_outreach);
    command->add_option("ACTIONS", wanted->actions, "the collective actions (maintien-outreach/1); - is standard input")->type_name("")->required();
    add_day(*command, "--from", wanted->period.from, "first day of the period")->required();
    add_day(*command, "--to", wanted->period.to, "last day of the period")->required();
    add_format(*command, wanted->format, {Format::text, Format::json, Format::csv});
    add_language(*command, wanted->language);
    command->callback([wanted] { write_outreach(*wanted); });
}

}  // namespace maintien::command

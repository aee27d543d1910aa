#include <memory>

#include "command/command.hpp"
#include "command/options.hpp"
#include "maintien/indicators/target_progress.hpp"
#include "maintien/io/agenda_document.hpp"
#include "maintien/register/agenda.hpp"

namespace maintien::command {
namespace {

constexpr auto help_of_agenda = R"(Lists what is to be done as of a day: appointments by centre, workers to ring, steps that are owed, what ends, visits, relays,
follow-ups, dormant files, and the team's caseload, duplicates and targets. Each line says how its day was worked out.

Listed is what is late or open, and what opens or falls due within the days looked ahead.

Example:
  maintien agenda events.jsonl --protocol common_core --as-of 2024-12-30 --within 7)";

struct WantedAgenda {
    EventFiles files{};
    ChosenProtocol protocol{};
    AgendaDay day{};
    Format format = Format::text;
    Language language = Language::fr;
    unsigned threads = 0;
};

int list_agenda(const WantedAgenda& wanted) {
    const auto events = read_event_files(wanted.files, wanted.threads);
    auto agenda = with_progress("drawing up", [&](const auto& progress) { return agenda_of(events.table, wanted.protocol.versions, wanted.day, wanted.threads, progress); });
    agenda.protocol = wanted.protocol.name;
    for (auto& item : target_items(events.table, wanted.protocol.versions, wanted.day.as_of, wanted.threads)) agenda.items.push_back(std::move(item));
    sort_agenda(agenda.items);
    write_result([&](std::ostream& out) {
        if (wanted.format == Format::json) return io::write_agenda_json(out, agenda);
        if (wanted.format == Format::csv) return io::write_agenda_csv(out, agenda);
        io::write_agenda_text(out, agenda, wanted.language);
    }, rejects_of(events, wanted.files.rejects));
    return success;
}

void add_within(CLI::App& command, int& within) {
    add_number(command, "--within", within, 0, 3660, "how many days to look ahead (30)")->type_name("DAYS");
}

void add_region(CLI::App& command, HolidayRegion& region) {
    std::string codes;
    for (const auto& term : terms_of<HolidayRegion>) codes += (codes.empty() ? "" : ", ") + std::string(term.code);
    const std::function<bool(const CLI::results_t&)> take = [&region, codes](const CLI::results_t& given) {
        const auto found = from_code<HolidayRegion>(given.back());
        if (!found) throw CLI::ValidationError("--region", "found " + json_string(given.back()) + ", expected one of " + codes);
        region = *found;
        return true;
    };
    command.add_option("--region", take, "whose public holidays count for working days (metropolitan): " + codes)->expected(1)->type_name("REGION");
}

}  // namespace

void add_agenda(CLI::App& program, int& status) {
    auto* command = program.add_subcommand("agenda", "list what is due, by whom, by when, and since when it is late");
    auto wanted = std::make_shared<WantedAgenda>();
    command->footer(help_of_agenda);
    add_event_files(*command, wanted->files);
    add_protocol(*command, wanted->protocol);
    add_day(*command, "--as-of", wanted->day.as_of, "the day looked at")->required();
    add_within(*command, wanted->day.within);
    add_region(*command, wanted->day.region);
    add_format(*command, wanted->format, {Format::text, Format::json, Format::csv});
    add_language(*command, wanted->language);
    add_threads(*command, wanted->threads);
    command->callback([wanted, &status] { status = list_agenda(*wanted); });
}

}  // namespace maintien::command

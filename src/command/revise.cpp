#include <memory>

#include "command/command.hpp"
#include "command/question.hpp"
#include "maintien/indicators/revision.hpp"
#include "maintien/io/revision_document.hpp"

namespace maintien::command {
namespace {

constexpr auto help_of_revise = R"(What moved in the figures between two days of knowledge, and the cases that moved it: an outcome that was entered late, an
entry put right by an amendment, a worker who objected since. Both sides look at the same day, for the same period; figures
that did not move are counted, not listed. The list names cases: it stays in the service.

Example:
  maintien revise events.jsonl --protocol common_core --as-of 2024-12-31 --known-on 2025-01-15 --and 2025-04-15)";

struct WantedRevise {
    EventFiles files{};
    ChosenProtocol protocol{};
    TypedQuestion typed{};
    Day known_later{};
    Format format = Format::text;
    Language language = Language::fr;
};

void revise_files(const WantedRevise& wanted) {
    auto question = question_of(wanted.typed);
    if (wanted.known_later <= question.known_on)
        throw WrongUse("--and: found " + iso(wanted.known_later) + ", expected a day after --known-on, " + iso(question.known_on));
    const auto events = read_event_files(wanted.files, question.threads);
    question.rejected = events.rejected_cases;
    const auto replayed = [&](Day known_on) {
        return with_progress("replaying", [&](const auto& progress) {
            return replay(events.table, wanted.protocol.versions, {question.as_of, known_on, question.threads, progress});
        });
    };
    const auto before = replayed(question.known_on), after = replayed(wanted.known_later);
    const auto revision = revision_of(events.table, before, after, latest(wanted.protocol.versions), question, wanted.protocol.name);
    write_result([&](std::ostream& out) {
        if (wanted.format == Format::json) io::write_revision_json(out, events.table, revision);
        else io::write_revision_text(out, events.table, revision, wanted.language);
    }, rejects_of(events, wanted.files.rejects));
}

}  // namespace

void add_revise(CLI::App& program, int&) {
    auto* command = program.add_subcommand("revise", "what moved in the figures between two days of knowledge");
    auto wanted = std::make_shared<WantedRevise>();
    command->footer(help_of_revise);
    add_event_files(*command, wanted->files);
    add_protocol(*command, wanted->protocol);
    add_days(*command, wanted->typed.question, "the earlier day of knowledge: what was recorded by then");
    command->get_option("--known-on")->required();
    add_day(*command, "--and", wanted->known_later, "the later day of knowledge")->required();
    add_format(*command, wanted->format, {Format::text, Format::json});
    add_language(*command, wanted->language);
    add_threads(*command, wanted->typed.question.threads);
    command->callback([wanted] { revise_files(*wanted); });
}

}  // namespace maintien::command

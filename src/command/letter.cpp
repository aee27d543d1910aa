#include <iostream>
#include <memory>

#include "command/case_choice.hpp"
#include "command/command.hpp"
#include "maintien/io/letter_document.hpp"
#include "maintien/io/text_file.hpp"
#include "maintien/protocol/built_in/common_core.hpp"
#include "maintien/sharing/letter_writing.hpp"

namespace maintien::command {
namespace {

constexpr auto help_of_letter = R"(Writes a letter about a case in French, or gives its merge fields (--format json) for a program that has its own.

Kinds: employer_notice (signed by the physician, copy to the worker), attendance_certificate (signed by the cell),
pre_return_invitation (signed by the physician), relay_sheet (to a partner), worker_booklet.
A letter says what its reader may know. When that allows none, the program says under which conditions such a letter
is written, and nothing of the file: for a letter to the employer or a partner not even whether there is one.
--template takes a Mustache template, plain text; naming a field that the letter does not have is an error.
Exit status: 0 written, 1 not to be written, 2 when a file cannot be read.

Example:
  maintien letter employer_notice events.jsonl --case 2026-014 --as-of 2026-03-02)";

struct WantedLetter {
    EventFiles files{};
    CaseChoice choice{};
    ChosenProtocol protocol{.versions = common_core, .name = "common_core"};
    std::string form{};
    LetterRequest request{};
    Format format = Format::text;
};

std::string text_of_letter(const Letter& letter, const WantedLetter& wanted) {
    if (wanted.format == Format::json) return io::letter_json(letter);
    if (wanted.form.empty()) return io::letter_text(letter);
    return io::letter_text(letter, io::read_whole({.name = wanted.form}), wanted.form);
}

/// The answer; when a reader outside is written to, a case that is not there is no different from one of which nothing is for him.
LetterReply reply_of(const WantedLetter& wanted, const EventTable& table) {
    const bool outside = stands_outside(rule_of(wanted.request.kind).addressee);
    const auto index = outside ? find_case(table, wanted.choice) : require_case(table, wanted.choice);
    if (!index) return refusal_to_outside(wanted.request.kind);
    return letter_of(case_file_of(table, *index), wanted.request, wanted.protocol.versions);
}

int refuse_letter(const LetterReply& reply, const std::vector<io::FileToWrite>& beside) {
    io::write_all(beside);
    std::cerr << io::refusal_text(reply, Language::fr) << io::refusal_text(reply, Language::en);
    return found;
}

int write_letter(const WantedLetter& wanted) {
    if (!wanted.form.empty() && wanted.format == Format::json) throw WrongUse("--template cannot go with --format json, which gives the fields");
    if (wanted.request.copy_to_employer && wanted.request.kind != LetterKind::attendance_certificate)
        throw WrongUse("--copy-to-employer is for an attendance_certificate");
    const auto events = read_event_files(wanted.files, 0);
    auto beside = rejects_of(events, wanted.files.rejects);
    const auto reply = reply_of(wanted, events.table);
    if (!reply) return refuse_letter(reply, beside);
    const auto text = text_of_letter(*reply.letter, wanted);
    write_result([&](std::ostream& out) { out << text; }, std::move(beside));
    return success;
}

void add_request(CLI::App& command, WantedLetter& wanted) {
    auto& request = wanted.request;
    add_code<LetterKind>(command, "KIND", "the kind of letter", [&request](LetterKind kind) { request.kind = kind; })->type_name("")->required();
    add_event_files(command, wanted.files);
    add_case_choice(command, wanted.choice);
    add_day(command, "--as-of", request.as_of, "the day the letter is written")->required();
    add_number(command, "--appointment", request.appointment, 1, 65535, "number of the appointment (a notice: the next one; a certificate: the last one held)")->type_name("N");
    add_code<Partner>(command, "--partner", "the partner a relay sheet is for (the one last relayed to)", [&request](Partner partner) { request.partner = partner; })
        ->type_name("CODE");
    command.add_flag("--copy-to-employer", request.copy_to_employer, "the worker asks that the employer get a copy of the certificate");
}

}  // namespace

void add_letter(CLI::App& program, int& status) {
    auto* command = program.add_subcommand("letter", "write a letter about a case, for what its reader may know");
    auto wanted = std::make_shared<WantedLetter>();
    command->footer(help_of_letter);
    add_request(*command, *wanted);
    add_protocol(*command, wanted->protocol);
    command->get_option("--protocol")->required(false)->description("says whether recommendations go to the employer opt-in or opt-out (common_core)");
    command->add_option("--template", wanted->form, "a Mustache template of your own")->type_name("FILE");
    add_format(*command, wanted->format, {Format::text, Format::json});
    command->callback([wanted, &status] { status = write_letter(*wanted); });
}

}  // namespace maintien::command

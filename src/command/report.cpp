#include <memory>

#include "command/command.hpp"
#include "command/disclosure_options.hpp"
#include "command/options.hpp"
#include "command/progress.hpp"
#include "command/question.hpp"
#include "command/report_state.hpp"
#include "maintien/indicators/explain.hpp"
#include "maintien/indicators/make_report.hpp"
#include "maintien/io/audit_document.hpp"
#include "maintien/io/explanation_document.hpp"
#include "maintien/io/report_document.hpp"
#include "maintien/io/text_report.hpp"

namespace maintien::command {
namespace {

constexpr auto help_of_report = R"(Counts: referrals, entries, outcomes, days, delays, each figure with its denominator, its interval and what it leaves out.

The period goes from the earliest referral to the day looked at, unless --from and --to say otherwise.
--by divides the register: )" "%KEYS%" R"(; several joined by commas.
--reference names a population by age and sector: rates are also given as they would be in it.
--explain lists the cases behind one figure, named as in the JSON rows.
--public hides small numbers of people and what would tell them; --ledger takes into account what was published before.
EVENTS, --protocol and --as-of are needed, unless the figures come --from-state; see maintien merge --help.

Examples:
  maintien report events.jsonl --protocol aist43_cme --as-of 2020-11-12
  maintien report events.jsonl --protocol common_core --as-of 2024-12-31 --by service,year --format csv
  maintien report events.jsonl --protocol aist43_cme --as-of 2020-11-12 --explain positive_exit_rate/per_exit
  maintien report events.jsonl --protocol common_core --as-of 2024-12-31 --public --ledger published.json --audit audit.json)";

struct WantedReport {
    EventFiles files{};
    ChosenProtocol protocol{};
    std::string explain{};
    TypedQuestion typed{};
    ReportQuestion question{};
    std::optional<ReferencePopulation> reference{};
    DisclosureOptions disclosure{};
    Format format = Format::text;
    Language language = Language::fr;
    StateChoice state{};
    std::vector<io::FileToWrite> beside{};  // what is written with the report: the rows left out
};

std::string help_text() {
    std::string text = help_of_report;
    return text.replace(text.find("%KEYS%"), 6, stratum_keys_joined());
}

/// What is wrong with the question as a whole.
void check_question(const WantedReport& wanted) {
    const auto& question = wanted.question;
    if (!wanted.explain.empty() && wanted.format == Format::csv) throw WrongUse("--format: found csv, expected text or json with --explain");
    if (!wanted.explain.empty() && !question.by.empty()) throw WrongUse("--by cannot go with --explain, which lists the cases of the whole register");
}

void explain_figure(const WantedReport& wanted, const EventTable& events, const CaseTable& table) {
    const auto study = study_of(events, table, latest(wanted.protocol.versions), period_of(table, wanted.question));
    const auto services = services_of(study);
    const auto catalogue = catalogue_of(latest(wanted.protocol.versions), services);
    const auto* rule = rule_named(catalogue, wanted.explain);
    if (!rule) throw WrongUse("--explain: found " + json_string(wanted.explain) + ", expected a figure of the report: INDICATOR[/VARIANT[/CATEGORY]]");
    const auto explanation = explain(study, *rule, wanted.question.reference);
    write_result([&](std::ostream& out) {
        if (wanted.format == Format::json) io::write_explanation_json(out, study, explanation, wanted.protocol.name);
        else io::write_explanation_text(out, study, explanation, wanted.language);
    }, wanted.beside);
}

void write_report(const WantedReport& wanted, const Report& report, std::vector<io::FileToWrite> files = {}) {
    files.insert(files.end(), wanted.beside.begin(), wanted.beside.end());
    write_result([&](std::ostream& out) {
        if (wanted.format == Format::json) io::write_report_json(out, report);
        if (wanted.format == Format::csv) io::write_report_csv(out, report);
        if (wanted.format == Format::text) out << io::report_text(report, wanted.language) << io::hidden_text(report, wanted.language);
    }, std::move(files));
}

/// How a report that may leave the service is written, with the files that go with it.
auto publishing(const WantedReport& wanted) {
    return [&wanted](const Report& report, std::vector<io::FileToWrite> files) { write_report(wanted, report, std::move(files)); };
}

/// A report that may leave the service; earlier questions are asked again of the same register.
void report_for_others(const WantedReport& wanted, const EventTable& events, const CaseTable& table) {
    const auto& protocol = wanted.protocol;
    const auto count = [&](const CaseTable& replayed, const ReportQuestion& question) {
        return counted_report_of(events, replayed, latest(protocol.versions), question, protocol.name);
    };
    const auto count_again = [&](const ReportQuestion& question) {
        return count(replay(events, protocol.versions, {question.as_of, question.known_on, wanted.question.threads}), question);
    };
    publish_report(wanted.disclosure, count(table, wanted.question), count_again, publishing(wanted));
}

void report_figures(const WantedReport& wanted, const EventTable& events, const CaseTable& table) {
    if (is_controlled(wanted.disclosure)) return report_for_others(wanted, events, table);
    write_report(wanted, report_of(events, table, latest(wanted.protocol.versions), wanted.question, wanted.protocol.name));
}

/// What of a state cannot be published.
void check_state(const WantedReport& wanted) {
    if (!is_controlled(wanted.disclosure)) return;
    if (!wanted.state.partial.empty()) throw WrongUse("--partial cannot go with --min-count or --public: a state is for who adds it up, and hides nothing");
    if (!wanted.state.from_state.empty() && !wanted.disclosure.ledger.empty())
        throw WrongUse("--ledger cannot go with --from-state: what was published before is counted again from the events");
}

/// The report that a state holds the integers of.
void report_state(const WantedReport& wanted, const State& state) {
    const auto* reference = wanted.reference ? &*wanted.reference : nullptr;
    if (!is_controlled(wanted.disclosure)) return write_report(wanted, report_of(state, reference));
    publish_report(wanted.disclosure, counted_report_of(state, reference), {}, publishing(wanted));
}

void report_files(WantedReport& wanted) {
    check_disclosure(wanted.disclosure, !wanted.explain.empty());
    check_state(wanted);
    if (!wanted.state.from_state.empty()) return finish_state(wanted.state.from_state, [&](const State& state) { report_state(wanted, state); });
    auto& question = wanted.question;
    question = question_of(wanted.typed);
    if (wanted.reference) question.reference = &*wanted.reference;
    check_question(wanted);
    const auto events = read_event_files(wanted.files, question.threads);
    question.rejected = events.rejected_cases;
    wanted.beside = rejects_of(events, wanted.files.rejects);
    const auto table = with_progress("replaying", [&](const auto& progress) {
        return replay(events.table, wanted.protocol.versions, {question.as_of, question.known_on, question.threads, progress});
    });
    if (!wanted.state.partial.empty()) write_partial(wanted.state, events.table, table, wanted.protocol, question, wanted.beside);
    else if (wanted.explain.empty()) report_figures(wanted, events.table, table);
    else explain_figure(wanted, events.table, table);
}

}  // namespace

void add_report(CLI::App& program, int&) {
    auto* command = program.add_subcommand("report", "the figures of a register");
    auto wanted = std::make_shared<WantedReport>();
    command->footer(help_text());
    add_event_files(*command, wanted->files);
    add_protocol(*command, wanted->protocol);
    add_days(*command, wanted->typed.question);
    add_figures(*command, wanted->typed);
    add_reference(*command, wanted->reference);
    add_format(*command, wanted->format, {Format::text, Format::json, Format::csv});
    add_language(*command, wanted->language);
    command->add_option("--explain", wanted->explain, "list the cases behind one figure")->type_name("ID[/VARIANT[/CATEGORY]]");
    add_disclosure(*command, wanted->disclosure);
    add_threads(*command, wanted->typed.question.threads);
    add_state_choice(*command, wanted->state);
    command->callback([wanted] { report_files(*wanted); });
}

}  // namespace maintien::command

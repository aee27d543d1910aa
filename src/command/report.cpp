#include <algorithm>
#include <memory>

#include "command/command.hpp"
#include "command/disclosure_options.hpp"
#include "command/options.hpp"
#include "command/progress.hpp"
#include "maintien/indicators/explain.hpp"
#include "maintien/indicators/make_report.hpp"
#include "maintien/io/audit_document.hpp"
#include "maintien/io/explanation_document.hpp"
#include "maintien/io/report_document.hpp"
#include "maintien/io/text_report.hpp"

namespace maintien::command {
namespace {

constexpr auto help = R"(Counts: referrals, entries, outcomes, days, delays, each figure with its denominator, its interval and what it leaves out.

The period goes from the earliest referral to the day looked at, unless --from and --to say otherwise.
--by divides the register: )" "%KEYS%" R"(; several joined by commas.
--explain lists the cases behind one figure, named as in the JSON rows.

Examples:
  maintien report events.jsonl --protocol aist43_cme --as-of 2020-11-12
  maintien report events.jsonl --protocol common_core --as-of 2024-12-31 --by service,year --format csv
  maintien report events.jsonl --protocol aist43_cme --as-of 2020-11-12 --explain positive_exit_rate/per_exit)";

struct Wanted {
    EventFiles files{};
    ChosenProtocol protocol{};
    std::string by{}, explain{};
    ReportQuestion question{};
    DisclosureOptions disclosure{};
    Format format = Format::text;
    Language language = Language::fr;
};

/// The codes of a closed list, for people.
template <ClosedList Code>
std::string codes_joined() {
    std::string joined;
    for (const auto& term : terms_of<Code>) joined += (joined.empty() ? "" : ", ") + std::string(term.code);
    return joined;
}

std::string help_text() {
    std::string text = help;
    return text.replace(text.find("%KEYS%"), 6, codes_joined<StratumKey>());
}

std::vector<StratumKey> strata_of(const std::string& text) {
    std::vector<StratumKey> keys;
    for (std::size_t first = 0; first <= text.size();) {
        const std::size_t last = std::min(text.find(',', first), text.size());
        const std::string name = text.substr(first, last - first);
        first = last + 1;
        const auto key = from_code<StratumKey>(name);
        if (!key) throw WrongUse("--by: found " + json_string(name) + ", expected " + codes_joined<StratumKey>());
        if (std::find(keys.begin(), keys.end(), *key) != keys.end()) throw WrongUse("--by: found " + name + " twice, expected each once");
        keys.push_back(*key);
    }
    return keys;
}

/// What is wrong with the question as a whole.
void check_question(const Wanted& wanted) {
    const auto& question = wanted.question;
    const Day to = known(question.to) ? question.to : question.as_of;
    if (known(question.from) && to < question.from) throw WrongUse("--to: found " + iso(to) + ", expected a day not before --from, " + iso(question.from));
    if (!wanted.explain.empty() && wanted.format == Format::csv) throw WrongUse("--format: found csv, expected text or json with --explain");
    if (!wanted.explain.empty() && !question.by.empty()) throw WrongUse("--by cannot go with --explain, which lists the cases of the whole register");
}

void explain_figure(const Wanted& wanted, const EventTable& events, const CaseTable& table) {
    const auto study = study_of(events, table, latest(wanted.protocol.versions), period_of(table, wanted.question));
    const auto catalogue = catalogue_of(latest(wanted.protocol.versions));
    const auto* rule = rule_named(catalogue, wanted.explain);
    if (!rule) throw WrongUse("--explain: found " + json_string(wanted.explain) + ", expected a figure of the report: INDICATOR[/VARIANT[/CATEGORY]]");
    const auto explanation = explain(study, *rule);
    write_result([&](std::ostream& out) {
        if (wanted.format == Format::json) io::write_explanation_json(out, study, explanation, wanted.protocol.name);
        else io::write_explanation_text(out, study, explanation, wanted.language);
    });
}

void write_report(const Wanted& wanted, const Report& report) {
    write_result([&](std::ostream& out) {
        if (wanted.format == Format::json) io::write_report_json(out, report);
        if (wanted.format == Format::csv) io::write_report_csv(out, report);
        if (wanted.format == Format::text) out << io::report_text(report, wanted.language) << io::hidden_text(report, wanted.language);
    });
}

/// A report that may leave the service; earlier questions are asked again of the same register.
void report_for_others(const Wanted& wanted, const EventTable& events, const CaseTable& table) {
    const auto& protocol = wanted.protocol;
    const auto count = [&](const CaseTable& replayed, const ReportQuestion& question) {
        return counted_report_of(events, replayed, latest(protocol.versions), question, protocol.name);
    };
    const auto count_again = [&](const ReportQuestion& question) {
        return count(replay(events, protocol.versions, {question.as_of, question.known_on, wanted.question.threads}), question);
    };
    publish_report(wanted.disclosure, count(table, wanted.question), count_again, [&](const Report& report) { write_report(wanted, report); });
}

void report_figures(const Wanted& wanted, const EventTable& events, const CaseTable& table) {
    if (is_controlled(wanted.disclosure)) return report_for_others(wanted, events, table);
    write_report(wanted, report_of(events, table, latest(wanted.protocol.versions), wanted.question, wanted.protocol.name));
}

void report_files(Wanted& wanted) {
    auto& question = wanted.question;
    if (!wanted.by.empty()) question.by = strata_of(wanted.by);
    check_question(wanted);
    check_disclosure(wanted.disclosure, !wanted.explain.empty());
    const auto events = read_event_files(wanted.files, question.threads);
    question.rejected = events.rejected_cases;
    const auto table = with_progress("replaying", [&](const auto& progress) {
        return replay(events.table, wanted.protocol.versions, {question.as_of, question.known_on, question.threads, progress});
    });
    if (wanted.explain.empty()) report_figures(wanted, events.table, table);
    else explain_figure(wanted, events.table, table);
}

void add_question(CLI::App& command, Wanted& wanted) {
    auto& question = wanted.question;
    add_day(command, "--as-of", question.as_of, "the day looked at: what comes later is not counted")->required();
    add_day(command, "--known-on", question.known_on, "count only what was recorded by that day (everything)");
    add_day(command, "--from", question.from, "first day of the period (the earliest referral)");
    add_day(command, "--to", question.to, "last day of the period (the day looked at)");
    command.add_option("--by", wanted.by, "divide the register, see above")->type_name("KEY,...");
    command.add_option_function<std::string>("--level", [&question](const std::string& text) {
        if (CLI::detail::lexical_cast(text, question.level) && question.level > 0 && question.level < 1) return;
        throw CLI::ValidationError("--level", "found " + json_string(text) + ", expected a number between 0 and 1, such as 0.95");
    }, "level of the intervals (0.95)")->type_name("L");
    command.add_option_function<std::string>("--interval", [&question](const std::string& text) {
        const auto method = method_from_code(text);
        if (!method) throw CLI::ValidationError("--interval", "found " + json_string(text) + ", expected wilson, clopper_pearson or jeffreys");
        question.interval = *method;
    }, "interval of proportions (wilson)")->type_name("wilson|clopper_pearson|jeffreys");
}

}  // namespace

void add_report(CLI::App& program, int&) {
    auto* command = program.add_subcommand("report", "the figures of a register");
    auto wanted = std::make_shared<Wanted>();
    command->footer(help_text());
    add_event_files(*command, wanted->files);
    add_protocol(*command, wanted->protocol);
    add_question(*command, *wanted);
    add_format(*command, wanted->format, {Format::text, Format::json, Format::csv});
    add_language(*command, wanted->language);
    command->add_option("--explain", wanted->explain, "list the cases behind one figure")->type_name("ID[/VARIANT[/CATEGORY]]");
    add_disclosure(*command, wanted->disclosure);
    add_threads(*command, wanted->question.threads);
    command->callback([wanted] { report_files(*wanted); });
}

}  // namespace maintien::command

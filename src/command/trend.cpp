#include <memory>

#include "command/command.hpp"
#include "command/question.hpp"
#include "maintien/indicators/trend.hpp"
#include "maintien/io/trend_document.hpp"

namespace maintien::command {
namespace {

constexpr auto help_of_trend = R"(The same report on one month, quarter or year after the other, from --from to --to.

--over periods, the usual: each span is a period of its own, and all are seen on --as-of with everything known by then, as
an activity report gives them. Young spans are not mature: an entry of the last month has had little time to leave.
--over days: the last day of each span, with the period from its beginning up to that day, as the cell stood then.
What was known earlier is what --known-on is for.

The text is a table of key figures; CSV and JSON have every figure of every span. --by divides the register in those: )" "%KEYS%" R"(.

Example:
  maintien trend events.jsonl --protocol common_core --as-of 2024-12-31 --from 2022-01-01 --every quarter
  maintien trend events.jsonl --protocol common_core --as-of 2024-12-31 --from 2024-01-01 --every month --over days)";

struct WantedTrend {
    EventFiles files{};
    ChosenProtocol protocol{};
    TypedQuestion typed{};
    Every every = Every::year;
    TrendOver over = TrendOver::periods;
    std::optional<ReferencePopulation> reference{};
    Format format = Format::text;
    Language language = Language::fr;
};

Trend asked_trend(const WantedTrend& wanted, const EventTable& events, const ReportQuestion& question) {
    const auto& name = wanted.protocol.name;
    const auto& versions = wanted.protocol.versions;
    if (wanted.over == TrendOver::days) return trend_over_days(events, versions, question, wanted.every, name);
    const auto table = with_progress("replaying", [&](const auto& progress) {
        return replay(events, versions, {question.as_of, question.known_on, question.threads, progress});
    });
    return trend_of(events, table, latest(versions), question, wanted.every, name);
}

void show_trend(const WantedTrend& wanted) {
    auto question = question_of(wanted.typed);
    if (wanted.reference) question.reference = &*wanted.reference;
    if (!question.by.empty() && wanted.format == Format::text) throw WrongUse("--by: expected --format json or csv with it, since the table has no strata");
    const auto events = read_event_files(wanted.files, question.threads);
    question.rejected = events.rejected_cases;
    const auto trend = asked_trend(wanted, events.table, question);
    write_result([&](std::ostream& out) {
        if (wanted.format == Format::json) io::write_trend_json(out, trend);
        if (wanted.format == Format::csv) io::write_trend_csv(out, trend);
        if (wanted.format == Format::text) out << io::trend_text(trend, wanted.language);
    }, rejects_of(events, wanted.files.rejects));
}

}  // namespace

void add_trend(CLI::App& program, int&) {
    auto* command = program.add_subcommand("trend", "the figures month by month, quarter by quarter or year by year");
    auto wanted = std::make_shared<WantedTrend>();
    std::string text = help_of_trend;
    command->footer(text.replace(text.find("%KEYS%"), 6, stratum_keys_joined()));
    add_event_files(*command, wanted->files);
    add_protocol(*command, wanted->protocol);
    add_days(*command, wanted->typed.question);
    add_figures(*command, wanted->typed);
    command->add_option_function<std::string>("--every", [wanted = wanted.get()](const std::string& given) {
        const auto every = from_code<Every>(given);
        if (!every) throw CLI::ValidationError("--every", "found " + json_string(given) + ", expected month, quarter or year");
        wanted->every = *every;
    }, "how long each span is")->type_name("month|quarter|year")->required();
    command->add_option_function<std::string>("--over", [wanted = wanted.get()](const std::string& given) {
        const auto over = from_code<TrendOver>(given);
        if (!over) throw CLI::ValidationError("--over", "found " + json_string(given) + ", expected periods or days");
        wanted->over = *over;
    }, "what follows one another, see above (periods)")->type_name("periods|days");
    add_reference(*command, wanted->reference);
    add_format(*command, wanted->format, {Format::text, Format::json, Format::csv});
    add_language(*command, wanted->language);
    add_threads(*command, wanted->typed.question.threads);
    command->callback([wanted] { show_trend(*wanted); });
}

}  // namespace maintien::command

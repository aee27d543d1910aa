#include "command/report_state.hpp"

#include <iostream>

#include "maintien/indicators/merge_states.hpp"
#include "maintien/io/state_document.hpp"
#include "maintien/io/text_file.hpp"
#include "maintien/register/register_part.hpp"

namespace maintien::command {
namespace {

constexpr int most_parts = 100'000;

void take_part(const std::string& text, StateChoice& choice) {
    const auto slash = text.find('/');
    const auto number = [](std::string_view digits) { return digits.size() <= 6 ? maintien::detail::digits(digits) : std::nullopt; };
    const auto part = number(std::string_view(text).substr(0, slash)), parts = number(slash == std::string::npos ? "" : std::string_view(text).substr(slash + 1));
    if (!part || !parts || *part < 1 || *part > *parts || *parts > most_parts)
        throw CLI::ValidationError("--part", "found " + json_string(text) + ", expected I/N: part I of N, such as 1/4");
    choice.part = static_cast<int>(*part);
    choice.parts = static_cast<int>(*parts);
}

void exclude_all(CLI::App& command, CLI::Option& option, const std::vector<std::string>& others) {
    for (const auto& other : others) option.excludes(command.get_option(other));
}

}  // namespace

void add_state_choice(CLI::App& command, StateChoice& choice) {
    auto* partial = command.add_option("--partial", choice.partial, "write the integers behind the report, without any case, to be merged")->type_name("FILE");
    auto* part = command.add_option_function<std::string>("--part", [&choice](const std::string& text) { take_part(text, choice); },
                                                          "with --partial: count only part I of N of the cases; a worker's cases stay together");
    part->type_name("I/N")->needs(partial);
    auto* from_state = command.add_option("--from-state", choice.from_state, "the report on integers written by --partial or merge, instead of EVENTS and a question")->type_name("FILE");
    exclude_all(command, *partial, {"--format", "--lang", "--explain", "--reference", "--from-state"});
    std::vector<std::string> needed{"EVENTS", "--protocol", "--as-of"};
    exclude_all(command, *from_state, {"--known-on", "--from", "--to", "--by", "--level", "--interval", "--explain", "--rejects", "--part", "--threads"});
    exclude_all(command, *from_state, needed);
    for (const auto& name : needed) command.get_option(name)->required(false);
    command.parse_complete_callback([&command, from_state, needed] {
        for (const auto& name : needed)
            if (from_state->count() == 0 && command.get_option(name)->count() == 0) throw CLI::RequiredError(name);
    });
}

void write_partial(const StateChoice& choice, const EventTable& events, const CaseTable& table, const ChosenProtocol& protocol, ReportQuestion question,
                   std::vector<io::FileToWrite> beside) {
    const auto& rules = latest(protocol.versions);
    if (!known(question.from)) {
        question.from = period_of(table, question).from;
        std::cerr << "maintien: the period begins on " << iso(question.from) << ", the earliest referral; states add up only for one period: say --from to all who send one\n";
    }
    const auto sources = sources_of(events, choice.part, choice.parts);
    if (choice.part > 1) question.rejected = 0;
    State state;
    if (choice.parts == 1) state = state_of(events, table, rules, question, protocol.name, sources);
    else {
        const auto part = register_part(events, table, choice.part, choice.parts);
        state = state_of(part, replay(part, protocol.versions, {question.as_of, question.known_on, question.threads}), rules, question, protocol.name, sources);
    }
    if (!fits(state)) throw std::runtime_error("the register has more cases or days than a state can hold");
    const auto text = io::state_json(state);
    beside.push_back({choice.partial, [&](std::ostream& out) { out << text; }});
    io::write_all(beside);
}

void finish_state(const std::string& path, const std::function<void(const State&)>& use) {
    const auto loaded = io::read_state({.name = path});
    for (const auto& source : loaded.state.sources)
        if (source.parts > 1) throw io::DocumentError(io::Problem{path, 0, 0, "/sources", text_of(source), "all its parts: merge them first"});
    use(loaded.state);
}

}  // namespace maintien::command

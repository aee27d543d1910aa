#include <algorithm>
#include <filesystem>
#include <memory>

#include "command/adapter.hpp"
#include "command/command.hpp"
#include "command/command_line.hpp"
#include "command/options.hpp"
#include "maintien/conformance/answer.hpp"
#include "maintien/conformance/subject.hpp"
#include "maintien/io/text_file.hpp"

namespace maintien::command {
namespace {

namespace fs = std::filesystem;

constexpr auto help_of_conform = R"(Runs the scenario kit against a program of yours, and lists every scenario it answers otherwise than expected.

The adapter is a command that stands between the kit and your program. It is started once, reads one question a line on standard
input (maintien-question/1: a protocol, a day, what is recorded, perhaps an entry proposed next) and writes one answer a line, in the
same order, on standard output: {"stage": …, "accepted": …, "refused": [{"rule": …}], "agenda": [{"rule": …, "due": …}], "report": [rows]},
as far as it was asked. What is expected is not in the question.
It is ended when it answers more than it is asked, or nothing for a time, see --timeout.
Without SCENARIOS, the kit that was installed with this program is run.
Exit status: 0 every answer as expected, 1 some are not, 2 the adapter or a file cannot be used.

Example:
  maintien conform --adapter ./my_adapter)";

struct WantedConform {
    std::vector<std::string> scenarios{};
    Adapter adapter{};
    std::string questions{};
};

/// The scenarios installed beside this program.
fs::path installed_kit() {
#ifdef MAINTIEN_SCENARIOS
    std::error_code failed;
    const auto program = fs::canonical("/proc/self/exe", failed);
    const auto kit = program.parent_path() / MAINTIEN_SCENARIOS;
    if (!failed && fs::is_directory(kit, failed)) return fs::canonical(kit);
#endif
    throw WrongUse("no scenario kit stands beside this program: name the folder of the scenarios");
}

bool holds_scenarios(const fs::path& path) { return path.extension() == ".json" || path.extension() == ".jsonl"; }

/// The files to run: those named, and of a folder all that hold scenarios, by name.
std::vector<std::string> files_of(const std::vector<std::string>& named) {
    std::vector<std::string> files;
    for (const auto& name : named) {
        if (!fs::is_directory(name)) {
            files.push_back(name);
            continue;
        }
        const auto before = static_cast<std::ptrdiff_t>(files.size());
        for (const auto& entry : fs::recursive_directory_iterator(name))
            if (entry.is_regular_file() && holds_scenarios(entry.path())) files.push_back(entry.path().string());
        std::sort(files.begin() + before, files.end());
    }
    return files;
}

std::vector<Scenario> scenarios_of(const WantedConform& wanted) {
    std::vector<Scenario> all;
    const auto named = wanted.scenarios.empty() ? std::vector{installed_kit().string()} : wanted.scenarios;
    const auto files = files_of(named);
    if (!wanted.questions.empty()) keep_apart("--questions", wanted.questions, "SCENARIOS", files);
    for (const auto& file : files)
        for (auto& scenario : read_scenarios({.name = file})) all.push_back(std::move(scenario));
    if (all.empty()) throw WrongUse(named.front() + " holds no scenario");
    return all;
}

std::string questions_of(const std::vector<Scenario>& scenarios) {
    std::string lines;
    for (const auto& scenario : scenarios) lines += question_line(scenario) + "\n";
    return lines;
}

/// What the adapter answers to every scenario.
std::vector<Expectation> ask(const Adapter& adapter, const std::vector<Scenario>& scenarios) {
    std::vector<Expectation> answers;
    for (const auto& line : answers_of(adapter, questions_of(scenarios), scenarios.size()))
        answers.push_back(parse_answer(line, "answer " + std::to_string(answers.size() + 1)));
    return answers;
}

int compare(const std::vector<Scenario>& scenarios, const std::vector<Expectation>& answers) {
    std::string failures;
    std::size_t failed = 0;
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
        const auto mismatches = mismatches_of(answers[i], scenarios[i].expect);
        if (mismatches.empty()) continue;
        ++failed;
        failures += scenarios[i].place + ": " + scenarios[i].title_en + "\n";
        for (const auto& [what, found, expected] : mismatches) failures += "  " + what + ": found " + found + ", expected " + expected + "\n";
    }
    write_result([&](std::ostream& out) { out << failures << scenarios.size() - failed << " of " << scenarios.size() << " scenarios passed\n"; });
    return failed == 0 ? success : command::found;
}

int conform(const WantedConform& wanted) {
    const auto scenarios = scenarios_of(wanted);
    if (!wanted.questions.empty()) {
        io::write_whole(wanted.questions, questions_of(scenarios));
        if (wanted.adapter.command.empty()) return success;
    }
    return compare(scenarios, ask(wanted.adapter, scenarios));
}

void add_timeout(CLI::App& command, Adapter& adapter) {
    add_number(command, "--timeout", adapter.seconds, 1, 86'400, "how long the adapter may go without an answer (300)")->type_name("SECONDS");
}

}  // namespace

void add_conform(CLI::App& program, int& status) {
    auto* command = program.add_subcommand("conform", "run the scenario kit against a program of yours");
    auto wanted = std::make_shared<WantedConform>();
    command->footer(help_of_conform);
    command->add_option("SCENARIOS", wanted->scenarios, "scenarios (maintien-scenario/1), or folders of them")->type_name("");
    auto* adapter = command->add_option("--adapter", wanted->adapter.command, "the command that answers")->type_name("CMD");
    add_timeout(*command, wanted->adapter);
    auto* questions = command->add_option("--questions", wanted->questions, "writes the questions to a file, to look at or to answer by hand")->type_name("FILE");
    command->callback([wanted, &status, adapter, questions] {
        if (adapter->empty() && questions->empty()) throw WrongUse("--adapter CMD is required");
        status = conform(*wanted);
    });
}

}  // namespace maintien::command

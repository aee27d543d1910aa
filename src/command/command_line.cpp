#include "command/command_line.hpp"

#include <array>
#include <string_view>

#include "command/options.hpp"
#include "maintien/io/text_file.hpp"

namespace maintien::command {
namespace {

// A new option that names a file stands in one of these two lists. A ledger is read as well, and added to.
constexpr auto options_that_write = std::to_array<std::string_view>({"--output", "--partial", "--audit", "--ledger", "--tombstone", "--questions", "--rejects"});
constexpr auto options_that_read = std::to_array<std::string_view>({"EVENTS", "TABLE", "STATES", "VISITS", "ACTIONS", "SCENARIOS", "P", "--events", "--mapping",
    "--protocol", "--from-protocol", "--to-protocol", "--reference", "--template", "--from-state"});

/// A file that is written, and what it is called on the command line.
struct Output {
    std::string name{}, path{};
};

const CLI::Option* given(const CLI::App& command, std::string_view name) {
    const auto* option = command.get_option_no_throw(std::string(name));
    return option && option->count() > 0 ? option : nullptr;
}

bool offers(const CLI::App& command, std::string_view name) { return command.get_option_no_throw(std::string(name)) != nullptr; }

void refuse_empty(const CLI::Option& option) {
    const auto expected = option.get_type_name().empty() ? "a file" : option.get_type_name();
    for (const auto& value : option.results())
        if (value.empty()) throw CLI::ValidationError(option.get_name(), "found an empty value, expected " + expected);
}

/// Whether something goes to standard output without an option that says so.
bool speaks(const CLI::App& command) {
    if (given(command, "--partial")) return false;
    if (given(command, "--questions") && !given(command, "--adapter")) return false;
    return !given(command, "--output") || (offers(command, "--tombstone") && !given(command, "--tombstone"));
}

std::vector<Output> outputs_of(const CLI::App& command) {
    std::vector<Output> outputs;
    if (speaks(command)) outputs.push_back({"standard output", "-"});
    for (const auto name : options_that_write)
        if (const auto* option = given(command, name)) outputs.push_back({std::string(name), option->results().back()});
    return outputs;
}

/// A redirected standard stream is the file it was redirected to.
std::string path_of(const std::string& name, const char* standard) { return name == "-" ? standard : name; }

bool is_one(const std::string& path, const std::string& other) {
    if (path == "-" && other == "-") return true;
    return io::is_same_file(path_of(path, "/dev/stdout"), path_of(other, "/dev/stdout"));
}

void refuse_twice(const std::vector<Output>& outputs) {
    for (std::size_t i = 0; i < outputs.size(); ++i)
        for (std::size_t j = i + 1; j < outputs.size(); ++j)
            if (is_one(outputs[i].path, outputs[j].path))
                throw WrongUse(outputs[i].name + " and " + outputs[j].name + ": found the same file, expected two");
}

void check_leaf(const CLI::App& command) {
    for (const auto* option : command.get_options([](const CLI::Option* one) { return one->count() > 0; })) refuse_empty(*option);
    const auto outputs = outputs_of(command);
    refuse_twice(outputs);
    for (const auto name : options_that_read)
        if (const auto* option = given(command, name))
            for (const auto& output : outputs) keep_apart(output.name, output.path, std::string(name), option->results());
}

}  // namespace

void keep_apart(const std::string& option, const std::string& written, const std::string& read_by, const std::vector<std::string>& read) {
    for (const auto& name : read)
        if (io::is_same_file(path_of(written, "/dev/stdout"), path_of(name, "/dev/stdin")))
            throw WrongUse(option + ": found " + json_string(written) + ", a file that is read (" + read_by + "), expected another");
}

std::vector<std::string> words_of(int argc, const char* const* argv) {
    std::vector<std::string> words;
    for (int i = argc - 1; i > 0; --i) {
        const std::string word = argv[i];
        const bool empty_value = word.starts_with("--") && word.size() > 3 && word.find('=') == word.size() - 1;
        if (empty_value) words.emplace_back();
        words.push_back(empty_value ? word.substr(0, word.size() - 1) : word);
    }
    return words;
}

void check_command_line(const CLI::App& program) {
    for (const auto* command : program.get_subcommands()) {
        check_leaf(*command);
        check_command_line(*command);
    }
}

}  // namespace maintien::command

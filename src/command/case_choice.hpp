#pragma once
// Which case of the event files is meant.

#include <CLI/CLI.hpp>

#include <optional>
#include <string>

#include "command/options.hpp"
#include "maintien/register/case_files.hpp"

namespace maintien::command {

/// A case as it is named on the command line.
struct CaseChoice {
    std::string case_id{};  ///< its number
    std::string service{};  ///< its service, needed when several have a case with this number
};

/// `--case ID` and `--service S`.
void add_case_choice(CLI::App& command, CaseChoice& choice);

/// The case that is meant, or none: for a reader outside, to whom it must not be told whether there is none, or one in each of several services.
std::optional<CaseIndex> find_case(const EventTable& table, const CaseChoice& choice);

/// The case that is meant. @throws WrongUse when there is none, or cases of several services have the number.
CaseIndex require_case(const EventTable& table, const CaseChoice& choice);

/// An option that takes one code of a closed list.
template <ClosedList Code, class Take>
CLI::Option* add_code(CLI::App& command, const std::string& name, const std::string& help, Take take) {
    const auto read = [name, take](const std::string& text) {
        const auto code = from_code<Code>(text);
        if (code) return void(take(*code));
        std::string codes;
        for (const auto& term : terms_of<Code>) codes += (codes.empty() ? "" : ", ") + std::string(term.code);
        throw CLI::ValidationError(name, "found " + json_string(text) + ", expected one of " + codes);
    };
    return command.add_option_function<std::string>(name, read, help);
}

}  // namespace maintien::command

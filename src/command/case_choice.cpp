#include "command/case_choice.hpp"

namespace maintien::command {

void add_case_choice(CLI::App& command, CaseChoice& choice) {
    command.add_option("--case", choice.case_id, "the case's number")->type_name("ID")->required();
    command.add_option("--service", choice.service, "the case's service, when cases of several have that number")->type_name("S");
}

std::optional<CaseIndex> find_case(const EventTable& table, const CaseChoice& choice) {
    const auto found = cases_named(table, choice.case_id, choice.service);
    return found.size() == 1 ? std::optional{found.front()} : std::nullopt;
}

CaseIndex require_case(const EventTable& table, const CaseChoice& choice) {
    const auto found = cases_named(table, choice.case_id, choice.service);
    if (found.size() == 1) return found.front();
    if (found.size() > 1) throw WrongUse("--case: found " + json_string(choice.case_id) + " in " + std::to_string(found.size()) + " services, expected --service too");
    throw WrongUse("--case: found " + json_string(choice.case_id) + (choice.service.empty() ? std::string() : " of service " + json_string(choice.service)) +
                   ", expected a case of the files");
}

}  // namespace maintien::command

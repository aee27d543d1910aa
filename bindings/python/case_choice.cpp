#include "case_choice.hpp"

namespace maintien::python {

std::optional<CaseIndex> find_case(const EventTable& table, const std::string& case_id, const std::optional<std::string>& service) {
    const auto found = cases_named(table, case_id, service.value_or(""));
    if (found.size() > 1) throw py::value_error("case: found '" + case_id + "' in " + std::to_string(found.size()) + " services, expected service too");
    return found.empty() ? std::nullopt : std::optional{found.front()};
}

CaseIndex require_case(const EventTable& table, const std::string& case_id, const std::optional<std::string>& service) {
    if (const auto found = find_case(table, case_id, service)) return *found;
    throw py::key_error("no case '" + case_id + "'" + (service ? " of service '" + *service + "'" : ""));
}

}  // namespace maintien::python

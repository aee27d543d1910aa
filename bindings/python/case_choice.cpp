#include "case_choice.hpp"

namespace maintien::python {

std::optional<CaseIndex> find_case(const EventTable& table, const std::string& case_id, const std::optional<std::string>& service) {
    const auto found = cases_named(table, case_id, service.value_or(""));
    return found.size() == 1 ? std::optional{found.front()} : std::nullopt;
}

CaseIndex require_case(const EventTable& table, const std::string& case_id, const std::optional<std::string>& service) {
    const auto found = cases_named(table, case_id, service.value_or(""));
    if (found.size() == 1) return found.front();
    if (found.size() > 1) throw py::value_error("case: found '" + case_id + "' in " + std::to_string(found.size()) + " services, expected service too");
    throw py::key_error("no case '" + case_id + "'" + (service ? " of service '" + *service + "'" : ""));
}

}  // namespace maintien::python

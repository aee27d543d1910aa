#pragma once
// Which case of a register is meant.

#include "handles.hpp"
#include "maintien/register/case_files.hpp"

namespace maintien::python {

/// The case with a number; none when there is none, or when cases of several services have it.
std::optional<CaseIndex> find_case(const EventTable& table, const std::string& case_id, const std::optional<std::string>& service);

/// The case with a number. @throws KeyError when there is none, ValueError when cases of several services have it
CaseIndex require_case(const EventTable& table, const std::string& case_id, const std::optional<std::string>& service);

}  // namespace maintien::python

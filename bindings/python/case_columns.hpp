#pragma once
// The columns of a case table as Python values: one row an episode.

#include <functional>
#include <string>
#include <vector>

#include "handles.hpp"

namespace maintien::python {

/// A column: its name, and the value of an episode's row.
struct CaseColumn {
    std::string name;
    std::function<py::object(const Cases&, std::size_t)> value;
};

/// Every column, in order: the key, where the episode stands, its milestone days, its referral, its case.
const std::vector<CaseColumn>& case_columns();

}  // namespace maintien::python

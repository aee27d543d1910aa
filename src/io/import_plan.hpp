#pragma once
// A mapping's plan for one table: each value with its column found and its constants and translations ready to be said.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "maintien/io/mapping.hpp"
#include "rows.hpp"

namespace maintien::io {

/// A constant or a translation, ready to be said.
struct Meaning {
    Form form = Form::string;
    std::string text{};
    bool absent = false;  // the table's word stands for nothing
};

/// A value of the mapping, its column found in the table.
struct ValuePlan {
    Key key = Key::case_number;
    std::size_t column = no_column;
    bool translated = false;
    std::map<std::string, Meaning, std::less<>> meanings{};
    Meaning constant{};
};

/// An event of the mapping, its columns found in the table.
struct EventPlan {
    const MappedEvent* mapped = nullptr;
    std::size_t on = no_column, recorded_on = no_column, when = no_column;
    std::vector<ValuePlan> values{};  // the event first
};

/// The columns of a table as a mapping names them.
struct TablePlan {
    std::size_t columns = 0, case_column = no_column;
    std::vector<ValuePlan> case_values{};
    std::vector<EventPlan> events{};
    std::map<std::size_t, std::set<std::string, std::less<>>> listed{};  // by condition column: every value the mapping knows
    std::vector<bool> only_said{};                                       // columns that only say something of an event
    std::vector<std::string> names{};
};

/// The plan for a table, and what the header has to answer for.
struct PlannedTable {
    TablePlan plan{};
    std::vector<std::string> unmapped{};  // columns that the mapping does not name
    Problems problems{};                  // columns that the header lacks or has twice
};

/// Finds the columns of a mapping in a header. The mapping must outlive the plan.
PlannedTable plan_table(const Mapping& mapping, const Header& header, const std::string& file);

}  // namespace maintien::io

#pragma once
// A row of an imported table: its cells, where they stand, and what is wrong with them.

#include <string>
#include <vector>

#include "import_plan.hpp"

namespace maintien::io {

/// The row at hand of a block of a table.
class ImportedRow {
public:
    ImportedRow(const Block& block, const TablePlan& plan, const std::string& file) : block_(block), plan_(plan), file_(file) {}

    /// Takes the cells of the record, and notes what is wrong with their quotes, characters and number.
    void begin();
    /// Checks what a condition looks at, and that each day is taken by an event.
    void check();
    /// Whether a row yields an event, should its day be filled.
    bool holds(const EventPlan& event) const;
    /// Whether that is not known, for its condition looks at a value that the mapping does not list.
    bool is_undecided(const EventPlan& event) const;
    /// Whether no cell says anything and nothing is wrong with the record.
    bool is_blank() const { return record.faults.empty() && is_empty(block_.bytes, record, block_.encoding); }
    /// The row as it stands in the file.
    RawRow raw() const { return {record.line, std::string_view(block_.bytes).substr(record.begin, record.end - record.begin), block_.encoding}; }
    FilePlace place_at(std::size_t column) const;
    /// Notes a fault of a cell, once.
    void fault_at(std::size_t column, std::string found, std::string expected);

    CsvRecord record;
    std::vector<std::string> cells;  // of each column
    std::vector<Problem> problems;

private:
    void read_cells();
    void check_conditions();
    void check_days();

    const Block& block_;
    const TablePlan& plan_;
    const std::string& file_;
    std::string scratch_;
};

}  // namespace maintien::io

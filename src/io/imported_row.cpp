#include "imported_row.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace maintien::io {

FilePlace ImportedRow::place_at(std::size_t column) const {
    return place_of(block_.bytes, record, column < record.count ? begin_of(record, column) : record.begin, block_.encoding);
}

void ImportedRow::fault_at(std::size_t column, std::string found, std::string expected) {
    const auto place = place_at(column);
    Problem problem{file_, place.line, place.column, {}, std::move(found), std::move(expected)};
    // What is wrong with the case is wrong with each of its events, and said once.
    if (std::find(problems.begin(), problems.end(), problem) == problems.end()) problems.push_back(std::move(problem));
}

void ImportedRow::read_cells() {
    cells.resize(plan_.columns);
    for (auto& cell : cells) cell.clear();
    for (const auto& cell : record.cells)
        if (cell.number < plan_.columns) cells[cell.number] = cell_text(block_.bytes, cell, block_.encoding, scratch_);
}

bool ImportedRow::is_undecided(const EventPlan& event) const {
    return event.when != no_column && !plan_.listed.at(event.when).contains(cells[event.when]);
}

bool ImportedRow::holds(const EventPlan& event) const {
    if (event.when == no_column) return true;
    if (is_undecided(event)) return false;
    const auto& values = event.mapped->when.values;
    return (std::find(values.begin(), values.end(), cells[event.when]) != values.end()) == event.mapped->when.in;
}

void ImportedRow::check_conditions() {
    for (const auto& [column, values] : plan_.listed)
        if (!values.contains(cells[column]))
            fault_at(column, in_quotes(cells[column]), "a value that the mapping lists" + perhaps(cells[column], {values.begin(), values.end()}));
}

/// A day that no event takes would be lost without a word.
void ImportedRow::check_days() {
    std::set<std::size_t> taken;
    for (const auto& event : plan_.events)
        if (event.on != no_column && (holds(event) || is_undecided(event))) taken.insert(event.on);
    for (const auto& event : plan_.events)
        if (event.on != no_column && !cells[event.on].empty() && taken.insert(event.on).second)
            fault_at(event.on, in_quotes(cells[event.on]), "an empty cell, for no condition of the events of this day holds");
}

void ImportedRow::begin() {
    problems.clear();
    read_cells();
    check_record(block_, record, file_, problems);
    check_length(block_, record, plan_.columns, file_, problems);
}

void ImportedRow::check() {
    check_conditions();
    check_days();
}

}  // namespace maintien::io

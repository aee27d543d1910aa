#pragma once
// Small tables for the tests of suppression: cells, their margins, and a slow way to know what they give away.

#include "maintien/disclosure/primary.hpp"
#include "maintien/disclosure/secondary.hpp"

namespace maintien {

/// A row of its own that says one sum of counts.
inline void add_plain_row(CountSystem& system, const CountForm& form, std::int64_t limit) {
    system.rows.push_back(counted_row(system, {.counts = {form}}, limit));
}

/// A table with its margins, every number a row: the cells, the lines, the columns, the total.
inline CountSystem table_with_margins(const std::vector<std::vector<std::int64_t>>& table, std::int64_t limit) {
    CountSystem system;
    const std::size_t lines = table.size(), columns = table[0].size();
    for (const auto& line : table) system.truth.insert(system.truth.end(), line.begin(), line.end());
    const auto cell = [&](std::size_t i, std::size_t j) { return CountTerm{static_cast<std::uint32_t>(i * columns + j), 1}; };
    std::vector<CountForm> forms(lines + columns + 1);
    for (std::size_t i = 0; i < lines; ++i)
        for (std::size_t j = 0; j < columns; ++j) {
            add_plain_row(system, {cell(i, j)}, limit);
            for (const auto margin : {i, lines + j, lines + columns}) forms[margin].push_back(cell(i, j));
        }
    for (const auto& form : forms) add_plain_row(system, tidy(form), limit);
    return system;
}

/// How many rows are hidden for others' sake.
inline std::size_t secondaries(const CountSystem& system) {
    return static_cast<std::size_t>(std::count_if(system.rows.begin(), system.rows.end(), [](const CountRow& row) { return row.hiding == Hiding::secondary; }));
}

/// Whether what is hidden now protects everything.
inline bool is_protected(const CountSystem& system) {
    const Outlook outlook(system);
    const Attacker attacker(outlook);
    return std::all_of(system.protected_counts.begin(), system.protected_counts.end(), [&](const ProtectedCount& count) {
        return attacker.world_with(count.form, 1) && attacker.world_with(count.form, count.limit - 1);
    });
}

}  // namespace maintien

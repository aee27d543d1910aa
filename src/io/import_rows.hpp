#pragma once
// The rows of an imported table, read block by block.

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>

#include "import_plan.hpp"

namespace maintien::io {

/// What the rows of a table have shown so far.
struct ImportNotes {
    std::unordered_map<std::string, std::size_t> line_of_case{};
    std::map<std::string, std::int64_t> unused{};  // by column: rows that fill it and yield no event that reads it
    std::int64_t without_event = 0;
};

/// Reads the rows of one block of a table by its plan.
Batch read_import_block(const Block& block, const TablePlan& plan, char delimiter, const Frame& frame, ImportNotes& notes);

}  // namespace maintien::io

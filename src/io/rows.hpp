#pragma once
// Blocks of rows to batches, one function for each dialect.

#include <array>
#include <optional>
#include <vector>

#include "batch.hpp"
#include "block_reader.hpp"

namespace maintien::io {

/// Reads the lines of a block; `first` when it is the source's first block, which may begin with the heading.
Batch read_json_block(const Block& block, bool first, const Frame& frame);

inline constexpr std::size_t no_column = static_cast<std::size_t>(-1);

/// The header of a table of events.
struct Columns {
    char delimiter = ',';
    std::vector<std::optional<Key>> keys{};             // of each column; nothing when it is not known
    std::array<std::size_t, key_count> column_of{};     // of each key, or `no_column`
    bool readable = false;                              // whether rows can be read by it
    Problems problems{};                                // unknown, repeated and lacking columns
    std::int64_t empty_rows = 0;                        // before the header
};

/// Reads the header of a table and takes it off its first block.
Columns read_columns(Block& block, char delimiter, const std::string& file);

/// Reads the records of a block.
Batch read_table_block(const Block& block, const Columns& columns, const Frame& frame);

/// The first filled record of a block, which is taken off it.
struct Header {
    std::vector<std::string> names{};
    std::vector<FilePlace> places{};
    FilePlace place{};
    std::int64_t empty_rows = 0;
    Problems problems{};
};
Header read_header(Block& block, char delimiter, const std::string& file);

/// Faults of the quotes, line ends and characters of a record.
void check_record(const Block& block, const CsvRecord& record, const std::string& file, std::vector<Problem>& problems);

/// The fault of a record that does not have as many cells as the header.
void check_length(const Block& block, const CsvRecord& record, std::size_t columns, const std::string& file,
                  std::vector<Problem>& problems);

/// @throws DocumentError when a source begins as UTF-16 does.
void refuse_utf_16(std::string_view beginning, const std::string& file);

/// The delimiter of a table of events. Tabs have no place there: they stand in tables that others export, and that are imported.
/// @throws DocumentError at the first tab when it is tabs that stand between the columns.
char comma_or_semicolon(std::string_view beginning, const std::string& file);

/// The fault of a block whose only record is beyond the limit.
Problem too_long(const Block& block, const std::string& file);

}  // namespace maintien::io

#pragma once
/// @file
/// Tables of comma-separated values (RFC 4180), as spreadsheets export them.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "maintien/io/encoding.hpp"

namespace maintien::io {

/// A cell where it lies in the bytes of a table, its quotes included.
struct CsvCell {
    std::size_t begin = 0;     ///< first byte, just after the delimiter
    std::size_t end = 0;       ///< past its last byte
    std::uint32_t number = 0;  ///< which cell of its record it is, from 0
    bool quoted = false;       ///< whether it stands in quotes
    bool doubled = false;      ///< whether a quote inside is doubled
};

/// A fault of the quotes or line ends of a record.
struct CsvFault {
    std::size_t at = 0;         ///< the byte
    std::string_view found;     ///< what stands there
    std::string_view expected;  ///< what should
};

/// One record of a table: a line, or several when a quoted cell holds line ends. Only cells that have a byte in them are listed:
/// a table of events has some fifty columns, of which a row fills five.
struct CsvRecord {
    std::size_t begin = 0;             ///< its first byte, which begins a physical line
    std::size_t end = 0;               ///< past its last byte, the line end left out
    std::size_t line = 1;              ///< its first physical line
    bool ended = false;                ///< whether its line end was seen: more bytes could change the last record of a part
    std::size_t count = 0;             ///< how many cells it has, the empty ones included
    std::vector<CsvCell> cells{};      ///< the cells that have a byte in them, in order
    std::vector<CsvFault> faults{};    ///< what is wrong with it; then the cells may be incomplete
};

/// Walks over the records of a table, or of a part of one that begins with a record.
///
/// Line ends are LF or CRLF. A quote inside an unquoted cell, text after a closing quote, a quote that is never closed and a
/// carriage return alone are faults. A record whose quotes go wrong ends with the line on which the quote was opened, so that one quote
/// too many costs one line and not the rest of the file.
class CsvCursor {
public:
    /// Begins at the first byte of `bytes`, which is on line `first_line`.
    CsvCursor(std::string_view bytes, char delimiter, std::size_t first_line = 1)
        : bytes_(bytes), delimiter_(delimiter), line_(first_line) {}

    /// Reads the next record; false at the end.
    bool next(CsvRecord& record);
    /// The first byte that has not been read.
    std::size_t at() const { return at_; }
    /// The line of the first byte that has not been read.
    std::size_t line() const { return line_; }

private:
    std::size_t plain_cell(std::size_t from, CsvRecord& record) const;
    std::size_t quoted_cell(std::size_t from, CsvRecord& record) const;
    std::size_t broken_off(std::size_t from, CsvRecord& record) const;
    std::size_t read_cells(CsvRecord& record) const;
    bool ends_cell(std::size_t at) const;

    std::string_view bytes_;
    char delimiter_;
    std::size_t at_ = 0;
    std::size_t line_;
};

/// A cell of a record by its number, or null when it is empty.
const CsvCell* cell_at(const CsvRecord& record, std::size_t number);

/// The first byte of a cell of a record by its number, which is below `record.count`; of an empty one, where it would stand.
std::size_t begin_of(const CsvRecord& record, std::size_t number);

/// What a cell says, in UTF-8, unquoted and trimmed; `scratch` holds it when it cannot be seen where it lies.
std::string_view cell_text(std::string_view bytes, const CsvCell& cell, Encoding encoding, std::string& scratch);

/// A place in a file as people count: physical line and character, both from 1.
struct FilePlace {
    std::size_t line = 1;    ///< physical line
    std::size_t column = 1;  ///< character of the line
};

/// The place of a byte of a record.
FilePlace place_of(std::string_view bytes, const CsvRecord& record, std::size_t at, Encoding encoding);

/// The delimiter of a table: whichever of `;`, `,` and tab its first filled line has most often outside quotes; a comma when it has none.
char detect_delimiter(std::string_view beginning);

/// Whether no cell of a record says anything.
bool is_empty(std::string_view bytes, const CsvRecord& record, Encoding encoding);

}  // namespace maintien::io

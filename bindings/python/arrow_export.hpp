#pragma once
// Tables on their way out, laid out as Arrow's C data interface says.

#include <memory>
#include <string>
#include <vector>

#include "frame_columns.hpp"
#include "maintien/io/arrow.hpp"

namespace maintien::python {

/// A column that grows row by row; rows that are passed over are null.
class OutColumn {
public:
    OutColumn(std::string name, CellKind kind, const std::vector<std::string_view>& codes = {});

    /// The value of a row, which comes after those set before.
    void set(std::size_t row, const CellValue& value);
    void set_text(std::size_t row, std::string_view text);
    void set_whole(std::size_t row, std::int64_t number);
    /// The column has so many rows.
    void finish(std::size_t rows);

    std::string name{};
    std::string format{};
    std::size_t rows = 0, filled = 0;
    std::vector<std::uint8_t> validity{};
    std::vector<std::int64_t> edges{};          // where texts and lists begin, and where the last one ends
    std::vector<char> bytes{};                  // the values, one after the other
    std::unique_ptr<OutColumn> dictionary{};    // the spellings of codes
    std::unique_ptr<OutColumn> items{};         // of lists

private:
    void begin(std::size_t row);
    void add_bytes(const void* value, std::size_t size);

    CellKind kind_;
    std::size_t width_ = 0;
};

/// A table ready to leave.
struct OutTable {
    std::vector<std::unique_ptr<OutColumn>> columns{};
    std::size_t rows = 0;
};

/// A table of columns, worked out value by value.
std::shared_ptr<const OutTable> table_of(const std::vector<FrameColumn>& columns, std::size_t rows);

/// The capsule of a stream with the table as its only chunk; every part that somebody holds keeps the table alive.
py::capsule stream_of(std::shared_ptr<const OutTable> table);

}  // namespace maintien::python

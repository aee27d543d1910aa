#pragma once
// A source cut into blocks of whole records, so that blocks can be read by several threads.

#include <cstddef>
#include <string>

#include "byte_stream.hpp"
#include "maintien/io/encoding.hpp"

namespace maintien::io {

inline constexpr std::size_t block_size = std::size_t{1} << 20;

/// Whole records of a source.
struct Block {
    std::string bytes{};
    std::size_t first_line = 1;
    Encoding encoding = Encoding::utf_8;  // of this block; UTF-8 when it is plain ASCII
    bool too_long = false;                // its only record is beyond the limit; nothing follows
};

/// Cuts a source into blocks.
class BlockReader {
public:
    explicit BlockReader(ByteStream& stream, Encoding encoding = Encoding::utf_8);

    /// What the source begins with, a byte order mark left out.
    std::string_view beginning() const { return buffer_; }
    /// Records are those of a table with this delimiter; before, a record is a line.
    void cut_as_table(char delimiter) { delimiter_ = delimiter; }
    /// The next block; false at the end.
    bool next(Block& block);

private:
    void fill(std::size_t size);
    std::size_t whole_records() const;
    std::size_t whole_table_records() const;
    std::size_t first_cut();

    ByteStream& stream_;
    Encoding encoding_;
    char delimiter_ = 0;
    std::string buffer_;
    std::size_t line_ = 1;
    bool at_end_ = false;
    bool too_long_ = false;
};

}  // namespace maintien::io

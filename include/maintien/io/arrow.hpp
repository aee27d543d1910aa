#pragma once
/// @file
/// Tables in memory: events from data frames, by way of Apache Arrow's C data and C stream interfaces.

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "maintien/io/events.hpp"

namespace maintien::io {

/// The type of a column, laid out as Arrow's C data interface says (arrow.apache.org/docs/format/CDataInterface.html).
struct ArrowSchema {
    const char* format = nullptr;                 ///< the type, spelt as the interface says
    const char* name = nullptr;                   ///< the column's name
    const char* metadata = nullptr;               ///< what else is known of it
    std::int64_t flags = 0;                       ///< 2 when there may be nulls
    std::int64_t n_children = 0;                  ///< how many columns it has itself
    ArrowSchema** children = nullptr;             ///< these
    ArrowSchema* dictionary = nullptr;            ///< the type of the values that numbers stand for, or none
    void (*release)(ArrowSchema*) = nullptr;      ///< lets go of it; none when that has been done
    void* private_data = nullptr;                 ///< the producer's own
};

/// The values of a column, laid out as Arrow's C data interface says.
struct ArrowArray {
    std::int64_t length = 0;                      ///< how many values
    std::int64_t null_count = 0;                  ///< how many of them are null, -1 when nobody counted
    std::int64_t offset = 0;                      ///< how many values of the buffers come before the first
    std::int64_t n_buffers = 0;                   ///< how many buffers
    std::int64_t n_children = 0;                  ///< how many columns it has itself
    const void** buffers = nullptr;               ///< the buffers; the first tells the nulls
    ArrowArray** children = nullptr;              ///< its columns
    ArrowArray* dictionary = nullptr;             ///< the values that numbers stand for, or none
    void (*release)(ArrowArray*) = nullptr;       ///< lets go of it; none when that has been done
    void* private_data = nullptr;                 ///< the producer's own
};

/// A table that comes chunk by chunk, laid out as Arrow's C stream interface says.
struct ArrowArrayStream {
    int (*get_schema)(ArrowArrayStream*, ArrowSchema*) = nullptr;     ///< the types of the columns; 0 when it could be told
    int (*get_next)(ArrowArrayStream*, ArrowArray*) = nullptr;        ///< the next chunk, released already after the last; 0 when there was no fault
    const char* (*get_last_error)(ArrowArrayStream*) = nullptr;       ///< the fault in words, or none
    void (*release)(ArrowArrayStream*) = nullptr;                     ///< lets go of it; none when that has been done
    void* private_data = nullptr;                                     ///< the producer's own
};

/// One of the structures above, let go of at the end.
template <class Structure>
class ArrowOwned {
public:
    /// Nothing yet, to be filled.
    ArrowOwned() = default;
    /// Takes a structure over from where it stands, which is left released.
    explicit ArrowOwned(Structure& from) : held(std::exchange(from, Structure{})) {}
    /// Takes over what another holds.
    ArrowOwned(ArrowOwned&& other) noexcept : held(std::exchange(other.held, Structure{})) {}
    /// Takes over what another holds, which lets go of what was held.
    ArrowOwned& operator=(ArrowOwned&& other) noexcept {
        std::swap(held, other.held);
        return *this;
    }
    ~ArrowOwned() {
        if (held.release) held.release(&held);
    }

    Structure held{};  ///< the structure
};

/// A table in memory: its columns, and its rows chunk by chunk.
struct ArrowTable {
    std::string name{};                               ///< what faults call it
    ArrowOwned<ArrowSchema> schema{};                 ///< a structure whose fields are the columns
    std::vector<ArrowOwned<ArrowArray>> chunks{};     ///< the rows
};

/// All of a stream. @throws DocumentError when the stream breaks off, or is no table
ArrowTable read_stream(ArrowOwned<ArrowArrayStream> stream, std::string name);

/// Reads tables of events together, as one register: the columns of the CSV dialect, by the very rules of `read_events`.
///
/// Texts (of all three layouts) are read as cells are; whole numbers, truth values, dates and times of day as what they are; a timestamp
/// is a day when it is midnight and has no time zone. Any of them may be numbers of a dictionary; several codes may be a list of
/// texts. Null is absent. A fault names the table, its row from 1 as line, and its column as pointer (`/outcome`).
///
/// Nothing is copied but what the register keeps. `options.headway` is told rows instead of bytes.
/// @throws DocumentError as `read_events`, and for a column of a type that cannot hold what it should
ReadResult read_tables(std::span<const ArrowTable> tables, const ReadOptions& options = {});

}  // namespace maintien::io

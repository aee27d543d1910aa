#pragma once
/// @file
/// Reading event files: `maintien-events/1` as JSON Lines or CSV.

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "maintien/io/errors.hpp"
#include "maintien/io/source.hpp"
#include "maintien/register/event_table.hpp"

namespace maintien::io {

/// How event files are read.
struct ReadOptions {
    bool keep_rejects = false;  ///< leave out the cases with a bad row instead of refusing the files
    unsigned threads = 0;       ///< threads at most; 0 means all cores. The result does not depend on it
    std::function<void(std::uint64_t)> headway{};  ///< told, on the calling thread, how many bytes of all sources are read; from 0 again when they are read twice
};

/// A row that was left out.
struct RejectedRow {
    Problem problem;  ///< its first fault, with what was found and expected of the others after it; `case rejected` for a good row of a rejected case
    std::string row;  ///< the row as it stands in the file, in UTF-8, without its line end
};

/// What a reading gives.
struct ReadResult {
    EventTable table{};                    ///< the events, in the order of the files and of their rows
    std::int64_t rejected_cases = 0;       ///< cases left out
    std::int64_t rejected_rows = 0;        ///< rows left out: the bad ones and the good ones of rejected cases
    std::int64_t skipped_empty_rows = 0;   ///< wholly empty rows
    std::vector<RejectedRow> rejects{};    ///< the rows left out, in the order of the files and of their rows
    std::vector<std::string> remarks{};    ///< what the user should know, for standard error
};

/// Reads event files together, as one register: cases may go from one file to the next, an amendment may stand before or after what it amends.
///
/// Strict: required attributes, attributes on events they do not belong to, unknown codes and fields, ranges, dates, times,
/// pseudonyms. An `id` is used once in a file and once in a case; `amends` names an entry of the same case, and an amendment
/// is itself only amended by withdrawing it. In JSON `null` means absent, as does an empty list.
/// Documented in docs/formats.md.
///
/// @throws DocumentError with every fault when a row is bad, unless `keep_rejects`; then every case with a bad row is left out
/// whole, and a row whose case cannot be told is left out alone. Faults of the file as such (no such file, no header,
/// an unknown column, another format, a record beyond `longest_record`) are thrown all the same, with those of the rows.
ReadResult read_events(std::span<const Source> sources, const ReadOptions& options = {});

/// The longest line or CSV record that is read, in bytes.
inline constexpr std::size_t longest_record = std::size_t{16} << 20;

}  // namespace maintien::io

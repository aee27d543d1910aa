#pragma once
// Batches: what one block of a source gives, with tables and numbers of its own, so that blocks can be read side by side.

#include <cstdint>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "maintien/io/csv.hpp"
#include "maintien/io/events.hpp"
#include "row_decoder.hpp"

namespace maintien::io {

inline constexpr CaseIndex no_case = UINT32_MAX;

/// A row that cannot be used, and the case it costs when that is known.
struct BadRow {
    std::size_t source = 0;
    CaseIndex case_index = no_case;
    Problem problem{};  // its line is where the row begins in the file's order of rows
    std::size_t line = 0;
};

/// An entry that has an id.
struct IdUse {
    NameIndex id = 0;
    CaseIndex case_index = no_case;
    FilePlace place{};  // column 0: the key of a JSON object
    std::size_t row_line = 0;
    bool amendment = false;
};

/// An amendment and what it amends.
struct AmendUse {
    NameIndex target = 0;
    NameIndex own = 0;
    CaseIndex case_index = no_case;
    FilePlace place{};
    std::size_t row_line = 0;
    bool replaces = false;
    std::size_t source = 0;
};

/// An entry of which the id or the case is not known: what an amendment names may be this one.
struct UnclearEntry {
    CaseIndex case_index = no_case;
    NameIndex id = 0;  // 0 when it may be any
};

/// What a first reading found to be left out.
struct Rejections {
    std::unordered_set<std::string> cases{};  // by `rejection_key`
    std::vector<BadRow> rows{};               // by source and line

    const BadRow* row(std::size_t source, std::size_t line) const;
};

inline std::string rejection_key(std::string_view service, std::string_view number) {
    return std::string(service).append(1, '\0').append(number);
}

/// What reading a block needs to know of its source and of the whole reading.
struct Frame {
    std::string file{};
    std::size_t source = 0;
    DateUse dates{};
    bool keep_rejects = false;
    const Rejections* rejections = nullptr;  // in a second reading
};

/// What one block gives.
struct Batch {
    EventTable table{};
    Problems problems{};
    std::vector<BadRow> bad{};
    std::vector<IdUse> ids{};
    std::vector<AmendUse> amends{};
    std::vector<UnclearEntry> unclear{};
    std::vector<RejectedRow> rejects{};
    std::int64_t empty_rows = 0;
    DateUse dates{};
    bool fatal = false;  // the source as such is at fault
    bool stop = false;   // nothing more can be read from it
};

/// A row as it stands in the file.
struct RawRow {
    std::size_t line = 1;
    std::string_view bytes{};
    Encoding encoding = Encoding::utf_8;
};

/// Fills a batch with rows. Not to be moved: the decoder points into the batch.
class BatchBuilder {
public:
    explicit BatchBuilder(const Frame& frame);
    BatchBuilder(const BatchBuilder&) = delete;
    BatchBuilder& operator=(const BatchBuilder&) = delete;

    /// Takes a row of the file: the events it gives, or its faults. `base` tells its case.
    /// @return the case, unless this is a second reading or nobody knows.
    CaseIndex take(const RawRow& raw, const DecodedRow& base, std::span<const DecodedRow> events, std::vector<Problem>& problems);
    /// Notes the id of an event and what it amends, with their places.
    void note_ids(const RawRow& raw, CaseIndex case_index, const DecodedRow& event, FilePlace id, FilePlace amends);
    /// Notes that a row of a case, or of any, may hold an entry that could not be read.
    void note_unclear(CaseIndex case_index, NameIndex id = 0) { batch.unclear.push_back({case_index, id}); }
    /// A fault of the source as such.
    void fatal(Problem problem, bool stop);

    Batch batch;
    RowDecoder decoder;

private:
    void take_again(const RawRow& raw, const DecodedRow& base, std::span<const DecodedRow> events);
    void reject(const RawRow& raw, Problem problem);
    void add(const DecodedRow& base, std::span<const DecodedRow> events);

    const Frame& frame_;
};

}  // namespace maintien::io

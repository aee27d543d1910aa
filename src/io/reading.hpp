#pragma once
// A reading of several sources: batches put together in order, and what only the whole can tell.

#include <cstdint>
#include <span>
#include <unordered_set>
#include <vector>

#include "batch.hpp"

namespace maintien::io {

/// Puts batches together. The result is that of reading row by row: neither the size of the blocks nor the number of threads shows.
class Reading {
public:
    Reading(std::span<const Source> sources, const Rejections* rejections);

    /// Adds what a block gave.
    void merge(Batch&& batch, const Frame& frame);
    /// Adds a fault of a source as such.
    void refuse(std::size_t source, Problems problems);
    /// Notes that nobody knows which ids a source has: part of it cannot be read, or their column.
    void ids_unknown() { any_unclear_ = true; }
    /// Counts empty rows that belong to no block.
    void skipped(std::size_t source, std::int64_t empty_rows) { empty_by_source_[source] += empty_rows; }
    /// Checks what amendments amend; call it once, at the end.
    void check_amendments();
    /// Notes that a row is bad, found out after it was read.
    void bad_row(std::size_t source, std::size_t line, CaseIndex case_index, Problem problem);

    bool good() const { return !fatal_ && !faulty_; }
    bool fatal() const { return fatal_; }
    /// Every fault, in the order of sources and lines.
    Problems problems();
    /// What has to be left out; the table is let go.
    Rejections rejections();
    /// The result of a good reading or of a second one.
    ReadResult result();

    DateUse dates{};  // of the source being read

private:
    /// Where an id was used; `earlier` is the place before, 0 when there is none.
    struct IdPlace {
        CaseIndex case_index = 0;
        std::size_t source = 0, row_line = 0;
        FilePlace place{};
        bool amendment = false;
        std::uint32_t earlier = 0;
    };

    void merge_table(const EventTable& from, std::vector<NameIndex>& names, std::vector<CaseIndex>& cases);
    void merge_uses(Batch& batch, const Frame& frame, const std::vector<NameIndex>& names, const std::vector<CaseIndex>& cases);
    void use_id(const IdUse& use, const Frame& frame);
    Problem id_problem(std::size_t source, FilePlace place, NameIndex id, std::string expected) const;
    bool may_be_unclear(NameIndex id, CaseIndex case_index) const;
    const IdPlace* place_of_id(NameIndex id, CaseIndex case_index) const;
    std::string line_text(const IdPlace& place, std::size_t source) const;

    std::span<const Source> sources_;
    const Rejections* rejections_;
    EventTable table_;
    std::vector<Problems> problems_;  // by source
    std::vector<BadRow> bad_;
    std::vector<std::uint32_t> last_place_;  // by name: the latest place of an id
    std::vector<IdPlace> id_places_{IdPlace{}};
    std::vector<AmendUse> amends_;
    std::unordered_set<CaseIndex> unclear_cases_;  // with an entry that may have any id
    std::unordered_set<NameIndex> unclear_ids_;    // of entries whose case is not known
    std::vector<RejectedRow> rejects_;
    std::vector<std::int64_t> empty_by_source_;
    bool fatal_ = false, faulty_ = false;
    bool any_unclear_ = false;  // an entry may have any id and any case
};

}  // namespace maintien::io

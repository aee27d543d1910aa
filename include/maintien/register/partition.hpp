#pragma once
/// @file
/// Grouping events by case, once.

#include <bit>
#include <vector>

#include "maintien/pathway/mask.hpp"
#include "maintien/register/event_table.hpp"
#include "maintien/register/parallel.hpp"

namespace maintien {

/// The marks of a register in buckets of neighbouring cases: bucket b holds the cases [b << shift, (b + 1) << shift).
struct Buckets {
    std::vector<DatedMark> marks{};       ///< bucket after bucket
    std::vector<std::size_t> first{};     ///< where each bucket begins; one more than buckets
    unsigned shift = 0;                   ///< how many cases a bucket holds, as a power of two

    /// Number of buckets.
    std::size_t size() const { return first.size() - 1; }
};

namespace detail {

/// As many cases a bucket as keep its marks in a core's cache, and at most 2,048 buckets, whose write positions fit there too.
inline unsigned bucket_shift(std::size_t cases, std::size_t rows) {
    const std::size_t wanted = std::bit_ceil(rows / 32768 + 1);
    const std::size_t buckets = wanted < 2048 ? wanted : 2048;
    unsigned shift = 0;
    while ((cases >> shift) >= buckets) ++shift;
    return shift;
}

/// The part of [0, rows) that falls to slice `slice` of `slices`.
constexpr std::pair<std::size_t, std::size_t> slice_of(std::size_t rows, std::size_t slice, std::size_t slices) {
    return {rows * slice / slices, rows * (slice + 1) / slices};
}

/// The cases that carry amendments: their masked rows must stay until the amendments are resolved.
inline std::vector<std::uint8_t> amended(const EventTable& table) {
    std::vector<std::uint8_t> flags(table.amended_cases.empty() ? 0 : table.cases(), 0);
    for (const CaseIndex index : table.amended_cases) flags[index] = 1;
    return flags;
}

/// Whether a row takes part: it passes the mask, or its case is amended.
inline bool takes_part(const EventTable& table, std::size_t row, const Mask& mask, const std::vector<std::uint8_t>& amended_flags) {
    if (!amended_flags.empty() && amended_flags[table.case_index[row]] != 0) return true;
    const Day on = table.on[row], recorded = table.recorded_on[row];
    return mask.lets_through(on, known(recorded) ? recorded : on);
}

/// Turns counts by slice and bucket into the positions where each slice writes, and gives where each bucket begins.
inline std::vector<std::size_t> write_positions(std::vector<std::vector<std::size_t>>& counts, std::size_t buckets) {
    std::vector<std::size_t> first(buckets + 1, 0);
    std::size_t at = 0;
    for (std::size_t b = 0; b < buckets; ++b) {
        first[b] = at;
        for (auto& slice : counts) {
            const std::size_t count = slice[b];
            slice[b] = at;
            at += count;
        }
    }
    first[buckets] = at;
    return first;
}

}  // namespace detail

/// Groups the rows of a table that pass the mask into buckets of neighbouring cases: one pass to count, one to write.
inline Buckets partition(const EventTable& table, const Mask& mask, unsigned threads) {
    Buckets buckets;
    buckets.shift = detail::bucket_shift(table.cases(), table.size());
    const std::size_t count = (table.cases() >> buckets.shift) + 1, slices = threads;
    const auto amended_flags = detail::amended(table);
    std::vector<std::vector<std::size_t>> positions(slices, std::vector<std::size_t>(count, 0));
    const auto for_rows = [&](std::size_t slice, auto&& use) {
        const auto [from, to] = detail::slice_of(table.size(), slice, slices);
        for (std::size_t row = from; row < to; ++row)
            if (detail::takes_part(table, row, mask, amended_flags)) use(row, positions[slice][table.case_index[row] >> buckets.shift]);
    };
    in_parallel(slices, threads, [&](std::size_t slice, unsigned) { for_rows(slice, [](std::size_t, std::size_t& n) { ++n; }); });
    buckets.first = detail::write_positions(positions, count);
    buckets.marks.resize(buckets.first.back());
    in_parallel(slices, threads, [&](std::size_t slice, unsigned) {
        for_rows(slice, [&](std::size_t row, std::size_t& at) { buckets.marks[at++] = dated_mark_at(table, table.case_index[row], {static_cast<std::uint32_t>(row)}); });
    });
    return buckets;
}

/// Groups the marks of one bucket by case into `sorted`, in the order of the cases; `ends[i]` is where the marks of its case i end.
inline void group_bucket(const Buckets& buckets, std::size_t bucket, std::vector<DatedMark>& sorted, std::vector<std::size_t>& ends) {
    const std::span marks(buckets.marks.data() + buckets.first[bucket], buckets.first[bucket + 1] - buckets.first[bucket]);
    const std::size_t width = std::size_t{1} << buckets.shift, first_case = bucket << buckets.shift;
    ends.assign(width + 1, 0);
    for (const auto& mark : marks) ++ends[mark.case_index - first_case + 1];
    for (std::size_t i = 0; i < width; ++i) ends[i + 1] += ends[i];
    sorted.resize(marks.size());
    for (const auto& mark : marks) sorted[ends[mark.case_index - first_case]++] = mark;
    ends.pop_back();
}

}  // namespace maintien

#pragma once
/// @file
/// Walking through a register case by case, on all cores.

#include <functional>

#include "maintien/pathway/amendments.hpp"
#include "maintien/register/case_facts.hpp"
#include "maintien/register/partition.hpp"

namespace maintien {

namespace detail {

/// The marks of one bucket, case after case; kept by each thread from bucket to bucket.
struct BucketDesk {
    std::vector<DatedMark> sorted{};   ///< the marks
    std::vector<std::size_t> ends{};   ///< where each case ends in them
};

/// What all buckets are walked with.
struct WalkedRegister {
    const EventTable& table;                        ///< the register
    const Mask& mask;                               ///< which facts count
    const Buckets& buckets;                         ///< its marks in buckets
    const std::vector<std::uint8_t>& amended_flags; ///< which cases carry amendments
    CaseColumns& cases;                             ///< where what is known of each case is entered
};

/// Visits the cases of one bucket that have a mark left once amendments are in and the mask is on.
template <class Visit>
void walk_bucket(BucketDesk& desk, const WalkedRegister& walked, std::size_t bucket, Visit&& visit) {
    group_bucket(walked.buckets, bucket, desk.sorted, desk.ends);
    std::size_t first = 0;
    for (const std::size_t last : desk.ends) {
        std::span<DatedMark> marks(desk.sorted.data() + first, last - first);
        first = last;
        if (marks.empty()) continue;
        const CaseIndex index = marks.front().case_index;
        std::vector<DatedMark> standing;
        if (!walked.amended_flags.empty() && walked.amended_flags[index] != 0) marks = standing = with_amendments<EventTable>(marks, walked.mask, walked.table);
        if (marks.empty()) continue;
        sort_canonically(marks, walked.table);
        note_case_facts(walked.cases, marks, walked.table);
        visit(index, std::span<const DatedMark>(marks));
    }
}

}  // namespace detail

/// Somebody who is told how far a long work has come: so many parts of so many are done.
using Headway = std::function<void(std::uint64_t done, std::uint64_t whole)>;

/// Visits every case that has a mark left under the mask: `visit(desk, part, index, marks)` with its marks in canonical order,
/// after what is known of it was entered in `cases`. Each thread has its `Desk`; each bucket of neighbouring cases fills a `Part`,
/// and the parts come back in the order of the cases, whatever the number of threads. `headway` is told, on the calling thread, how much is done.
template <class Desk, class Part, class Visit>
std::vector<Part> walk_cases(const EventTable& table, const Mask& mask, unsigned threads, CaseColumns& cases, Visit&& visit, const Headway& headway = {}) {
    const unsigned workers = thread_count(threads);
    const Buckets buckets = partition(table, mask, workers);
    const auto amended_flags = detail::amended(table);
    const detail::WalkedRegister walked{table, mask, buckets, amended_flags, cases};
    std::vector<Part> parts(buckets.size());
    std::vector<Desk> desks(workers);
    std::vector<detail::BucketDesk> bucket_desks(workers);
    in_parallel(buckets.size(), workers, [&](std::size_t bucket, unsigned worker) {
        if (headway && worker == 0) headway(bucket, buckets.size());
        detail::walk_bucket(bucket_desks[worker], walked, bucket, [&](CaseIndex index, std::span<const DatedMark> marks) { visit(desks[worker], parts[bucket], index, marks); });
    });
    return parts;
}

}  // namespace maintien

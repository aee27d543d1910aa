#pragma once
/// @file
/// Amendments resolved: what a case file says once its corrections are in.

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "maintien/pathway/dated_mark.hpp"
#include "maintien/pathway/mask.hpp"

namespace maintien {

namespace detail {

/// Whether amendment `a` gives way to amendment `b` of the same entry: the later known wins, then the withdrawal, then the greater canonical JSON.
template <EntrySource Source>
bool gives_way(const DatedMark& a, const DatedMark& b, const Source& source) {
    if (a.known_since != b.known_since) return a.known_since < b.known_since;
    const bool a_withdraws = !entry_at(source, a.at).replacement, b_withdraws = !entry_at(source, b.at).replacement;
    if (a_withdraws != b_withdraws) return b_withdraws;
    return canonical_json_at(source, a) < canonical_json_at(source, b);
}

/// The amendments of one case that are known, by the entry they amend.
using AmendmentsByTarget = std::vector<std::pair<NameIndex, const DatedMark*>>;

template <EntrySource Source>
AmendmentsByTarget amendments_by_target(std::span<const DatedMark> file, const Mask& mask, const Source& source) {
    AmendmentsByTarget found;
    for (const auto& mark : file)
        if (mark.mark.event == Event::amendment && mask.knows(mark.known_since))
            found.emplace_back(value_of(entry_at(source, mark.at), Attribute::amends).value_or(0), &mark);
    std::sort(found.begin(), found.end());
    return found;
}

/// The amendment that stands for the entry called `id`, or none. An amendment that is itself amended does not count;
/// `depth` stops at amendments that amend each other.
template <EntrySource Source>
const DatedMark* standing_amendment(NameIndex id, const AmendmentsByTarget& amendments, const Source& source, int depth = 0) {
    const DatedMark* standing = nullptr;
    if (id == 0 || depth > 64) return nullptr;
    auto at = std::lower_bound(amendments.begin(), amendments.end(), std::pair<NameIndex, const DatedMark*>{id, nullptr});
    for (; at != amendments.end() && at->first == id; ++at) {
        if (standing_amendment(entry_at(source, at->second->at).id, amendments, source, depth + 1)) continue;
        if (!standing || gives_way(*standing, *at->second, source)) standing = at->second;
    }
    return standing;
}

}  // namespace detail

/// The marks of one case with its amendments carried out and left out themselves: they correct the file and are no step of
/// the pathway. What the mask hides is left out; amendments are masked by the day of knowledge alone.
template <EntrySource Source>
std::vector<DatedMark> with_amendments(std::span<const DatedMark> file, const Mask& mask, const Source& source) {
    const auto amendments = detail::amendments_by_target(file, mask, source);
    std::vector<DatedMark> standing;
    for (const auto& mark : file) {
        if (mark.mark.event == Event::amendment) continue;
        const auto* amendment = detail::standing_amendment(entry_at(source, mark.at).id, amendments, source);
        if (amendment && !entry_at(source, amendment->at).replacement) continue;
        const auto effective = amendment ? dated_mark_at(source, mark.case_index, replacement_of(source, amendment->at)) : mark;
        if (mask.lets_through(effective.mark.on, effective.known_since)) standing.push_back(effective);
    }
    return standing;
}

}  // namespace maintien

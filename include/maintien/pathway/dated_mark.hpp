#pragma once
/// @file
/// Marks on their way into canonical order.

#include <algorithm>
#include <span>

#include "maintien/case/canonical_json.hpp"
#include "maintien/pathway/mark.hpp"

namespace maintien {

/// The position of a case among many.
using CaseIndex = std::uint32_t;

/// Where an entry lies among its like: an entry of the file, or one that an amendment puts in place of another.
struct EntryPlace {
    static constexpr std::uint32_t replacement_bit = 0x80000000u;  ///< set for a replacing entry
    std::uint32_t place = 0;                                       ///< the position, with or without the bit

    /// Whether it is a replacing entry.
    constexpr bool is_replacement() const { return (place & replacement_bit) != 0; }
    /// The position without the bit.
    constexpr std::uint32_t position() const { return place & ~replacement_bit; }
};

/// A mark with what its order in the case depends on.
struct DatedMark {
    Mark mark{};               ///< the mark
    CaseIndex case_index = 0;  ///< its case
    Day known_since{};         ///< the day it became known
    EntryPlace at{};           ///< where its entry lies
};

/// Where entries lie: the history of one case, or the columns of a register. It gives the entry at a place, the place of
/// the entry an amendment puts in place, the key of a case, and the names.
template <class Source>
concept EntrySource = requires(const Source& source, EntryPlace at, CaseIndex index) {
    { entry_at(source, at) } -> std::convertible_to<EntryView>;
    { replacement_of(source, at) } -> std::convertible_to<EntryPlace>;
    { key_of(source, index) } -> std::convertible_to<CaseKey>;
    { source.names } -> std::convertible_to<const NamePool&>;
};

/// The mark of the entry at a place.
template <EntrySource Source>
DatedMark dated_mark_at(const Source& source, CaseIndex index, EntryPlace at) {
    const EntryView entry = entry_at(source, at);
    return {mark_of(entry), index, known_since(entry), at};
}

/// The canonical JSON of the entry behind a mark.
template <EntrySource Source>
std::string canonical_json_at(const Source& source, const DatedMark& mark) {
    return canonical_json(key_of(source, mark.case_index), entry_at(source, mark.at), source.names);
}

/// The canonical order of the entries of one case: day, event, day of knowledge, the event's own code, then canonical JSON.
/// Never the position in a file.
template <EntrySource Source>
bool canonically_before(const DatedMark& a, const DatedMark& b, const Source& source) {
    const Mark &x = a.mark, &y = b.mark;
    if (x.on != y.on) return x.on < y.on;
    if (x.event != y.event) return x.event < y.event;
    if (a.known_since != b.known_since) return a.known_since < b.known_since;
    if (has_own_code(x.event) && x.code != y.code) return x.code < y.code;
    return canonical_json_at(source, a) < canonical_json_at(source, b);
}

/// Puts the marks of one case into canonical order; cases are short and mostly in order already.
template <EntrySource Source>
void sort_canonically(std::span<DatedMark> marks, const Source& source) {
    const auto before = [&](const DatedMark& a, const DatedMark& b) { return canonically_before(a, b, source); };
    if (marks.size() > 64) return std::sort(marks.begin(), marks.end(), before);
    for (std::size_t i = 1; i < marks.size(); ++i) {
        const DatedMark moved = marks[i];
        std::size_t j = i;
        for (; j > 0 && before(moved, marks[j - 1]); --j) marks[j] = marks[j - 1];
        marks[j] = moved;
    }
}

}  // namespace maintien

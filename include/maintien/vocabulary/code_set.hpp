#pragma once
/// @file
/// Sets of codes as one machine word: how rules name several codes at once.

#include <cstdint>
#include <initializer_list>

#include "maintien/vocabulary/code_list.hpp"

namespace maintien {

/// A set of codes of one closed list (at most 64 codes).
template <ClosedList Code>
struct CodeSet {
    static_assert(count_of<Code> <= 64);
    std::uint64_t bits = 0;  ///< bit i: the code at position i is in the set

    constexpr CodeSet() = default;

    /// The set of the given codes.
    constexpr CodeSet(std::initializer_list<Code> codes) {
        for (const Code code : codes) bits |= std::uint64_t{1} << index_of(code);
    }

    /// Whether the set holds `code`.
    constexpr bool contains(Code code) const { return (bits >> index_of(code) & 1) != 0; }

    /// The codes of both sets.
    constexpr CodeSet operator|(CodeSet other) const {
        CodeSet both;
        both.bits = bits | other.bits;
        return both;
    }

    constexpr bool operator==(const CodeSet&) const = default;
};

/// Every code of a closed list.
template <ClosedList Code>
constexpr CodeSet<Code> all_codes() {
    CodeSet<Code> all;
    for (const auto& term : terms_of<Code>) all.bits |= std::uint64_t{1} << index_of(term.value);
    return all;
}

}  // namespace maintien

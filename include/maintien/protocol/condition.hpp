#pragma once
/// @file
/// Conditions: which variants of an event a row of a protocol speaks of.

#include <cstdint>

#include "maintien/vocabulary/code_set.hpp"
#include "maintien/vocabulary/fixed_list.hpp"
#include "maintien/vocabulary/attribute.hpp"

namespace maintien {

/// One attribute of an event and the codes it must be among; booleans are the codes 0 (`false`) and 1 (`true`).
struct Clause {
    Attribute attribute = Attribute::by;  ///< the attribute looked at
    std::uint64_t codes = 0;              ///< bit i: the code at position i of its list is accepted
    constexpr bool operator==(const Clause&) const = default;
};

/// All clauses must hold; without a clause the condition always holds.
using Condition = FixedList<Clause, 2>;

/// The condition "`attribute` is among `codes`".
template <ClosedList Code>
constexpr Condition when(Attribute attribute, CodeSet<Code> codes) {
    return {Clause{attribute, codes.bits}};
}

/// The condition "`attribute` is true" or "is not true": absent counts as false.
constexpr Condition when(Attribute attribute, bool value) {
    return {Clause{attribute, value ? std::uint64_t{2} : std::uint64_t{1}}};
}

}  // namespace maintien

#pragma once
/// @file
/// Cell ranges: where among the integers of a stratum something is counted.

#include <cstddef>
#include <cstdint>

#include "maintien/vocabulary/fixed_list.hpp"

namespace maintien {

/// A run of neighbouring cells. A block with several cells holds one for each code of a list, then perhaps one for `unknown`.
struct CellRange {
    std::uint16_t first = 0;  ///< position of the first cell
    std::uint16_t count = 1;  ///< number of cells

    /// One cell of the run.
    constexpr CellRange at(std::size_t i) const { return {static_cast<std::uint16_t>(first + i), 1}; }
    /// Some neighbouring cells of the run.
    constexpr CellRange part(std::size_t from, std::size_t cells) const { return {static_cast<std::uint16_t>(first + from), static_cast<std::uint16_t>(cells)}; }
    /// Position past the last cell.
    constexpr std::uint16_t end() const { return static_cast<std::uint16_t>(first + count); }
    constexpr bool operator==(const CellRange&) const = default;
};

/// A sum of cells.
using CellSum = FixedList<CellRange, 4>;

namespace detail {

/// Deals out cells one block after the other.
struct CellDealer {
    std::uint16_t next = 0;
    constexpr CellRange deal(std::size_t count = 1) {
        const CellRange range{next, static_cast<std::uint16_t>(count)};
        next = range.end();
        return range;
    }
    template <class... Ranges>
    constexpr void deal_each(Ranges&... ranges) {
        ((ranges = deal()), ...);
    }
};

}  // namespace detail
}  // namespace maintien

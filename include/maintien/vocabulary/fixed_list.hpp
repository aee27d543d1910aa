#pragma once
/// @file
/// A short list without allocation, so that a protocol can be a compile-time constant.

#include <array>
#include <cassert>
#include <cstddef>
#include <initializer_list>

namespace maintien {

/// At most `Capacity` rows of a protocol, in order; filling it beyond that is our mistake and stops compilation.
template <class Row, std::size_t Capacity>
struct FixedList {
    std::array<Row, Capacity> rows{};  ///< the rows; those from `count` on are unused
    std::size_t count = 0;             ///< how many rows are used

    constexpr FixedList() = default;

    /// The list of the given rows.
    constexpr FixedList(std::initializer_list<Row> given) {
        for (const auto& row : given) push_back(row);
    }

    /// Adds a row at the end.
    constexpr void push_back(const Row& row) {
        assert(count < Capacity);
        rows[count++] = row;
    }

    /// Removes the row at `position`; the others keep their order.
    constexpr void erase(std::size_t position) {
        assert(position < count);
        for (std::size_t i = position + 1; i < count; ++i) rows[i - 1] = rows[i];
        rows[--count] = Row{};
    }

    /// Whether both hold the same rows in the same order.
    constexpr bool operator==(const FixedList& other) const {
        if (count != other.count) return false;
        for (std::size_t i = 0; i < count; ++i)
            if (!(rows[i] == other.rows[i])) return false;
        return true;
    }

    constexpr std::size_t size() const { return count; }                           ///< number of rows
    constexpr bool empty() const { return count == 0; }                            ///< whether there is none
    constexpr const Row* begin() const { return rows.data(); }                     ///< first row
    constexpr const Row* end() const { return rows.data() + count; }               ///< past the last row
    constexpr Row* begin() { return rows.data(); }                                 ///< first row
    constexpr Row* end() { return rows.data() + count; }                           ///< past the last row
    constexpr const Row& operator[](std::size_t i) const { return rows[i]; }       ///< row `i`
    constexpr Row& operator[](std::size_t i) { return rows[i]; }                   ///< row `i`
};

}  // namespace maintien

#pragma once
// Searching text eight bytes at a time.

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace maintien::io {

/// Eight copies of a byte.
constexpr std::uint64_t eight(char byte) { return 0x0101010101010101u * static_cast<unsigned char>(byte); }

/// Eight bytes, the first one lowest.
inline std::uint64_t word_at(const char* at) {
    std::uint64_t word = 0;
    if constexpr (std::endian::native == std::endian::little) std::memcpy(&word, at, 8);
    else
        for (int i = 7; i >= 0; --i) word = word << 8 | static_cast<unsigned char>(at[i]);
    return word;
}

/// Which of eight bytes the lowest bit set belongs to.
inline std::size_t lowest_byte(std::uint64_t bits) { return static_cast<std::size_t>(std::countr_zero(bits)) / 8; }

/// How often a byte stands one after the other from a place on.
inline std::size_t run_length(std::string_view bytes, char c, std::size_t from) {
    auto at = from;
    for (; at + 8 <= bytes.size(); at += 8)
        if (const auto others = word_at(bytes.data() + at) ^ eight(c); others != 0) return at + lowest_byte(others) - from;
    while (at < bytes.size() && bytes[at] == c) ++at;
    return at - from;
}

/// The first byte that is the delimiter, or a quote, or below it, as line ends are; or `end`. The letters of cells are passed eight at a time.
inline const char* first_mark(const char* at, const char* end, char delimiter) {
    constexpr auto ones = eight(1), highest = eight('\x80');
    for (; end - at >= 8; at += 8) {
        const auto word = word_at(at), others = word ^ eight(delimiter);
        // A borrow can mark bytes after one that is truly marked, never before: the lowest is right.
        const auto marks = (((word - eight('"' + 1)) & ~word) | ((others - ones) & ~others)) & highest;
        if (marks != 0) return at + lowest_byte(marks);
    }
    while (at != end && static_cast<unsigned char>(*at) > '"' && *at != delimiter) ++at;
    return at;
}

/// How many lines end in a text.
inline std::size_t lines_in(std::string_view bytes) {
    std::size_t lines = 0;
    for (auto at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1)) ++lines;
    return lines;
}

}  // namespace maintien::io

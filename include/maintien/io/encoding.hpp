#pragma once
/// @file
/// Encodings of spreadsheet exports: UTF-8 and Windows-1252.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace maintien::io {

/// How the characters of a table are written in bytes.
enum class Encoding : std::uint8_t {
    automatic,    ///< to be found out from the bytes
    utf_8,        ///< UTF-8, with or without byte order mark
    windows_1252  ///< what French spreadsheets save; the bytes 81, 8D, 8F, 90 and 9D mean nothing
};

/// The three bytes that may stand before a UTF-8 text.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The encoding a sample is written in, or nothing when it is plain ASCII and cannot tell.
/// Sequences that are UTF-8 are counted against bytes that are not: at least as many mean UTF-8, so that one damaged character
/// in a UTF-8 file is a fault and does not turn all others into something else.
std::optional<Encoding> detect_encoding(std::string_view sample);

/// Whether a text has a byte outside ASCII.
bool has_high_byte(std::string_view text);

/// Where the first character is that the encoding does not know (overlong forms, surrogates, undefined bytes), or `npos`.
std::size_t first_broken_byte(std::string_view text, Encoding encoding);

/// How many characters a text has; a broken byte counts as one.
std::size_t count_characters(std::string_view text, Encoding encoding);

/// Adds a text to `out` in UTF-8; what the encoding does not know becomes U+FFFD.
void append_utf_8(std::string& out, std::string_view text, Encoding encoding);

/// Adds one character to `out` in UTF-8.
void append_character(std::string& out, std::uint32_t code_point);

/// A UTF-8 text without the white space around it: ASCII white space and the no-break space U+00A0 that spreadsheets leave.
std::string_view trimmed(std::string_view text);

}  // namespace maintien::io

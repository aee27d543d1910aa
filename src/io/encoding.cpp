#include "maintien/io/encoding.hpp"

#include <array>

#include "bytes.hpp"

namespace maintien::io {

namespace {

// The characters of 80 to 9F in Windows-1252; 0 where there is none. The others are those of Unicode.
constexpr std::array<std::uint16_t, 32> windows_1252_upper{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

constexpr std::uint32_t replacement_character = 0xFFFD;

unsigned byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

std::uint32_t windows_1252_character(unsigned byte) {
    return byte < 0x80 || byte >= 0xA0 ? byte : windows_1252_upper[byte - 0x80];
}

bool continues(std::string_view text, std::size_t at, unsigned least = 0x80, unsigned most = 0xBF) {
    return at < text.size() && byte_at(text, at) >= least && byte_at(text, at) <= most;
}

/// The length of the UTF-8 character at a byte, or 0 when it is broken (Unicode 15, table 3-7).
std::size_t utf_8_length(std::string_view text, std::size_t at) {
    const unsigned lead = byte_at(text, at);
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    if (lead < 0xE0) return continues(text, at + 1) ? 2 : 0;
    const unsigned least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (!continues(text, at + 1, least, most) || !continues(text, at + 2)) return 0;
    if (lead < 0xF0) return 3;
    return continues(text, at + 3) ? 4 : 0;
}

/// The first byte at or after `from` that is not ASCII, or the size.
std::size_t skip_ascii(std::string_view text, std::size_t from) {
    while (from + 8 <= text.size() && (word_at(text.data() + from) & eight('\x80')) == 0) from += 8;
    while (from < text.size() && byte_at(text, from) < 0x80) ++from;
    return from;
}

}  // namespace

std::optional<Encoding> detect_encoding(std::string_view sample) {
    std::size_t characters = 0, broken = 0;
    for (std::size_t at = skip_ascii(sample, 0); at < sample.size(); at = skip_ascii(sample, at)) {
        const auto length = utf_8_length(sample, at);
        ++(length != 0 ? characters : broken);
        at += length != 0 ? length : 1;
    }
    if (characters == 0 && broken == 0) return std::nullopt;
    return characters >= broken ? Encoding::utf_8 : Encoding::windows_1252;
}

bool has_high_byte(std::string_view text) { return skip_ascii(text, 0) != text.size(); }

std::size_t first_broken_byte(std::string_view text, Encoding encoding) {
    for (std::size_t at = skip_ascii(text, 0); at < text.size(); at = skip_ascii(text, at)) {
        const bool single = encoding == Encoding::windows_1252;
        const auto length = single ? std::size_t{windows_1252_character(byte_at(text, at)) != 0} : utf_8_length(text, at);
        if (length == 0) return at;
        at += length;
    }
    return std::string_view::npos;
}

std::size_t count_characters(std::string_view text, Encoding encoding) {
    if (encoding == Encoding::windows_1252) return text.size();
    std::size_t characters = 0, at = 0;
    while (at < text.size()) {
        const auto next = skip_ascii(text, at);
        characters += next - at;
        if (next == text.size()) break;
        const auto length = utf_8_length(text, next);
        ++characters;
        at = next + (length != 0 ? length : 1);
    }
    return characters;
}

void append_character(std::string& out, std::uint32_t c) {
    const auto put = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
    if (c < 0x80) return put(c);
    if (c < 0x800) return put(0xC0 | c >> 6), put(0x80 | (c & 0x3F));
    if (c < 0x10000) return put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
    put(0xF0 | c >> 18), put(0x80 | (c >> 12 & 0x3F)), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
}

void append_utf_8(std::string& out, std::string_view text, Encoding encoding) {
    for (std::size_t at = 0; at < text.size();) {
        const auto next = skip_ascii(text, at);
        out.append(text.substr(at, next - at));
        if (next == text.size()) return;
        const auto length = encoding == Encoding::windows_1252 ? 0 : utf_8_length(text, next);
        if (length != 0) {
            out.append(text.substr(next, length));
        } else {
            const auto c = encoding == Encoding::windows_1252 ? windows_1252_character(byte_at(text, next)) : 0;
            append_character(out, c != 0 ? c : replacement_character);
        }
        at = next + (length != 0 ? length : 1);
    }
}

std::string_view trimmed(std::string_view text) {
    const auto visible = [](char c) { return c > ' ' && c < '\x7F'; };
    if (!text.empty() && visible(text.front()) && visible(text.back())) return text;
    const auto blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    for (bool going = true; going && !text.empty();) {
        going = true;
        if (blank(text.front())) text.remove_prefix(1);
        else if (text.starts_with("\u00A0")) text.remove_prefix(2);
        else going = false;
    }
    for (bool going = true; going && !text.empty();) {
        if (blank(text.back())) text.remove_suffix(1);
        else if (text.ends_with("\u00A0")) text.remove_suffix(2);
        else going = false;
    }
    return text;
}

}  // namespace maintien::io

#include "one_line.hpp"

#include "maintien/case/canonical_json.hpp"
#include "maintien/io/encoding.hpp"

namespace maintien::io {

namespace {

/// A character that must not stand in a line as it is, and its bytes; none of these has no bytes.
struct Unprintable {
    unsigned character = 0;
    std::size_t bytes = 0;
};

/// The controls of ASCII and of Unicode, which terminals obey in UTF-8 too, and the separators of lines and paragraphs.
Unprintable unprintable_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    if (byte(at) < 0x20 || byte(at) == 0x7F) return {byte(at), 1};
    if (byte(at) == 0xC2 && byte(at + 1) < 0xA0) return {byte(at + 1), 2};
    const bool separator = byte(at) == 0xE2 && byte(at + 1) == 0x80 && (byte(at + 2) == 0xA8 || byte(at + 2) == 0xA9);
    return separator ? Unprintable{0x2000 + byte(at + 2) - 0x80, 3} : Unprintable{};
}

void append_as_escape(std::string& out, unsigned character) {
    constexpr std::string_view hex = "0123456789abcdef";
    if (character < 0x20) {
        const auto quoted = json_string(std::string(1, static_cast<char>(character)));
        out.append(quoted, 1, quoted.size() - 2);
        return;
    }
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) out += hex[character >> shift & 15];
}

}  // namespace

std::string on_one_line(std::string_view text) {
    std::string whole, out;
    append_utf_8(whole, text, Encoding::utf_8);
    for (std::size_t at = 0; at < whole.size();) {
        const auto [character, bytes] = unprintable_at(whole, at);
        if (bytes != 0) append_as_escape(out, character);
        else out += whole[at];
        at += bytes != 0 ? bytes : 1;
    }
    return out;
}

}  // namespace maintien::io

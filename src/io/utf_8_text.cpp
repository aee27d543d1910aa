#include "utf_8_text.hpp"

#include <algorithm>
#include <utility>

#include "maintien/io/encoding.hpp"

namespace maintien::io {

Problem problem_at(std::string_view text, std::size_t at, const std::string& file, std::string found, std::string expected) {
    const auto before = text.substr(0, at);
    const auto line = before.substr(before.rfind('\n') + 1);  // of the first line all, for then nothing is found
    const auto number = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
    return {file, number, count_characters(line, Encoding::utf_8) + 1, {}, std::move(found), std::move(expected)};
}

std::string_view utf_8_text(std::string_view document, const std::string& file) {
    if (document.starts_with(byte_order_mark)) document.remove_prefix(byte_order_mark.size());
    const auto at = first_broken_byte(document, Encoding::utf_8);
    if (at != std::string_view::npos) throw DocumentError(problem_at(document, at, file, "a byte that is no UTF-8", "UTF-8"));
    return document;
}

}  // namespace maintien::io

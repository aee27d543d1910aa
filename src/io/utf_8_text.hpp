#pragma once
// Small documents as UTF-8, and places in them.

#include <string>
#include <string_view>

#include "maintien/io/errors.hpp"

namespace maintien::io {

/// A document without its byte order mark. @throws DocumentError at its first byte that is no UTF-8.
std::string_view utf_8_text(std::string_view document, const std::string& file);

/// A fault at a byte of such a text.
Problem problem_at(std::string_view text, std::size_t at, const std::string& file, std::string found, std::string expected);

}  // namespace maintien::io

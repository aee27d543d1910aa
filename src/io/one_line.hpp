#pragma once
// Texts that stand in one line, whatever they hold.

#include <string>
#include <string_view>

namespace maintien::io {

/// A text as a part of one line of UTF-8: what would end the line or steer a terminal is written as JSON writes it, `\n` or `\u001b`.
std::string on_one_line(std::string_view text);

}  // namespace maintien::io

#include "maintien/io/source.hpp"

#include "maintien/io/encoding.hpp"

namespace maintien::io {

Dialect dialect_of(const Source& source, std::string_view beginning) {
    if (source.dialect != Dialect::automatic) return source.dialect;
    const std::string_view name = source.name;
    if (name.ends_with(".csv") || name.ends_with(".CSV")) return Dialect::csv;
    if (name.ends_with(".jsonl") || name.ends_with(".ndjson")) return Dialect::json_lines;
    if (beginning.starts_with(byte_order_mark)) beginning.remove_prefix(byte_order_mark.size());
    const auto first = beginning.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos || beginning[first] == '{' ? Dialect::json_lines : Dialect::csv;
}

}  // namespace maintien::io

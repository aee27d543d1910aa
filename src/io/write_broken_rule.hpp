#pragma once
// Which rule a deviation broke, as every document writes it.

#include "maintien/io/json_writer.hpp"
#include "maintien/pathway/deviation.hpp"

namespace maintien::io::detail {

inline void write_broken_rule(JsonWriter& json, const Deviation& deviation) {
    json.key("episode");
    json.count(deviation.episode);
    json.key("event");
    json.string(code_of(deviation.event));
    json.key("on");
    json.day_or_null(deviation.on);
    json.key("rule");
    json.string(deviation.rule);
    json.key("severity");
    json.string(code_of(deviation.severity));
}

}  // namespace maintien::io::detail

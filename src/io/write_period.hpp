#pragma once
// A period as every document writes it.

#include "maintien/io/json_writer.hpp"
#include "maintien/vocabulary/period.hpp"

namespace maintien::io::detail {

inline void write_period(JsonWriter& json, Period period) {
    json.key("period");
    json.begin_object();
    json.key("from");
    json.day_or_null(period.from);
    json.key("to");
    json.day_or_null(period.to);
    json.end();
}

}  // namespace maintien::io::detail

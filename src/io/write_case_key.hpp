#pragma once
// Which case is meant, as every document writes it.

#include "maintien/case/case_key.hpp"
#include "maintien/io/json_writer.hpp"

namespace maintien::io::detail {

inline void write_case_key(JsonWriter& json, const CaseKey& key) {
    json.key("service");
    json.string_or_null(key.service);
    json.key("case");
    json.string(key.case_id);
}

}  // namespace maintien::io::detail

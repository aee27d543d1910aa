#pragma once
/// @file
/// One reason of a refusal in JSON, the same in every document.

#include "maintien/io/json_writer.hpp"
#include "maintien/pathway/refusal.hpp"

namespace maintien::io::detail {

/// Writes a reason: `condition`, `why`, `source`, `text`, `lifted_by`, `earliest`.
void write_reason(JsonWriter& json, const Reason& reason);

/// Writes a text in both languages.
void write_text(JsonWriter& json, std::string_view fr, std::string_view en);

}  // namespace maintien::io::detail

#pragma once
// Small JSON documents as trees that know their pointers.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "maintien/io/errors.hpp"
#include "maintien/io/json_lines.hpp"

namespace maintien::io {

/// A JSON value of a document.
struct JsonNode {
    JsonKind kind = JsonKind::null;
    std::string text{};                                     // of a string its characters, else as it is written
    std::string pointer{};
    std::vector<std::pair<std::string, JsonNode>> members{};
    std::vector<JsonNode> items{};

    /// The member with a key, or null.
    const JsonNode* member(std::string_view key) const;
    /// The same unless it is null, which means absent.
    const JsonNode* given(std::string_view key) const;
    /// The value as it is named in a fault.
    std::string found() const;
    /// The value as JSON.
    std::string json() const;
};

/// The document that a text is; repeated keys are added to `problems`. @throws DocumentError when it is no JSON object.
JsonNode json_tree(std::string_view document, const std::string& file, Problems& problems);

}  // namespace maintien::io

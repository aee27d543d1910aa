#include "json_tree.hpp"

#include <algorithm>

#include "maintien/case/canonical_json.hpp"
#include "utf_8_text.hpp"

namespace maintien::io {

const JsonNode* JsonNode::member(std::string_view key) const {
    const auto at = std::find_if(members.begin(), members.end(), [&](const auto& member) { return member.first == key; });
    return at == members.end() ? nullptr : &at->second;
}

const JsonNode* JsonNode::given(std::string_view key) const {
    const auto* node = member(key);
    return node && node->kind != JsonKind::null ? node : nullptr;
}

std::string JsonNode::found() const {
    switch (kind) {
        case JsonKind::string: return in_quotes(text);
        case JsonKind::array: return "an array";
        case JsonKind::object: return "an object";
        default: return text.substr(0, 60);
    }
}

std::string JsonNode::json() const { return kind == JsonKind::string ? json_string(text) : text; }

namespace {

JsonNode node_of(const JsonValue& value, std::string pointer, const std::string& file, Problems& problems);

void add_members(JsonNode& node, std::string_view text, const std::string& file, Problems& problems) {
    JsonScanner scanner;
    std::vector<JsonMember> members;
    scanner.scan_object(text, members);
    for (const auto& [key, value] : members) {
        auto pointer = node.pointer + pointer_step(key);
        if (node.member(key)) problems.add({file, 0, 0, pointer, "the same key again", "each key once"});
        else node.members.emplace_back(key, node_of(value, pointer, file, problems));
    }
}

void add_items(JsonNode& node, std::string_view text, const std::string& file, Problems& problems) {
    JsonScanner scanner;
    std::vector<JsonValue> items;
    scanner.scan_array(text, items);
    for (const auto& item : items)
        node.items.push_back(node_of(item, node.pointer + pointer_step(std::to_string(node.items.size())), file, problems));
}

JsonNode node_of(const JsonValue& value, std::string pointer, const std::string& file, Problems& problems) {
    JsonNode node{value.kind, std::string(value.text), std::move(pointer), {}, {}};
    if (value.kind == JsonKind::object) add_members(node, value.text, file, problems);
    if (value.kind == JsonKind::array) add_items(node, value.text, file, problems);
    return node;
}

}  // namespace

JsonNode json_tree(std::string_view document, const std::string& file, Problems& problems) {
    const auto text = utf_8_text(document, file);
    JsonScanner scanner;
    std::vector<JsonMember> members;
    if (const auto fault = scanner.scan_object(text, members)) throw DocumentError(problem_at(text, fault->at, file, fault->found, fault->expected));
    return node_of({JsonKind::object, text, 0}, "", file, problems);
}

}  // namespace maintien::io

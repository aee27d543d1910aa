#include "json_tree.hpp"

#include <algorithm>

#include "maintien/case/canonical_json.hpp"
#include "maintien/io/encoding.hpp"

namespace maintien::io {

const JsonNode* JsonNode::member(std::string_view key) const {
    const auto at = std::find_if(members.begin(), members.end(), [&](const auto& member) { return member.first == key; });
    return at == members.end() ? nullptr : &at->second;
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

Problem problem_at(std::string_view text, std::size_t at, const std::string& file) {
    const auto before = text.substr(0, at);
    const auto last = before.rfind('\n');
    const auto line = before.substr(last == std::string_view::npos ? 0 : last + 1);
    return {file, static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1,
            count_characters(line, Encoding::utf_8) + 1, {}, {}, {}};
}

}  // namespace

JsonNode json_tree(std::string_view text, const std::string& file, Problems& problems) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    auto problem = problem_at(text, std::min(first_broken_byte(text, Encoding::utf_8), text.size()), file);
    problem.found = "a byte that is no UTF-8", problem.expected = "UTF-8";
    if (first_broken_byte(text, Encoding::utf_8) != std::string_view::npos) throw DocumentError(problem);
    JsonScanner scanner;
    std::vector<JsonMember> members;
    if (const auto fault = scanner.scan_object(text, members)) {
        problem = problem_at(text, fault->at, file);
        problem.found = fault->found, problem.expected = fault->expected;
        throw DocumentError(problem);
    }
    return node_of({JsonKind::object, text, 0}, "", file, problems);
}

}  // namespace maintien::io

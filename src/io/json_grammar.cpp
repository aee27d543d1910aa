#include "json_grammar.hpp"

#include <charconv>

namespace maintien::io {

namespace {

template <class Number>
std::optional<Number> number_in(const JsonNode& node, Number least, Number most) {
    Number value{};
    if (node.kind != JsonKind::number) return std::nullopt;
    const char* end = node.text.data() + node.text.size();
    const auto [read_to, error] = std::from_chars(node.text.data(), end, value);
    if (error != std::errc{} || read_to != end || value < least || value > most) return std::nullopt;
    return value;
}

}  // namespace

void JsonGrammar::fault(std::string pointer, std::string found, std::string expected) {
    problems.add({file, 0, 0, std::move(pointer), std::move(found), std::move(expected)});
}

void JsonGrammar::wrong(const JsonNode& node, std::string expected) { fault(node.pointer, node.found(), std::move(expected)); }

void JsonGrammar::lacking(const JsonNode& owner, std::string_view key, std::string expected) {
    fault(owner.pointer + pointer_step(key), "nothing", std::move(expected));
}

bool JsonGrammar::is(const JsonNode& node, JsonKind kind, std::string_view expected) {
    if (node.kind != kind) wrong(node, std::string(expected));
    return node.kind == kind;
}

void JsonGrammar::only(const JsonNode& node, const std::vector<std::string_view>& keys) {
    for (const auto& [key, member] : node.members) {
        if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
        fault(member.pointer, "an unknown field", "a field of " + format + perhaps(key, keys));
    }
}

JsonNode JsonGrammar::document(std::string_view json) {
    auto root = json_tree(json, file, problems);
    const auto* said = root.member("format");
    if (!said) lacking(root, "format", in_quotes(format));
    else if (said->kind != JsonKind::string || said->text != format) wrong(*said, in_quotes(format));
    return root;
}

const JsonNode* JsonGrammar::required(const JsonNode& owner, std::string_view key, std::string_view expected) {
    const auto* node = owner.given(key);
    if (!node) lacking(owner, key, std::string(expected));
    return node;
}

std::string JsonGrammar::text(const JsonNode& node) {
    if (!is(node, JsonKind::string, "a text")) return {};
    if (node.text.empty()) wrong(node, "a text that is not empty");
    return node.text;
}

std::optional<int> JsonGrammar::number(const JsonNode& node, int least, int most) {
    const auto value = number_in(node, least, most);
    if (!value) wrong(node, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return value;
}

std::optional<double> JsonGrammar::real(const JsonNode& node, double least, double most) {
    const auto value = number_in(node, least, most);
    if (!value) wrong(node, "a number in range");
    return value;
}

std::optional<bool> JsonGrammar::truth(const JsonNode& node) {
    if (!is(node, JsonKind::truth, "true or false")) return std::nullopt;
    return node.text == "true";
}

Day JsonGrammar::day(const JsonNode& node) {
    const auto parsed = node.kind == JsonKind::string ? parse_iso(node.text) : std::nullopt;
    if (!parsed) wrong(node, "a day of the calendar, YYYY-MM-DD");
    return parsed.value_or(no_day);
}

void JsonGrammar::none_of(const JsonNode& node, std::string expected, const std::vector<std::string_view>& spellings) {
    constexpr std::size_t few = 8;
    const auto near = node.kind == JsonKind::string ? perhaps(node.text, spellings) : std::string();
    if (spellings.size() > few) return wrong(node, expected + near);
    std::string all;
    for (const auto spelling : spellings) all.append(all.empty() ? ": " : ", ").append(spelling);
    wrong(node, expected + all + (near.empty() ? near : ";" + near.substr(1)));
}

}  // namespace maintien::io

#include "conformance/kit_grammar.hpp"

namespace maintien {

const io::JsonNode* KitGrammar::optional(const io::JsonNode& owner, std::string_view key, io::JsonKind kind, const char* expected) {
    const auto* node = owner.given(key);
    return node && is(*node, kind, expected) ? node : nullptr;
}

const io::JsonNode* KitGrammar::member(const io::JsonNode& owner, std::string_view key, io::JsonKind kind, const char* expected) {
    const auto* node = required(owner, key, expected);
    return node && is(*node, kind, expected) ? node : nullptr;
}

std::string KitGrammar::text_of(const io::JsonNode& owner, std::string_view key, const char* expected) {
    const auto* node = member(owner, key, io::JsonKind::string, expected);
    if (node && node->text.empty()) wrong(*node, expected);
    return node ? node->text : "";
}

Day KitGrammar::day_of(const io::JsonNode& owner, std::string_view key) {
    const auto* node = required(owner, key, "a day of the calendar, YYYY-MM-DD");
    return node ? day(*node) : no_day;
}

}  // namespace maintien

#include "io/rule_grammar.hpp"

namespace maintien::io {

Text RuleGrammar::title(const JsonNode& owner) {
    const auto* node = required(owner, "title", "an object with fr and en");
    if (!node || !is(*node, JsonKind::object, "an object with fr and en")) return {};
    only(*node, {"fr", "en"});
    return {kept(required(*node, "fr", "a text in French")), kept(required(*node, "en", "a text in English"))};
}

}  // namespace maintien::io

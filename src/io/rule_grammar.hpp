#pragma once
// Reading the rules of a protocol: the grammar of the document, and the texts its rules point to.

#include "io/json_grammar.hpp"
#include "maintien/io/protocol_document.hpp"

namespace maintien::io {

/// The grammar of `maintien-protocol/1`, which keeps the texts it has read.
struct RuleGrammar : JsonGrammar {
    NamePool* texts;

    /// A text that the protocol may point to; empty when there is no node.
    std::string_view kept(const JsonNode* node) { return node ? texts->text_of(texts->index_of(text(*node))) : std::string_view{}; }
    /// Where a rule comes from.
    std::string_view source(const JsonNode& rule) { return kept(required(rule, "source", "where the rule comes from, as a text")); }
    /// A text in French and English.
    Text title(const JsonNode& owner);
};

}  // namespace maintien::io

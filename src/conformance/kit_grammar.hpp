#pragma once
// What the documents of the scenario kit have in common: each member has its kind, and words of its own for when it has not.

#include "io/json_grammar.hpp"

namespace maintien {

/// What is read of a scenario, a question or an answer, and what is wrong with it.
struct KitGrammar : io::JsonGrammar {
    /// A member that is there and of a kind, or nothing; another kind is noted.
    const io::JsonNode* optional(const io::JsonNode& owner, std::string_view key, io::JsonKind kind, const char* expected);
    /// The same where it must be there.
    const io::JsonNode* member(const io::JsonNode& owner, std::string_view key, io::JsonKind kind, const char* expected);
    /// A text that must be there, and not empty.
    std::string text_of(const io::JsonNode& owner, std::string_view key, const char* expected);
    /// A day that must be there.
    Day day_of(const io::JsonNode& owner, std::string_view key);
};

}  // namespace maintien

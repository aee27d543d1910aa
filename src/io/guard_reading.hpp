#pragma once
// Reading what must hold for an event, and what is expected of one.

#include "io/rule_grammar.hpp"

namespace maintien::io {

/// A guard of a row about this event.
Guard read_guard(JsonGrammar& grammar, const JsonNode& item, std::optional<Event> event);

/// An expected rule: one whose breach is a note, never a refusal.
ExpectedRule read_expected(RuleGrammar& grammar, const JsonNode& item);

}  // namespace maintien::io

#pragma once
// Reading what an entry must say for a rule to apply.

#include <optional>

#include "io/json_grammar.hpp"
#include "maintien/protocol/protocol.hpp"

namespace maintien::io {

/// A condition from an object of attributes and their codes; none when there is no object. Only attributes of the event count,
/// where the event is known.
Condition read_condition(JsonGrammar& grammar, const JsonNode* node, std::optional<Event> event);

}  // namespace maintien::io

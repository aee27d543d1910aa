#pragma once
// Reading the rows of a protocol: transitions, time limits and targets. The id of a row is read before it.

#include "io/rule_grammar.hpp"

namespace maintien::io {

/// A row of the table of transitions.
Transition read_transition(RuleGrammar& grammar, const JsonNode& item);

/// A time limit between two milestones.
TimeLimit read_time_limit(RuleGrammar& grammar, const JsonNode& item);

/// What a figure of the report is held against.
Target read_target(RuleGrammar& grammar, const JsonNode& item);

}  // namespace maintien::io

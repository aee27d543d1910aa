#pragma once
// Reading what a scenario expects, or what a program answers.

#include "conformance/kit_grammar.hpp"
#include "maintien/conformance/scenario.hpp"

namespace maintien {

/// What is said of a situation, by a scenario or by an answer to it.
Expectation read_said(KitGrammar& grammar, const io::JsonNode& node);

/// What a scenario expects: something, and where it expects a refusal also under which rule.
Expectation read_expectation(KitGrammar& grammar, const io::JsonNode& node);

}  // namespace maintien

#pragma once
// Reading the figures that a scenario expects, or that an answer gives.

#include "conformance/kit_grammar.hpp"
#include "maintien/conformance/scenario.hpp"

namespace maintien {

/// The rows of a report under a key, or as much of each as is said; none when the key is not given.
std::vector<ExpectedFigure> read_figures(KitGrammar& grammar, const io::JsonNode& owner, std::string_view key);

}  // namespace maintien

#pragma once
/// @file
/// Flaws and weakenings of protocols in sentences.

#include "maintien/pathway/wording.hpp"
#include "maintien/protocol/verification.hpp"

namespace maintien::io::detail {

/// What is wrong with a protocol, in a sentence that a coordinator understands.
Sentence flaw_sentence(const ShownFlaw& shown, const Protocol& protocol);

/// Where a variant asks less than its base.
Sentence weakening_sentence(const Weakening& weakening, const Protocol& variant, const Protocol& base);

/// A step of a witness: the event with what it says.
std::string step_words(const WitnessStep& step, Language language);

}  // namespace maintien::io::detail

#pragma once
/// @file
/// Answers to scenarios: what a program says, and where that is not what is expected.

#include <string>
#include <string_view>
#include <vector>

#include "maintien/conformance/scenario.hpp"

namespace maintien {

/// One thing that a program answers otherwise than a scenario expects.
struct Mismatch {
    std::string what{};      ///< what was asked: `the proposed entry`, `stage`, `agenda`, or the name of a figure and one of its numbers
    std::string found{};     ///< what was answered; `nothing` when it was not
    std::string expected{};  ///< what is expected
    bool operator==(const Mismatch&) const = default;
};

/// An answer from its JSON text: an object with the members of a scenario's `expect`, each answered or left out. `refused` may be empty.
/// @throws io::DocumentError with every fault; they call the document `name`.
Expectation parse_answer(std::string_view json, const std::string& name);

/// Where an answer differs from what is expected: first the proposed entry, then stage, agenda, figures; empty when it agrees. Only what is
/// expected is looked at, and of a figure only the numbers that are; numbers may differ in the last digits, by which languages differ.
std::vector<Mismatch> mismatches_of(const Expectation& answer, const Expectation& expected);

}  // namespace maintien

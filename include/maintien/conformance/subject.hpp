#pragma once
/// @file
/// Subjects: programs that are asked what a scenario is about, a line of JSON each way.

#include <string>
#include <vector>

#include "maintien/conformance/scenario.hpp"

namespace maintien {

/// What a program under test is asked (`maintien-question/1`), one line without its end: the scenario but for its title and for what is
/// expected, of which only the names are told.
std::string question_line(const Scenario& scenario);

/// Reads questions, one a line: scenarios whose `expect` holds what is to be answered, with no answer in it.
/// @throws io::DocumentError with every fault.
std::vector<Scenario> read_questions(const io::Source& source);

/// An answer, one line without its end: an object with the members of `expect`, which `parse_answer` reads.
std::string answer_line(const Expectation& answer);

}  // namespace maintien

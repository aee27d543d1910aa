#pragma once
// The program of a vendor that answers questions, run for as long as it answers.

#include <cstddef>
#include <string>
#include <vector>

namespace maintien::command {

/// How an adapter is run.
struct Adapter {
    std::string command{};  ///< what the shell is told
    int seconds = 300;      ///< how long it may go without an answer, and without ending after the last one
};

/// Runs an adapter on questions, one a line, and gives its answers, as many lines. It is ended, with all it started, when it
/// answers too much or too slowly, and when this program ends first. @throws std::runtime_error saying what it did
std::vector<std::string> answers_of(const Adapter& adapter, const std::string& questions, std::size_t expected);

}  // namespace maintien::command

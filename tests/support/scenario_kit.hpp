// The generated half of the scenario kit: what the rules of docs/pathway.md say of every event at every point, every consent and every
// deadline, told as `maintien-scenario/1`. What is expected comes from the slow reference, never from the engine.
// It must never include a header of the library.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace slow {

/// The generated files, by name: one scenario a line.
std::vector<std::pair<std::string, std::string>> generated_scenarios();

}  // namespace slow

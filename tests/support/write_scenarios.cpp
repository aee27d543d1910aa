/// @file
/// Writes the generated half of the scenario kit into a folder: `write_scenarios tests/conformance/scenarios/generated`.

#include <fstream>
#include <iostream>

#include "support/scenario_kit.hpp"

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "write_scenarios FOLDER\n";
        return 2;
    }
    for (const auto& [name, lines] : slow::generated_scenarios()) {
        std::ofstream file{std::string(argv[1]) + "/" + name, std::ios::binary};
        file << lines;
        if (!file.flush()) return 1;
    }
}

// A vendor's adapter between the scenario kit and a program that embeds the library.
#include <iostream>

#include "maintien/conformance/run.hpp"
#include "maintien/conformance/subject.hpp"
#include "maintien/protocol/built_in/all.hpp"

int main() {
    for (const auto& question : maintien::read_questions({"-"}))
        std::cout << answer_line(answer_of(question, maintien::built_in_versions(question.protocol))) << '\n';
}

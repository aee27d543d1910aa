// Compares the engine with the slow reference on random registers, as fast as it can be built: exit status 1 at the first
// difference, 0 when there is none. Built again and again with a fault planted in the engine's headers.
#include "support/engine_register.hpp"
#include "support/random_register.hpp"

#include <cstdlib>
#include <iostream>

namespace {

bool figures_differ(const slow::Register& entries, const slow::Question& question, const maintien::Report& report) {
    return !engine::difference(report, slow::report(entries, question)).empty();
}

bool deviations_differ(const slow::Register& entries, const slow::Question& question, const maintien::Report& report) {
    std::array<std::int64_t, maintien::count_of<maintien::Severity>> expected{};
    for (const auto& finding : slow::deviations(entries, question))
        if (!finding.objected) ++expected[maintien::index_of(*maintien::from_code<maintien::Severity>(finding.severity))];
    return report.input.deviations != expected;
}

}  // namespace

int main(int, char** arguments) {
    const std::uint64_t registers = std::strtoull(arguments[1], nullptr, 10);
    for (std::uint64_t seed = 1; seed <= registers; ++seed) {
        const auto entries = slow::register_of_seed(seed);
        const auto question = slow::question_of_seed(entries, seed);
        const auto report = engine::report_of(entries, question);
        if (figures_differ(entries, question, report) || deviations_differ(entries, question, report)) {
            std::cout << "differs at seed " << seed << '\n';
            return 1;
        }
    }
    std::cout << "no difference in " << registers << " registers\n";
}

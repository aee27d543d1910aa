// The engine against the slow reference, on random registers of the worst kind.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdlib>
#include <sstream>

#include "support/engine_register.hpp"
#include "support/random_register.hpp"

namespace {

/// How many registers are tried; the faults planted in the engine are looked for on more of them.
std::uint64_t registers_to_try() {
    const char* wanted = std::getenv("MAINTIEN_REGISTERS");
    return wanted ? std::strtoull(wanted, nullptr, 10) : 1000;
}

std::string shown(const slow::Register& entries, const slow::Question& question) {
    std::ostringstream out;
    showValue(slow::Inquiry{entries, question}, out);
    return out.str();
}

TEST(AgainstReference, EveryFigureOfAThousandRandomRegistersAgrees) {
    for (std::uint64_t seed = 1; seed <= registers_to_try(); ++seed) {
        const auto entries = slow::register_of_seed(seed);
        const auto question = slow::question_of_seed(entries, seed);
        const auto found = engine::difference(engine::report_of(entries, question), slow::report(entries, question));
        ASSERT_EQ(found, "") << "seed " << seed << "\n" << shown(entries, question);
    }
}

TEST(AgainstReference, DeviationsOfAThousandRandomRegistersWeighTheSame) {
    for (std::uint64_t seed = 1; seed <= registers_to_try(); ++seed) {
        const auto entries = slow::register_of_seed(seed);
        const auto question = slow::question_of_seed(entries, seed);
        std::map<std::string, std::int64_t> expected{{"violation", 0}, {"unrecorded", 0}, {"note", 0}};
        for (const auto& finding : slow::deviations(entries, question))
            if (!finding.objected) ++expected[finding.severity];
        const auto report = engine::report_of(entries, question);
        for (const auto& severity : maintien::terms_of<maintien::Severity>)
            ASSERT_EQ(report.input.deviations[maintien::index_of(severity.value)], expected[std::string(severity.code)])
                << severity.code << ", seed " << seed << "\n" << shown(entries, question);
    }
}

RC_GTEST_PROP(AgainstReference, AnyRegisterAgreesAndFailsSmall, ()) {
    const auto inquiry = *slow::random_inquiry();
    RC_ASSERT(engine::difference(engine::report_of(inquiry.entries, inquiry.question), slow::report(inquiry.entries, inquiry.question)) == "");
}

TEST(AgainstReference, TheNumberOfThreadsAndTheOrderOfRowsChangeNothing) {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const auto entries = slow::register_of_seed(seed);
        const auto question = slow::question_of_seed(entries, seed);
        const slow::Register reversed(entries.rbegin(), entries.rend());
        const auto expected = slow::report(entries, question);
        EXPECT_EQ(engine::difference(engine::report_of(reversed, question, 3), expected), "") << "seed " << seed;
    }
}

}  // namespace

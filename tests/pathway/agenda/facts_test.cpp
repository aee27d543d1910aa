#include "maintien/pathway/agenda/facts.hpp"

#include <gtest/gtest.h>

namespace {

using namespace maintien;

TEST(AgendaFacts, OfAFileAreSuspendedWhileItsLastPauseLasts) {
    AgendaFacts facts;
    EXPECT_FALSE(is_suspended(facts));
    facts.pauses = {{make_day(2024, 1, 1), make_day(2024, 1, 5)}};
    EXPECT_FALSE(is_suspended(facts));
    facts.pauses.push_back({make_day(2024, 2, 1), no_day});
    EXPECT_TRUE(is_suspended(facts));
}

TEST(AgendaFacts, CallAnActionOverOnceItIsDoneOrAbandoned) {
    KnownAction action;
    EXPECT_FALSE(is_over(action)) << "nothing was said";
    for (const auto& term : terms_of<Progress>) {
        action.progress = static_cast<std::uint8_t>(index_of(term.value));
        EXPECT_EQ(is_over(action), term.value == Progress::done || term.value == Progress::abandoned) << term.code;
    }
}

}  // namespace

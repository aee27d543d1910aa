#include "maintien/pathway/agenda/rule.hpp"

#include <gtest/gtest.h>

namespace {

using namespace maintien;

TEST(AgendaRules, HaveASourceAndSayHowTheirDayIsWorkedOut) {
    for (const auto& term : terms_of<AgendaRule>) {
        EXPECT_FALSE(term.source.empty()) << term.code;
        EXPECT_FALSE(term.day.fr.empty() || term.day.en.empty()) << term.code;
    }
}

TEST(AgendaRules, OnlyTheTeamPartHasNoDay) {
    for (const auto& term : terms_of<AgendaRule>) EXPECT_EQ(term.part == AgendaPart::team, term.day.en == "no day") << term.code;
}

}  // namespace

#include "maintien/protocol/outcome_table.hpp"

#include <gtest/gtest.h>

namespace {

using namespace maintien;

TEST(OutcomeTable, ReadsEachOutcomeAsTheClosedListDoes) {
    const auto table = default_outcomes();
    EXPECT_EQ(table[index_of(Outcome::same_post)], (OutcomeReading{Family::company, Polarity::positive}));
    EXPECT_EQ(table[index_of(Outcome::business_creation)], (OutcomeReading{Family::elsewhere, Polarity::positive}));
    EXPECT_EQ(table[index_of(Outcome::retraining)], (OutcomeReading{Family::project, Polarity::positive}));
    EXPECT_EQ(table[index_of(Outcome::unfitness)], (OutcomeReading{std::nullopt, Polarity::negative}));
    EXPECT_EQ(table[index_of(Outcome::death)], (OutcomeReading{std::nullopt, Polarity::neutral}));
}

TEST(OutcomeTable, PartsTheOutcomesIntoTenPositiveSevenNegativeAndNineNeutral) {
    const auto table = default_outcomes();
    const auto size = [&](Polarity polarity) { return __builtin_popcountll(outcomes_with(table, polarity).bits); };
    EXPECT_EQ(size(Polarity::positive), 10);
    EXPECT_EQ(size(Polarity::negative), 7);
    EXPECT_EQ(size(Polarity::neutral), 9);
    EXPECT_EQ(outcomes_with(table, Polarity::positive).bits | outcomes_with(table, Polarity::negative).bits |
                  outcomes_with(table, Polarity::neutral).bits,
              all_codes<Outcome>().bits);
}

TEST(OutcomeTable, FollowsAServiceThatReadsAnOutcomeDifferently) {
    auto table = default_outcomes();
    table[index_of(Outcome::invalidity)].polarity = Polarity::positive;
    EXPECT_TRUE(outcomes_with(table, Polarity::positive).contains(Outcome::invalidity));
    EXPECT_FALSE(outcomes_with(table, Polarity::negative).contains(Outcome::invalidity));
}

}  // namespace

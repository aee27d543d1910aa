#include "maintien/indicators/merge_states.hpp"

#include <gtest/gtest.h>

#include "maintien/indicators/make_report.hpp"
#include "support/register_stories.hpp"

namespace maintien {
namespace {

State state_of_service(std::string service, int part = 1, int parts = 1) {
    const stories::Aist43 cell;
    return state_of(cell.events, cell.table, aist43_cme, {.as_of = make_day(2020, 11, 12), .threads = 1}, "aist43_cme", {{std::move(service), part, parts}});
}

TEST(MergeStates, CountsAddUpAndMediansAreThoseOfAllCases) {
    auto state = state_of_service("a");
    const auto alone = report_of(state);
    merge(state, state_of_service("b"));
    const auto both = report_of(state);
    EXPECT_EQ(find_row(both, "positive_exit_rate", "per_exit")->numerator, 18);
    EXPECT_EQ(find_row(both, "positive_exit_rate", "per_exit")->denominator, 24);
    EXPECT_EQ(find_row(both, "days_in_cell", "closed_median")->value, find_row(alone, "days_in_cell", "closed_median")->value);
    EXPECT_EQ(both.input.cases, 206);
    EXPECT_EQ(state.sources, (std::vector<StateSource>{{"a", 1, 1}, {"b", 1, 1}}));
}

TEST(MergeStates, ACompleteSetOfPartsBecomesOneSource) {
    auto state = state_of_service("a", 3, 3);
    merge(state, state_of_service("a", 1, 3));
    EXPECT_EQ(state.sources.size(), 2u);
    merge(state, state_of_service("a", 2, 3));
    EXPECT_EQ(state.sources, (std::vector<StateSource>{{"a", 1, 1}}));
    EXPECT_EQ(state.whole.persons, 309);
}

TEST(MergeStates, WhatIsInAlreadyIsRefused) {
    const auto part = state_of_service("a", 1, 2);
    EXPECT_EQ(conflict_between(part, part).value().found, "a, part 1 of 2");
    EXPECT_TRUE(conflict_between(part, state_of_service("a")));
    EXPECT_TRUE(conflict_between(state_of_service("a"), part));
    EXPECT_EQ(conflict_between(part, state_of_service("a", 2, 3)).value().expected, "cases divided as those of a, part 1 of 2");
    EXPECT_FALSE(conflict_between(part, state_of_service("a", 2, 2)));
    EXPECT_FALSE(conflict_between(part, state_of_service("b", 1, 2)));
}

TEST(MergeStates, AnotherQuestionIsRefusedByTheFactThatDiffers) {
    const auto state = state_of_service("a");
    const auto what = [&](auto&& change) {
        auto other = state_of_service("b");
        change(other);
        const auto conflict = conflict_between(state, other);
        return conflict ? std::string(conflict->what) : std::string();
    };
    EXPECT_EQ(what([](State&) {}), "");
    EXPECT_EQ(what([](State& s) { s.protocol = "common_core"; }), "protocol");
    EXPECT_EQ(what([](State& s) { s.as_of = s.as_of + 1; }), "as_of");
    EXPECT_EQ(what([](State& s) { s.known_on = s.as_of; }), "known_on");
    EXPECT_EQ(what([](State& s) { s.period.from = s.period.from - 1; }), "period");
    EXPECT_EQ(what([](State& s) { s.level = 0.9; }), "level");
    EXPECT_EQ(what([](State& s) { s.interval = IntervalMethod::jeffreys; }), "interval");
    EXPECT_EQ(what([](State& s) { s.by = {StratumKey::sex}; }), "by");
}

TEST(MergeStates, OtherRulesAreRefusedByThePartThatDiffers) {
    const auto state = state_of_service("a");
    auto rules = aist43_cme;
    auto other = state_of_service("b");
    other.rules = &rules;
    EXPECT_FALSE(conflict_between(state, other)) << "the same rules in another place";
    rules.outcomes[index_of(Outcome::unfitness)].polarity = Polarity::neutral;
    EXPECT_EQ(conflict_between(state, other).value().found, "a protocol with other outcomes");
    rules = aist43_cme;
    rules.profile.refusal_is_exit = false;
    EXPECT_EQ(conflict_between(state, other).value().found, "a protocol with other profile");
}

TEST(MergeStates, SumsThatAreTooLargeDoNotFit) {
    auto state = state_of_service("a");
    EXPECT_TRUE(fits(state));
    state.whole.tally.counts[0] = greatest_state_count;
    EXPECT_TRUE(fits(state));
    merge(state, state_of_service("b"));
    EXPECT_FALSE(fits(state));
    auto days = state_of_service("a");
    days.whole.tally.stays[0].rows = {{3'000'000, greatest_state_count / 1'000'000}};
    EXPECT_FALSE(fits(days)) << "the sum of the days is what is too large";
}

}  // namespace
}  // namespace maintien

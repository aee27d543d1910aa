#include "maintien/pathway/agenda/actions.hpp"

#include <gtest/gtest.h>

#include "support/agenda_stories.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

std::vector<Entry> with_action(Action action) { return then(supported("2024-01-01"), {on("2024-02-01", std::move(action))}); }

TEST(Actions, AreDueOnTheDayOfThePlan) {
    const auto story = with_action({.measure = Measure::job_study, .progress = Progress::planned, .actor = Actor::ergonomist, .due = day("2024-03-01")});
    EXPECT_EQ(agenda_lines("action_due", "2024-02-29", story), Lines{"due 2024-03-01"});
    EXPECT_EQ(agenda_lines("action_due", "2024-03-01", story), Lines{"due 2024-03-01"});
    EXPECT_EQ(agenda_lines("action_due", "2024-03-02", story), Lines{"due 2024-03-01 late 1"});
    const auto item = of_rule("action_due", items_on("2024-03-01", story)).at(0);
    EXPECT_EQ(item.who, Actor::ergonomist);
    EXPECT_EQ(item.title.fr, "Action à mener\u00A0: étude de poste");
    EXPECT_EQ(agenda_lines("action_due", "2024-03-02", then(story, {on("2024-02-20", Action{.measure = Measure::job_study, .progress = Progress::done})})), nothing);
    EXPECT_EQ(agenda_lines("action_due", "2024-03-02", then(story, {on("2024-02-20", outcome(Outcome::same_post))})), nothing);
}

TEST(Actions, ThatEndAreListedThirtyDaysAheadUntilTheirDay) {
    for (const auto& [measure, rule] : {std::pair{Measure::therapeutic_part_time, "therapeutic_part_time_ending"}, std::pair{Measure::supervised_trial, "supervised_trial_ending"},
                                        std::pair{Measure::retraining_in_company, "retraining_ending"}}) {
        const auto story = with_action({.measure = measure, .ends_on = day("2024-04-30")});
        EXPECT_EQ(agenda_lines(rule, "2024-03-30", story), nothing) << rule;
        EXPECT_EQ(agenda_lines(rule, "2024-03-31", story), Lines{"due 2024-04-30"}) << rule;
        EXPECT_EQ(agenda_lines(rule, "2024-04-30", story), Lines{"due 2024-04-30"}) << rule;
        EXPECT_EQ(agenda_lines(rule, "2024-05-01", story), nothing) << rule;
    }
}

TEST(Actions, ATrialWithoutAnEndOrBeyondTheLimitMeetsTheLaw) {
    const auto trial = [](std::string_view ends) {
        return Action{.measure = Measure::supervised_trial, .starts_on = day("2024-03-04"), .ends_on = ends.empty() ? no_day : day(ends)};
    };
    EXPECT_EQ(agenda_lines("supervised_trial_limit", "2024-03-05", with_action(trial(""))), Lines{"due 2024-03-19"});
    EXPECT_EQ(agenda_lines("supervised_trial_limit", "2024-03-20", with_action(trial(""))), Lines{"due 2024-03-19 late 1"});
    EXPECT_EQ(agenda_lines("supervised_trial_limit", "2024-03-05", with_action(trial("2024-03-19"))), nothing);
    EXPECT_EQ(agenda_lines("supervised_trial_limit", "2024-03-05", with_action(trial("2024-03-20"))), Lines{"due 2024-03-19"});
    const auto item = of_rule("supervised_trial_limit", items_on("2024-03-05", with_action(trial("2024-03-20")))).at(0);
    EXPECT_EQ(item.computation.en, "First day of the trial on 4 March 2024, 14 working days, 28 in total, of which already taken: 0 = 19 March 2024; noted end beyond it, on 20 March 2024");
}

TEST(Actions, TrialsShareTwentyEightWorkingDays) {
    const auto trial = [](std::string_view starts, std::string_view ends) {
        return Action{.measure = Measure::supervised_trial, .starts_on = day(starts), .ends_on = day(ends)};
    };
    const auto story = then(supported("2024-01-01"), {on("2024-03-01", trial("2024-03-04", "2024-03-19")), on("2024-03-20", trial("2024-03-20", "2024-03-26")), on("2024-03-27", trial("2024-03-27", "2024-04-20"))});
    EXPECT_EQ(agenda_lines("supervised_trial_limit", "2024-03-27", story), Lines{"due 2024-04-05"}) << "14 and 6 are taken, 8 remain, Easter Monday is none";
}

TEST(Actions, ARetrainingMeetsItsEighteenMonths) {
    const auto story = with_action({.measure = Measure::retraining_in_company, .starts_on = day("2024-02-01")});
    EXPECT_EQ(agenda_lines("retraining_limit", "2025-06-30", story), nothing);
    EXPECT_EQ(agenda_lines("retraining_limit", "2025-07-01", story), Lines{"due 2025-07-31"});
    EXPECT_EQ(agenda_lines("retraining_limit", "2025-08-01", story), Lines{"due 2025-07-31 late 1"});
}

}  // namespace

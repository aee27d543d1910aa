#include "maintien/indicators/plan_contributions.hpp"

#include <gtest/gtest.h>

#include "support/register_stories.hpp"

using namespace maintien;

namespace {

const Day planned_on = make_day(2023, 12, 1);

Entry done(Day day, Measure measure, std::optional<Progress> progress = {}, std::optional<Partner> partner = {}) {
    return stories::on(day, Action{.measure = measure, .progress = progress, .partner = partner});
}

Report planned(const std::vector<Entry>& later, ReportQuestion question = {.as_of = planned_on + 300}) {
    auto file = stories::entered(planned_on - 30, planned_on - 20);
    file.push_back(stories::on(planned_on, ActionPlan{.aspects = {Aspect::medical}}));
    file.insert(file.end(), later.begin(), later.end());
    EventTable table;
    stories::add_case(table, {"s", "1"}, file);
    question.threads = 1;
    return make_report(table, common_core, question);
}

double number_in(const Report& report, std::string_view indicator, std::string_view category, std::uint32_t stratum = 0) { return *find_row(report, indicator, "", category, stratum)->value; }

}  // namespace

TEST(PlanContributions, AMeasureCountsOnceAnEpisodeOnTheDayItWasFirstSeen) {
    const std::vector<Entry> actions{done(planned_on + 1, Measure::job_adjustment, Progress::planned), done(planned_on + 50, Measure::job_adjustment, Progress::done),
                                     done(planned_on + 2, Measure::telework, Progress::abandoned), done(planned_on + 3, Measure::training, Progress::done)};
    const auto report = planned(actions);
    EXPECT_EQ(number_in(report, "measures", "job_adjustment"), 1);
    EXPECT_EQ(number_in(report, "measures", "training"), 1);
    EXPECT_EQ(find_row(report, "recommendations", "issued")->value, 2);
    EXPECT_EQ(find_row(report, "recommendations", "carried_out")->numerator, 1);
    EXPECT_EQ(find_row(report, "recommendations", "carried_out")->denominator, 2);
    const auto later = planned(actions, {.as_of = planned_on + 300, .from = planned_on + 40});
    EXPECT_EQ(find_row(later, "recommendations", "issued")->value, 0) << "it was first seen before the period";
}

TEST(PlanContributions, WhatIsDoneAfterTheDayLookedAtIsNotDoneYet) {
    const std::vector<Entry> actions{done(planned_on + 1, Measure::job_adjustment), done(planned_on + 50, Measure::job_adjustment, Progress::done)};
    EXPECT_EQ(find_row(planned(actions, {.as_of = planned_on + 49}), "recommendations", "carried_out")->value, 0.0);
    EXPECT_EQ(find_row(planned(actions, {.as_of = planned_on + 50}), "recommendations", "carried_out")->value, 1.0);
}

TEST(PlanContributions, APartnerCountsOnceAnEpisodeWhetherByRelayOrByAction) {
    const std::vector<Entry> steps{stories::on(planned_on + 1, Relay{.partner = Partner::cap_emploi}), done(planned_on + 60, Measure::training, {}, Partner::cap_emploi),
                                   stories::on(planned_on + 61, Relay{.partner = Partner::mdph})};
    EXPECT_EQ(number_in(planned(steps), "partners", "cap_emploi"), 1);
    EXPECT_EQ(number_in(planned(steps), "partners", "mdph"), 1);
    EXPECT_EQ(number_in(planned(steps), "partners", "agefiph"), 0);
    const auto by_year = planned(steps, {.as_of = planned_on + 300, .by = {StratumKey::year}});
    ASSERT_EQ(by_year.strata.size(), 3u);
    EXPECT_EQ(number_in(by_year, "partners", "cap_emploi", 0), 1);
    EXPECT_EQ(number_in(by_year, "partners", "cap_emploi", 1), 1) << "2023";
    EXPECT_EQ(number_in(by_year, "partners", "cap_emploi", 2), 1) << "2024";
}

#include "maintien/indicators/course_figure.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "support/engine_register.hpp"
#include "support/random_register.hpp"
#include "support/register_stories.hpp"

using namespace maintien;

namespace {

constexpr Day first_of_june = make_day(2023, 6, 1);

Report report_of_files(const std::vector<std::vector<Entry>>& files, Day as_of, double level = default_level) {
    EventTable events;
    int number = 0;
    for (const auto& file : files) stories::add_case(events, {"s", std::to_string(++number)}, file);
    return make_report(events, common_core, {.as_of = as_of, .level = level, .threads = 1});
}

const ReportRow& figure(const Report& report, std::string_view indicator, std::string_view variant, std::string_view category = {}) {
    return *find_row(report, indicator, variant, category);
}

}  // namespace

TEST(CourseFigure, WithoutOpenFilesTheIncidenceIsTheShare) {
    const auto report = report_of_files({stories::entered(first_of_june, first_of_june + 10), stories::entered(first_of_june, first_of_june + 40),
                                         {stories::referral(first_of_june), stories::on(first_of_june + 20, Refusal{})}, {stories::referral(first_of_june)}}, first_of_june + 70);
    const auto& by_30 = figure(report, "entry_rate", "cumulative_incidence", "30");
    EXPECT_DOUBLE_EQ(*by_30.value, 0.25);
    EXPECT_EQ(by_30.numerator, 1);
    EXPECT_EQ(by_30.denominator, 4);
    EXPECT_EQ(by_30.method, "aalen_johansen");
    EXPECT_LT(*by_30.lower, 0.25);
    EXPECT_DOUBLE_EQ(*figure(report, "entry_rate", "cumulative_incidence", "60").value, 0.5);
    EXPECT_EQ(figure(report, "entry_rate", "cumulative_incidence", "90").null_reason, NullReason::beyond_follow_up);
}

TEST(CourseFigure, AMissingLimitIsMissingAloneBesideTheValue) {
    const auto report = report_of_files({stories::exited(first_of_june, first_of_june, first_of_june + 10, Outcome::transferred),
                                         stories::exited(first_of_june, first_of_june, first_of_june + 50, Outcome::adapted_post)}, first_of_june + 365);
    const auto& median = figure(report, "days_in_cell", "km_median");
    EXPECT_EQ(median.value, 50);
    EXPECT_EQ(median.numerator, 1);
    EXPECT_EQ(median.denominator, 2);
    EXPECT_FALSE(median.lower);
    EXPECT_FALSE(median.null_reason);
}

TEST(CourseFigure, TheLevelAppliesToCurves) {
    const std::vector<std::vector<Entry>> files{stories::entered(first_of_june, first_of_june + 10), {stories::referral(first_of_june)}};
    const auto wide = report_of_files(files, first_of_june + 70, 0.99), narrow = report_of_files(files, first_of_june + 70, 0.5);
    EXPECT_LT(*figure(wide, "entry_rate", "cumulative_incidence", "30").lower, *figure(narrow, "entry_rate", "cumulative_incidence", "30").lower);
}

TEST(CourseFigure, TheIncidencesAndTheSurvivalOfRandomRegistersAddUpToOne) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const auto entries = slow::register_of_seed(seed);
        const auto question = engine::question_of(slow::question_of_seed(entries, seed));
        const auto events = engine::table_of(entries);
        const auto table = replay(events, common_core, {question.as_of, question.known_on, 1});
        const auto whole = tally_of(study_of(events, table, common_core, period_of(table, question)), {}, 1).whole;
        for (const auto course : {Course::from_referral, Course::from_entry})
            for (const auto& point : aalen_johansen(table_of(course, whole.stays)).points)
                ASSERT_NEAR(std::accumulate(point.incidence.begin(), point.incidence.end(), point.survival), 1.0, 1e-12) << "seed " << seed;
        ASSERT_EQ(episodes_in(table_of(Course::from_entry, whole.stays)), sum_of(whole, detail::followed_in_cell)) << "seed " << seed;
    }
}

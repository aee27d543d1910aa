#include "maintien/indicators/comparison_figure.hpp"

#include <gtest/gtest.h>

#include "maintien/indicators/explain.hpp"
#include "support/engine_register.hpp"
#include "support/random_register.hpp"
#include "support/register_stories.hpp"

using namespace maintien;

namespace {

/// Two services: three positive exits out of four, and none out of one.
EventTable two_services() {
    const Day july = make_day(2023, 7, 1);
    EventTable events;
    for (int i = 0; i < 4; ++i)
        stories::add_case(events, {"b", std::to_string(i)}, stories::exited(july, july + 5, july + 30, i == 0 ? Outcome::unfitness : Outcome::adapted_post));
    auto older = stories::exited(july, july + 5, july + 30, Outcome::unfitness);
    older[0].about.birth_year = 1960;
    stories::add_case(events, {"a", "1"}, older);
    stories::add_case(events, {"c", "1"}, {stories::referral(july)});
    return events;
}

Report report_on_services(const ReferencePopulation* reference = nullptr, const std::vector<StratumKey>& by = {}) {
    return make_report(two_services(), common_core, {.as_of = make_day(2024, 7, 1), .by = by, .reference = reference, .threads = 1});
}

}  // namespace

TEST(ComparisonFigure, AServiceStandsBetweenTheLimitsAtItsSize) {
    const auto report = report_on_services();
    const auto* own = find_row(report, "service_comparison", "positive_exit_rate", "b");
    const auto* limits = find_row(report, "service_comparison", "limits", "b");
    ASSERT_TRUE(own && limits);
    EXPECT_DOUBLE_EQ(*own->value, 0.75);
    EXPECT_DOUBLE_EQ(*limits->value, 0.6);
    EXPECT_EQ(own->lower, limits->lower);
    EXPECT_EQ(own->lower, funnel_limits(0.6, 4, 0.95).lower);
    EXPECT_EQ(own->bound_upper, funnel_limits(0.6, 4, 0.998).upper);
    EXPECT_EQ(find_row(report, "service_comparison", "positive_exit_rate", "c")->null_reason, NullReason::denominator_zero);
    EXPECT_EQ(find_row(report, "service_comparison", "pooled")->method, "wilson");
    EXPECT_TRUE(find_row(report, "service_comparison", "overdispersion")->value);
}

TEST(ComparisonFigure, AStratumOfOneServiceComparesNoOther) {
    const auto report = report_on_services(nullptr, {StratumKey::service});
    int rows = 0;
    for (const auto& row : report.rows) {
        if (row.variant != "limits" || row.stratum == 0) continue;
        EXPECT_EQ(report.strata[row.stratum][0].value, row.category);
        ++rows;
    }
    EXPECT_EQ(rows, 3);
}

TEST(ComparisonFigure, WithoutAReferenceThereIsNoStandardisedRate) {
    const auto report = report_on_services();
    const auto* row = find_row(report, "standardised_rate", "positive_exit_rate");
    EXPECT_EQ(row->null_reason, NullReason::no_reference);
    EXPECT_EQ(row->denominator, 5);
}

TEST(ComparisonFigure, WhoIsNotInTheReferenceIsLeftOutAndListed) {
    ReferencePopulation reference{.title = "no age known"};
    reference.weights[mix_place(count_of<AgeBand>, count_of<Sector>)] = 2;
    const auto report = report_on_services(&reference);
    const auto* row = find_row(report, "standardised_rate", "positive_exit_rate");
    EXPECT_DOUBLE_EQ(*row->value, 0.75);
    EXPECT_EQ(row->denominator, 4);
    EXPECT_EQ(row->excluded, (std::vector<Exclusion>{{"outside_reference", 1}}));
    EXPECT_EQ(report.reference, "no age known");

    const auto events = two_services();
    const auto table = replay(events, common_core, {make_day(2024, 7, 1), no_day, 1});
    const auto study = study_of(events, table, common_core, report.period);
    const auto catalogue = catalogue_of(common_core);
    const auto listed = explain(study, *rule_named(catalogue, "standardised_rate/positive_exit_rate"), &reference);
    EXPECT_EQ(listed.numerator.size(), 3u);
    EXPECT_EQ(listed.denominator.size(), 4u);
    ASSERT_EQ(listed.excluded.size(), 1u);
    ASSERT_EQ(listed.excluded[0].episodes.size(), 1u);
    EXPECT_EQ(key_of(events, listed.excluded[0].episodes[0].case_index).service, "a");
}

TEST(ComparisonFigure, AWeightedPartWithNobodyLeavesTheRateUnknown) {
    ReferencePopulation reference;
    reference.weights[mix_place(count_of<AgeBand>, count_of<Sector>)] = 2;
    reference.weights[mix_place(0, 0)] = 1;
    EXPECT_EQ(find_row(report_on_services(&reference), "standardised_rate", "entry_rate")->null_reason, NullReason::empty_stratum);
}

TEST(ComparisonFigure, TheServicesOfRandomRegistersAddUpToThePooledRate) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const auto entries = slow::register_of_seed(seed);
        const auto report = engine::report_of(entries, slow::question_of_seed(entries, seed));
        std::map<std::uint32_t, std::pair<double, double>> sums;
        for (const auto& row : report.rows)
            if (row.indicator == "service_comparison" && row.variant == "positive_exit_rate") sums[row.stratum].first += *row.numerator, sums[row.stratum].second += *row.denominator;
        for (const auto& row : report.rows)
            if (row.indicator == "service_comparison" && row.variant == "pooled") {
                ASSERT_EQ(row.numerator, sums[row.stratum].first) << "seed " << seed;
                ASSERT_EQ(row.denominator, sums[row.stratum].second) << "seed " << seed;
                ASSERT_EQ(row.value, find_row(report, "positive_exit_rate", "per_exit", {}, row.stratum)->value) << "seed " << seed;
            }
    }
}

#include "maintien/indicators/clustered_survival.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "support/slow_survival.hpp"

namespace maintien {
namespace {

std::vector<WorkerEpisode> of_workers(const slow_survival::Episodes& all, const std::vector<std::size_t>& workers) {
    std::vector<WorkerEpisode> episodes;
    for (std::size_t i = 0; i < all.size(); ++i) episodes.push_back({workers[i], all[i].days, all[i].cause != 0, all[i].watched_from});
    return episodes;
}

std::vector<std::size_t> one_each(std::size_t count) {
    std::vector<std::size_t> workers(count);
    for (std::size_t i = 0; i < count; ++i) workers[i] = i;
    return workers;
}

TEST(ClusteredSurvival, OfOneEpisodeEachIsGreenwoods) {
    const auto all = slow_survival::aml();
    const auto curve = kaplan_meier(slow_survival::table_of(all, 1));
    for (const int day : {5, 12, 23, 48}) {
        const auto found = clustered_survival_on(of_workers(all, one_each(all.size())), day);
        EXPECT_EQ(found.value, survival_on(curve, day).value);
        EXPECT_NEAR(*found.standard_error, *survival_on(curve, day).standard_error, 1e-14);
    }
}

TEST(ClusteredSurvival, OfEpisodesToldTwiceIsThatOfTheWorkers) {
    const auto all = slow_survival::aml();
    auto twice = of_workers(all, one_each(all.size()));
    twice.insert(twice.end(), twice.begin(), twice.end());
    const auto found = clustered_survival_on(twice, 23), once = survival_on(kaplan_meier(slow_survival::table_of(all, 1)), 23);
    EXPECT_NEAR(*found.standard_error, *once.standard_error, 1e-14);
    EXPECT_NEAR(*found.lower, *once.lower, 1e-14);
}

TEST(ClusteredSurvival, SaysWhyItHasNoInterval) {
    EXPECT_EQ(clustered_survival_on({}, 1), not_given(NullReason::denominator_zero));
    const auto one_worker = of_workers({{2, 1}, {3, 1}, {5, 0}}, {0, 0, 0});
    EXPECT_EQ(clustered_survival_on(one_worker, 3).limits_reason, NullReason::degenerate_variance);
    EXPECT_EQ(clustered_survival_on(one_worker, 6), not_given(NullReason::beyond_follow_up));
    EXPECT_EQ(clustered_survival_on(one_worker, 1).value, 1.0);
}

RC_GTEST_PROP(ClusteredSurvival, HasTheStandardErrorThatMovingOneWorkerGives, ()) {
    const auto all = slow_survival::arbitrary_episodes(1, true, 15);
    std::vector<std::size_t> workers;
    for (std::size_t i = 0; i < all.size(); ++i) workers.push_back(*rc::gen::inRange<std::size_t>(0, 5));
    const int day = *rc::gen::inRange(0, slow_survival::last_day(all) + 1);
    const auto found = clustered_survival_on(of_workers(all, workers), day);
    if (!found.value || *found.value <= 0.0) return;
    double variance = 0.0;
    for (std::size_t worker = 0; worker < 5; ++worker) {
        slow_survival::Weights up = slow_survival::once_each(all), down = up;
        for (std::size_t i = 0; i < all.size(); ++i)
            if (workers[i] == worker) up[i] += 1e-4, down[i] -= 1e-4;
        const double moved = (slow_survival::survival(all, up, day) - slow_survival::survival(all, down, day)) / 2e-4;
        variance += moved * moved;
    }
    RC_ASSERT(std::fabs(found.standard_error.value_or(0.0) - std::sqrt(variance)) < 1e-6);
}

}  // namespace
}  // namespace maintien

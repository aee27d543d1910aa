#include "maintien/indicators/clustered_share.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <utility>
#include <vector>

#include "maintien/indicators/proportion.hpp"

namespace maintien {
namespace {

using Workers = std::vector<std::pair<std::int64_t, std::int64_t>>;  // of each: episodes that have it, episodes

ClusterSums sums_of(const Workers& workers) {
    ClusterSums sums;
    for (const auto& [x, n] : workers) add_worker(sums, x, n);
    return sums;
}

TEST(ClusteredShare, HasTheStandardErrorOfTheWorkers) {
    // p = 4/8; residuals 2 − 1, 0 − 1, 1 − 1, 1 − 1: sum of squares 2; 4/3·2/64.
    const auto found = clustered_share(sums_of({{2, 2}, {0, 2}, {1, 2}, {1, 2}}));
    EXPECT_EQ(found.value, 0.5);
    EXPECT_NEAR(*found.standard_error, std::sqrt(4.0 / 3.0 * 2.0 / 64.0), 1e-15);
    // Design effect 4/3: six episodes' worth, Wilson of 3 out of 6.
    EXPECT_NEAR(*found.lower, wilson_interval(3, 6).lower, 1e-12);
    EXPECT_NEAR(*found.upper, wilson_interval(3, 6).upper, 1e-12);
}

TEST(ClusteredShare, IsWiderWhenTheEpisodesOfAWorkerAreAlike) {
    const auto alike = clustered_share(sums_of({{4, 4}, {0, 4}, {4, 4}, {0, 4}}));
    EXPECT_LT(*alike.lower, wilson_interval(8, 16).lower);
    EXPECT_GT(*alike.upper, wilson_interval(8, 16).upper);
}

TEST(ClusteredShare, IsNeverNarrowerThanWithoutClusters) {
    const auto unlike = clustered_share(sums_of({{1, 2}, {1, 2}, {1, 2}, {2, 2}}));
    EXPECT_NEAR(*unlike.lower, wilson_interval(5, 8).lower, 1e-12);
    EXPECT_NEAR(*unlike.upper, wilson_interval(5, 8).upper, 1e-12);
}

TEST(ClusteredShare, SaysWhyItHasNoInterval) {
    EXPECT_EQ(clustered_share({}), not_given(NullReason::denominator_zero));
    const auto none = without_limits(0.0, std::nullopt, NullReason::degenerate_variance);
    EXPECT_EQ(clustered_share(sums_of({{0, 2}, {0, 3}})), none);
    EXPECT_EQ(clustered_share(sums_of({{1, 2}})).limits_reason, NullReason::degenerate_variance);
    EXPECT_EQ(clustered_share(sums_of({{1, 3}, {2, 6}, {1, 3}})).limits_reason, NullReason::degenerate_variance);
}

Workers arbitrary_workers() {
    Workers workers(*rc::gen::inRange<std::size_t>(1, 40));
    for (auto& [x, n] : workers) n = *rc::gen::inRange<std::int64_t>(0, 5), x = *rc::gen::inRange<std::int64_t>(0, n + 1);
    return workers;
}

RC_GTEST_PROP(ClusteredShare, HasTheErrorOfTheSummedResiduals, ()) {
    const auto workers = arbitrary_workers();
    const auto found = clustered_share(sums_of(workers));
    if (!found.standard_error) return;
    double squares = 0, groups = 0, all = 0;
    for (const auto& [x, n] : workers) {
        const double residual = static_cast<double>(x) - *found.value * static_cast<double>(n);
        squares += residual * residual, groups += n > 0 ? 1 : 0, all += static_cast<double>(n);
    }
    RC_ASSERT(std::fabs(*found.standard_error - std::sqrt(groups / (groups - 1) * squares) / all) < 1e-12);
    RC_ASSERT(*found.lower <= *found.value);
    RC_ASSERT(*found.value <= *found.upper);
}

RC_GTEST_PROP(ClusteredShare, OfPartsThatKeepWorkersTogetherIsThatOfTheWhole, ()) {
    const auto a = arbitrary_workers(), b = arbitrary_workers();
    auto both = a;
    both.insert(both.end(), b.begin(), b.end());
    auto sums = sums_of(b);
    sums += sums_of(a);
    RC_ASSERT(sums == sums_of(both));
    RC_ASSERT(clustered_share(sums) == clustered_share(sums_of(both)));
}

}  // namespace
}  // namespace maintien

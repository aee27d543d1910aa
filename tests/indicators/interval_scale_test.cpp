#include "maintien/indicators/interval_scale.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maintien {
namespace {

constexpr IntervalScale all_scales[] = {IntervalScale::log_log, IntervalScale::log, IntervalScale::plain, IntervalScale::logit, IntervalScale::arcsine};

TEST(IntervalScale, IsSpeltAsInArguments) {
    for (const auto scale : all_scales) EXPECT_EQ(scale_from_code(scale_code(scale)), scale);
    EXPECT_EQ(scale_code(IntervalScale::log_log), "log_log");
    EXPECT_EQ(scale_code(IntervalScale::arcsine), "arcsine");
    EXPECT_EQ(scale_from_code("log-log"), std::nullopt);
    EXPECT_EQ(scale_from_code(""), std::nullopt);
}

// survfit of R's survival 3.5-3, aml, Maintained, day 23.
TEST(IntervalScale, GivesTheIntervalsOfRSurvfit) {
    const double limits[5][2] = {{0.265752040001, 0.83529924325}, {0.376867059502, 0.999157600228}, {0.314482491946, 0.912790235326},
                                 {0.310203712389, 0.848696532682}, {0.312169781956, 0.873541088558}};
    for (std::size_t i = 0; i < 5; ++i) {
        const auto found = scaled_interval(0.613636363636364, 0.152632331027, all_scales[i]);
        EXPECT_NEAR(found.lower, limits[i][0], 1e-10) << scale_code(all_scales[i]);
        EXPECT_NEAR(found.upper, limits[i][1], 1e-10) << scale_code(all_scales[i]);
    }
}

TEST(IntervalScale, HasNoIntervalWhereNobodyOrEverybodyHadTheEvent) {
    for (const auto scale : all_scales)
        for (const double p : {0.0, 1.0}) {
            const auto found = estimate_on_scale(p, 0.0, scale, 0.95);
            EXPECT_EQ(found.value, p);
            EXPECT_FALSE(found.lower || found.upper || found.standard_error || found.null_reason);
            EXPECT_EQ(found.limits_reason, NullReason::degenerate_variance);
        }
}

RC_GTEST_PROP(IntervalScale, ContainsTheProbabilityStaysWithinZeroAndOneAndWidensWithTheLevel, ()) {
    const double p = *rc::gen::inRange(1, 100000) / 100000.0, s = *rc::gen::inRange(1, 5000) / 10000.0;
    const auto scale = all_scales[*rc::gen::inRange<std::size_t>(0, 5)];
    const double level = *rc::gen::inRange(500, 999) / 1000.0;
    const auto narrow = scaled_interval(p, s, scale, level), wide = scaled_interval(p, s, scale, (1.0 + level) / 2.0);
    RC_ASSERT(0.0 <= wide.lower);
    RC_ASSERT(wide.lower <= narrow.lower);
    RC_ASSERT(narrow.lower <= p * (1 + 1e-12));
    RC_ASSERT(p <= narrow.upper * (1 + 1e-12));
    RC_ASSERT(narrow.upper <= wide.upper);
    RC_ASSERT(wide.upper <= 1.0);
}

}  // namespace
}  // namespace maintien

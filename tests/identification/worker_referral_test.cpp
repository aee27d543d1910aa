#include "maintien/identification/worker_referral.hpp"

#include <gtest/gtest.h>

namespace maintien {
namespace {

TEST(WorkerReferral, SortsByWorkerThenDay) {
    const WorkerReferral early{.worker = {"a"}, .on = make_day(2024, 1, 1), .case_id = {"9"}};
    const WorkerReferral late{.worker = {"a"}, .on = make_day(2024, 1, 2), .case_id = {"1"}};
    const WorkerReferral other{.worker = {"b"}, .on = make_day(2023, 1, 1), .case_id = {"1"}};
    EXPECT_LT(early, late);
    EXPECT_LT(late, other);
    EXPECT_FALSE(known(early.ended)) << "a referral whose file is open";
}

}  // namespace
}  // namespace maintien

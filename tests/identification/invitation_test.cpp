#include "maintien/identification/invitation.hpp"

#include <gtest/gtest.h>

namespace maintien {
namespace {

const Day march_16 = make_day(2024, 3, 16);

VisitRecord absence(std::string id, std::string worker, Day on) { return {{std::move(id)}, {std::move(worker)}, {"company"}, {"physician"}, on, std::nullopt}; }

TEST(Invitation, GoesToAbsentWorkersNotSeenSinceAndOnceToEach) {
    auto seen = absence("v4", "seen", march_16 - 2);
    seen.kind = Origin::pre_return_visit;
    const std::vector<VisitRecord> visits{absence("v1", "waiting", march_16 - 5), absence("v2", "waiting", march_16 - 1), absence("v3", "seen", march_16 - 4), seen};
    const auto invitations = invitations_of(make_digest(visits, std::nullopt, twice_a_month, march_16));
    ASSERT_EQ(invitations.size(), 1u);
    EXPECT_EQ(invitations[0].worker.text, "waiting");
    EXPECT_EQ(invitations[0].employer.text, "company");
    EXPECT_EQ(invitations[0].physician.text, "physician");
    EXPECT_EQ(invitations[0].absence_known_on, march_16 - 5);
    EXPECT_EQ(invitations[0].on, march_16);
}

TEST(Invitation, NobodyIsInvitedBeforeAnAbsenceIsKnown) {
    const std::vector<VisitRecord> visits{absence("v1", "later", march_16 + 1)};
    EXPECT_TRUE(invitations_of(make_digest(visits, std::nullopt, twice_a_month, march_16)).empty());
}

}  // namespace
}  // namespace maintien

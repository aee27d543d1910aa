#include "maintien/protocol/protocol_versions.hpp"

#include <gtest/gtest.h>

namespace {

using namespace maintien;

struct ThreeVersions {
    Protocol first{.name = "cell", .version = 1, .valid_from = make_day(2015, 1, 1)};
    Protocol second{.name = "cell", .version = 2, .valid_from = make_day(2018, 7, 1)};
    Protocol third{.name = "cell", .version = 3, .valid_from = make_day(2020, 1, 1)};
    ProtocolVersions all() const {
        ProtocolVersions versions;
        for (const auto* version : {&first, &second, &third}) add_version(versions, *version);
        return versions;
    }
};

TEST(ProtocolVersions, TheLatestThatHasBegunIsInForce) {
    const ThreeVersions cell;
    const auto versions = cell.all();
    EXPECT_EQ(version_on(versions, make_day(2018, 6, 30)).version, 1);
    EXPECT_EQ(version_on(versions, make_day(2018, 7, 1)).version, 2);
    EXPECT_EQ(version_on(versions, make_day(2019, 12, 31)).version, 2);
    EXPECT_EQ(version_on(versions, make_day(2020, 1, 1)).version, 3);
    EXPECT_EQ(latest(versions).version, 3);
}

TEST(ProtocolVersions, TheEarliestIsInForceBeforeAnyHasBegun) {
    const ThreeVersions cell;
    EXPECT_EQ(version_on(cell.all(), make_day(2001, 1, 1)).version, 1);
}

TEST(ProtocolVersions, ASingleVersionAppliesToEveryDay) {
    const ThreeVersions cell;
    const ProtocolVersions only = cell.second;
    EXPECT_EQ(only.size(), 1u);
    for (const Day day : {make_day(2001, 1, 1), make_day(2018, 7, 1), make_day(2030, 1, 1)}) EXPECT_EQ(&version_on(only, day), &cell.second);
}

TEST(ProtocolVersions, AgreeOnFiguresUnlessFollowUpOutcomesProfileOrTargetsDiffer) {
    Protocol cell, other;
    other.name = "other";
    other.digest_days = {1};
    EXPECT_TRUE(agree_on_figures(cell, other));
    other.follow_up.horizons = {12};
    EXPECT_FALSE(agree_on_figures(cell, other));
    other = cell;
    other.profile.refusal_is_exit = true;
    EXPECT_FALSE(agree_on_figures(cell, other));
    other = cell;
    other.outcomes[0].polarity = Polarity::negative;
    EXPECT_FALSE(agree_on_figures(cell, other));
    other = cell;
    other.targets.push_back({"kept", "positive_exit_rate", "per_exit"});
    EXPECT_FALSE(agree_on_figures(cell, other));
}

}  // namespace

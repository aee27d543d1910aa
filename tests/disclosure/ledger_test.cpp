#include "maintien/disclosure/ledger.hpp"

#include <gtest/gtest.h>

#include "support/register_stories.hpp"

using namespace maintien;

TEST(Ledger, LinksWhatOverlapsOrTouches) {
    Report report{.protocol = "common_core", .period = {make_day(2024, 1, 1), make_day(2024, 6, 30)}};
    Release release{.protocol = "common_core", .definitions = "1"};
    release.question.from = make_day(2023, 1, 1);
    release.question.to = make_day(2023, 12, 31);
    EXPECT_TRUE(is_linked(release, report)) << "what closes a year opens the next";
    release.question.to = make_day(2023, 12, 30);
    EXPECT_FALSE(is_linked(release, report));
    release.question.to = make_day(2024, 3, 31);
    EXPECT_TRUE(is_linked(release, report));
    release.protocol = "aist43_cme";
    EXPECT_FALSE(is_linked(release, report));
}

TEST(Ledger, KnowsWhatLiesInWhat) {
    EXPECT_TRUE(detail::lies_in("2024-03", "2024"));
    EXPECT_TRUE(detail::lies_in("2024-03", "2024-Q1"));
    EXPECT_FALSE(detail::lies_in("2024-04", "2024-Q1"));
    EXPECT_TRUE(detail::is_within({{"service", "a"}, {"month", "2024-03"}}, {{"year", "2024"}}));
    EXPECT_FALSE(detail::is_within({{"year", "2024"}}, {{"service", "a"}}));
}

TEST(Ledger, EqualCountsAreTakenForTheSamePeople) {
    CountSystem system;
    system.truth.assign(2 * counts_of_stratum, 5);
    system.truth[counts_of_stratum] = 9;
    detail::link_stratum(system, {0}, {counts_of_stratum});
    ASSERT_EQ(system.relations.size(), counts_of_stratum);
    EXPECT_FALSE(system.relations[0].equation) << "this one has grown";
    EXPECT_TRUE(system.relations[1].equation);
}

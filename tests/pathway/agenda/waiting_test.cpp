#include "maintien/pathway/agenda/waiting.hpp"

#include <gtest/gtest.h>

#include "support/agenda_stories.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

TEST(Relays, WaitThirtyDaysForTheirAnswer) {
    const auto story = then(supported("2024-01-01"), {on("2024-02-01", relay(Partner::cap_emploi))});
    EXPECT_EQ(agenda_lines("relay_unanswered", "2024-03-01", story), Lines{"due 2024-03-02"});
    EXPECT_EQ(agenda_lines("relay_unanswered", "2024-03-02", story), Lines{"due 2024-03-02"});
    EXPECT_EQ(agenda_lines("relay_unanswered", "2024-03-03", story), Lines{"due 2024-03-02 late 1"});
    EXPECT_EQ(agenda_lines("relay_unanswered", "2024-03-03", then(story, {on("2024-02-20", Relay{Partner::cap_emploi, RelayState::answered})})), nothing);
    EXPECT_EQ(agenda_lines("relay_unanswered", "2024-03-03", then(story, {on("2024-02-20", Relay{Partner::mdph, RelayState::answered})})).size(), 1u) << "another partner answered";
    EXPECT_EQ(agenda_lines("relay_unanswered", "2024-03-03", then(story, {on("2024-02-20", Relay{Partner::cap_emploi, {}})})).size(), 1u) << "nothing was said of an answer";
}

TEST(Dormant, IsAFileWithoutAnEventForThirtyThenSixtyDays) {
    const auto story = then(supported("2024-01-01"), {on("2024-02-01", review())});
    EXPECT_EQ(agenda_lines("dormant_30_days", "2024-03-01", story), nothing);
    EXPECT_EQ(agenda_lines("dormant_30_days", "2024-03-02", story), Lines{"due 2024-03-02"});
    EXPECT_EQ(agenda_lines("dormant_30_days", "2024-03-03", story), Lines{"due 2024-03-02 late 1"});
    EXPECT_EQ(agenda_lines("dormant_60_days", "2024-03-31", story), nothing);
    EXPECT_EQ(agenda_lines("dormant_60_days", "2024-04-01", story), Lines{"due 2024-04-01"});
    EXPECT_EQ(agenda_lines("dormant_60_days", "2024-04-02", story), Lines{"due 2024-04-01 late 1"});
    EXPECT_EQ(agenda_lines("dormant_30_days", "2024-04-02", story), nothing) << "one line is enough";
}

TEST(Dormant, IsNeitherASuspendedFileNorOneThatEnded) {
    const auto story = then(supported("2024-01-01"), {on("2024-02-01", suspension())});
    EXPECT_EQ(agenda_lines("dormant_60_days", "2024-06-01", story), nothing);
    EXPECT_EQ(agenda_lines("dormant_30_days", "2024-07-01", then(story, {on("2024-06-01", resumption())})), Lines{"due 2024-07-01"});
    EXPECT_EQ(agenda_lines("dormant_60_days", "2024-12-01", left("2024-01-01", "2024-02-01")), nothing);
}

}  // namespace

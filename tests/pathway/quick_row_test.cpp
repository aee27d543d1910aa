#include "maintien/pathway/quick_row.hpp"

#include <gtest/gtest.h>

namespace {

using namespace maintien;

TEST(QuickRow, AllowsNothingAsItIsBuilt) {
    const QuickRow blank;
    Mark loud;
    loud.flags = 0xFF;
    loud.partner = 0;
    EXPECT_NE((facts_at_once(0xFFFF, loud) ^ blank.wanted) & blank.looked_at, 0u);
    EXPECT_NE((facts_at_once(0, Mark{}) ^ blank.wanted) & blank.looked_at, 0u);
}

TEST(QuickRow, ThatWantsAMilestoneAndDoesNotIsNever) {
    QuickRow quick{.looked_at = 0, .wanted = 0};
    maintien::detail::ask(quick, 1);
    maintien::detail::ask(quick, 1, false);
    EXPECT_NE((facts_at_once(1, Mark{}) ^ quick.wanted) & quick.looked_at, 0u);
    EXPECT_NE((facts_at_once(0, Mark{}) ^ quick.wanted) & quick.looked_at, 0u);
}

TEST(QuickRow, LooksAtMilestonesAtWhatTheMarkSaysAndAtItsPartner) {
    Mark mark;
    EXPECT_EQ(facts_at_once(5, mark), 5u);
    mark.flags = incoming_call;
    mark.partner = 0;
    EXPECT_EQ(facts_at_once(5, mark), 5u | std::uint32_t{incoming_call} << QuickRow::flags_at | QuickRow::tells_a_partner);
}

}  // namespace

#include "maintien/protocol/witness.hpp"

#include <gtest/gtest.h>

#include "maintien/protocol/built_in/common_core.hpp"

namespace {

using namespace maintien;

SituationIndex first_closed(const Exploration& found) {
    SituationIndex i = 0;
    while (!(found.situations[i].stage == StagePlace(Stage::closed) && found.situations[i].has(Milestone::exit) && found.situations[i].followed)) ++i;
    return i;
}

TEST(Witness, HasOneEventADay) {
    const Exploration found = explored(common_core);
    const auto witness = detail::dated(found.view, detail::moves_to(found, 5));
    ASSERT_FALSE(witness.steps.empty());
    for (std::size_t i = 1; i < witness.steps.size(); ++i) EXPECT_EQ(witness.steps[i].on, witness.steps[i - 1].on + 1);
    EXPECT_EQ(witness.steps[0].on, common_core.valid_from);
}

TEST(Witness, WaitsUntilFollowUpIsOver) {
    const Exploration found = explored(common_core);
    const auto witness = detail::dated(found.view, detail::moves_to(found, first_closed(found)));
    EXPECT_EQ(witness.as_of, detail::day_closed(common_core.follow_up, witness.steps.back().on));
}

TEST(Witness, LeavesOutWhatIsNotNeededAndTellsTheRestLate) {
    const Exploration found = explored(common_core);
    auto moves = detail::moves_to(found, 1);
    ASSERT_GT(moves.size(), 1u);
    const auto wanted = detail::played(found.view, moves).end;
    const auto told = detail::told_shortly(moves, [&](const detail::WitnessMoves& some) {
        const auto now = detail::played(found.view, some);
        return now.allowed && detail::alike(now.end, wanted);
    });
    EXPECT_EQ(told.size(), 1u) << "the consents were not needed";
}

}  // namespace

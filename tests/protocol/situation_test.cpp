#include "maintien/protocol/situation.hpp"

#include <gtest/gtest.h>

#include "maintien/protocol/built_in/common_core.hpp"

namespace {

using namespace maintien;

EventForm said(Event event, std::uint8_t code = unsaid) {
    EventForm form{event};
    form.at(FormSlot::code) = code;
    return form;
}

TEST(Situation, KeepsAStageAsANumber) {
    EXPECT_EQ(StagePlace(Stage::suspended).stage(), Stage::suspended);
    EXPECT_EQ(StagePlace().stage(), std::nullopt);
    EXPECT_TRUE(holds(any_stage, StagePlace()));
    EXPECT_FALSE(holds({{Stage::closed}}, StagePlace(Stage::exited)));
}

TEST(Situation, EndsByARefusalBeforeEntryAndByAnExitAfterIt) {
    const RuleView view = view_of(common_core);
    Situation before, after;
    take_effect(before, view, said(Event::refusal, 0));
    take_effect(after, view, said(Event::entry));
    take_effect(after, view, said(Event::refusal, 0));
    EXPECT_TRUE(before.has(Milestone::refusal) && ended(before) && !before.followed);
    EXPECT_TRUE(after.has(Milestone::exit) && ended(after) && after.followed && after.window_ahead);
}

TEST(Situation, FollowsNobodyWhoDied) {
    const RuleView view = view_of(common_core);
    Situation s;
    take_effect(s, view, said(Event::entry));
    take_effect(s, view, said(Event::outcome, static_cast<std::uint8_t>(index_of(Outcome::death))));
    EXPECT_TRUE(s.has(Milestone::exit));
    EXPECT_FALSE(s.followed);
}

TEST(Situation, ClosesInTimeOnlyAfterAnExit) {
    Situation s;
    s.stage = Stage::exited;
    EXPECT_FALSE(closes_in_time(s)) << "nobody left";
    s.reached = bit_of(Milestone::exit);
    s.window_ahead = true;
    ASSERT_TRUE(closes_in_time(s));
    EXPECT_EQ(closed_in_time(s).stage, StagePlace(Stage::closed));
    EXPECT_FALSE(closed_in_time(s).window_ahead);
}

}  // namespace

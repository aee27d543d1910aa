#include "maintien/protocol/ruling.hpp"

#include <gtest/gtest.h>

#include "maintien/protocol/built_in/common_core.hpp"

namespace {

using namespace maintien;

EventForm outcome_said(Outcome outcome) {
    EventForm form{Event::outcome};
    form.at(FormSlot::code) = static_cast<std::uint8_t>(index_of(outcome));
    return form;
}

TEST(Ruling, FindsTheRowAndWhatItLacks) {
    const RuleView view = view_of(common_core);
    Situation s;
    s.stage = Stage::in_support;
    s.reached = bit_of(Milestone::referral) | bit_of(Milestone::entry);
    const Ruling positive = ruling_on(view, s, outcome_said(Outcome::same_post), common_core);
    ASSERT_NE(positive.row, nullptr);
    EXPECT_EQ(positive.row->id, "outcome");
    EXPECT_EQ(positive.unmet, 2) << "the plan, the second guard";
    EXPECT_TRUE(ruling_on(view, s, outcome_said(Outcome::dismissal), common_core).allowed()) << "needs none";
}

TEST(Ruling, IsTheSameAskedInShort) {
    const RuleView view = view_of(common_core);
    for (const auto& stage : terms_of<Stage>)
        for (MilestoneSet reached = 0; reached < 1 << count_of<Milestone>; reached += 7) {
            Situation s;
            s.stage = stage.value;
            s.reached = reached;
            s.consents = reached % 2 == 0 ? ~std::uint64_t{0} : 0;
            for (const auto& form : view.forms) {
                if (form.event == Event::action) continue;
                const Ruling ruling = ruling_on(view, s, form, common_core);
                for (const auto& row : rows_of(common_core, form.event)) {
                    if (!holds(row.from, s.stage) || !holds_for(row.when, form)) continue;
                    ASSERT_EQ(allows(view, s, form, row, common_core), ruling.allowed() && ruling.row == &row) << row.id;
                }
            }
        }
}

TEST(Ruling, NamesTheConsentsRecipientsNeed) {
    EventForm action{Event::action};
    action.at(FormSlot::actor) = static_cast<std::uint8_t>(index_of(Actor::insurance_physician));
    action.at(FormSlot::partner) = static_cast<std::uint8_t>(index_of(Partner::mdph));
    const auto both = recipient_scopes(action, common_core.team);
    EXPECT_TRUE(both.insurance && both.partner);
    action.at(FormSlot::actor) = static_cast<std::uint8_t>(index_of(Actor::ergonomist));
    EXPECT_FALSE(recipient_scopes(action, common_core.team).insurance) << "he is of the team";
}

TEST(Ruling, LeadsWhereTheRowSaysAndBackFromASuspension) {
    const RuleView view = view_of(common_core);
    Situation s;
    s.stage = Stage::qualified;
    const Situation paused = led_on(view, s, EventForm{Event::suspension}, *row_named(common_core, "suspension"));
    EXPECT_EQ(paused.stage, StagePlace(Stage::suspended));
    EXPECT_EQ(led_on(view, paused, EventForm{Event::resumption}, *row_named(common_core, "resumption")).stage, StagePlace(Stage::qualified));
}

}  // namespace

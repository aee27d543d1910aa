#include "maintien/protocol/demonstration.hpp"

#include <gtest/gtest.h>

#include "support/planted_faults.hpp"

// That the engine itself replays witnesses is tested in tests/pathway/checked_protocols_test.cpp.

namespace {

using namespace maintien;

Witness first_witness(const Protocol& protocol) {
    const Exploration found = explored(protocol);
    return witness_of(found, flaws_of(found).at(0));
}

std::vector<Event> events_of(const Witness& witness) {
    std::vector<Event> events;
    for (const auto& step : witness.steps) events.push_back(step.form.event);
    return events;
}

using Events = std::vector<Event>;

TEST(Demonstration, ShowsWhereThePathToAStageBreaksOff) {
    const auto witness = first_witness(test::core_with([](Protocol& p) { row_to_change(p, "entry").guards.push_back(after(Milestone::exit)); }));
    EXPECT_EQ(events_of(witness), (Events{Event::referral, Event::qualification_interview, Event::entry}));
    EXPECT_TRUE(witness.last_is_refused);
}

TEST(Demonstration, LeadsIntoTheDeadEnd) {
    const auto witness = first_witness(test::planted_dead_end());
    EXPECT_EQ(events_of(witness), (Events{Event::referral, Event::suspension}));
    EXPECT_FALSE(witness.last_is_refused);
}

TEST(Demonstration, SharesWithoutASingleConsent) {
    const auto witness = first_witness(test::planted_uncovered_sharing());
    EXPECT_EQ(events_of(witness), (Events{Event::referral, Event::relay}));
    EXPECT_FALSE(witness.last_is_refused);
}

TEST(Demonstration, RefusesThePartnerByNameWhereTheRuleAsksForAGeneralConsent) {
    const auto witness = first_witness(test::core_with([](Protocol& p) {
        row_to_change(p, "relay").guards = {needs_consent(ConsentScope::partner_exchange), needs_consent(ConsentScope::insurance_exchange)};
    }));
    ASSERT_GE(witness.steps.size(), 2u);
    const auto& word = witness.steps[witness.steps.size() - 2].form;
    EXPECT_EQ(word.event, Event::consent);
    EXPECT_TRUE(word.says(FormSlot::state, ConsentState::refused));
    EXPECT_EQ(word.at(FormSlot::partner), witness.steps.back().form.at(FormSlot::code));
}

TEST(Demonstration, IsEmptyForAFlawOfTheTextAlone) {
    EXPECT_TRUE(first_witness(test::core_with([](Protocol& p) { row_to_change(p, "team_review").from = {}; })).steps.empty());
}

}  // namespace

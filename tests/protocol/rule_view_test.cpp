#include "maintien/protocol/rule_view.hpp"

#include <gtest/gtest.h>

#include "maintien/protocol/built_in/all.hpp"

namespace {

using namespace maintien;

TEST(RuleView, WatchesOnlyWhatSomeRuleLooksAt) {
    const RuleView core = view_of(common_core);
    EXPECT_NE(core.watched & bit_of(Milestone::plan), 0) << "a positive outcome asks for it";
    EXPECT_EQ(core.watched & bit_of(Milestone::appointment_held), 0);
    EXPECT_TRUE(core.watches_leave) << "the supervised trial";
    EXPECT_FALSE(core.watches_origin || core.watches_age || core.watches_exits);
    EXPECT_TRUE(view_of(ast_btp_ain_1).watches_age);
    EXPECT_TRUE(view_of(common_core, &ast_btp_ain_1).watches_age) << "the base looks at it";
}

TEST(RuleView, KnowsEachConsentAskedForOnce) {
    const RuleView core = view_of(common_core);
    EXPECT_EQ(core.asked.size(), 8u) << "referral, two exchanges, two for the employer, three for the trial";
    EXPECT_NE(consent_bit(core, ConsentScope::employer_contact, Actor::occupational_physician), 0u);
    EXPECT_EQ(consent_bit(core, ConsentScope::statistics, Actor::worker), 0u);
}

TEST(RuleView, TellsFormsApartThatRulesTellApart) {
    int interviews = 0;
    for_each_form(view_of(common_core), Event::qualification_interview, [&](const EventForm&) { ++interviews; });
    EXPECT_EQ(interviews, 3) << "accepted, deferred, turned away";
}

}  // namespace

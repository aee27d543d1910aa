#include "maintien/pathway/severity.hpp"

#include <gtest/gtest.h>

#include "support/case_stories.hpp"
#include "support/closed_list_expectations.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

TEST(Severity, HasThreeWeights) { expect_closed_list<Severity>({"violation", "unrecorded", "note"}); }

/// A row that asks for a consent, a plan and the referral, in this order.
Transition row_with_three_guards() {
    Transition found;
    found.guards = {needs_consent(ConsentScope::referral), after(Milestone::plan), after(Milestone::referral)};
    return found;
}
constexpr std::uint16_t consent_bit = 1, plan_bit = 2, referral_bit = 4;

std::optional<Severity> severity(std::uint16_t unmet, std::uint16_t not_recorded) {
    const Transition asked = row_with_three_guards();
    return severity_of(Judgement{.row = &asked, .stage_fits = true, .unmet = unmet, .not_recorded = not_recorded});
}

TEST(Severity, IsNoneForAnEventThatFollowsTheRules) { EXPECT_FALSE(severity(0, 0)); }

TEST(Severity, OfAFactThatIsSimplyNotRecordedIsUnrecorded) { EXPECT_EQ(severity(consent_bit, consent_bit), Severity::unrecorded); }

TEST(Severity, OfABrokenGuardIsAViolationWhateverElseIsNotRecorded) {
    EXPECT_EQ(severity(consent_bit, 0), Severity::violation);
    EXPECT_EQ(severity(plan_bit, 0), Severity::violation);
    EXPECT_EQ(severity(consent_bit | plan_bit, consent_bit), Severity::violation);
}

TEST(Severity, OfAMissingReferralIsNoneAtEachStepForTheCaseIsListedOnce) {
    EXPECT_FALSE(severity(referral_bit, 0));
    EXPECT_EQ(severity(referral_bit | consent_bit, consent_bit), Severity::unrecorded);
    EXPECT_EQ(severity(referral_bit | plan_bit, 0), Severity::violation);
}

TEST(Severity, OfAnEventOutOfItsPlaceWithoutEffectOrUnknownIsAViolation) {
    const Transition plain;
    EXPECT_EQ(severity_of(Judgement{.row = &plain, .stage_fits = false}), Severity::violation);
    EXPECT_EQ(severity_of(Judgement{.row = &plain, .stage_fits = true, .bar = Bar::second_entry}), Severity::violation);
    EXPECT_EQ(severity_of(Judgement{}), Severity::violation);
}

TEST(Severity, OfAReferralAfterTheEndIsUnrecorded) {
    const Transition plain;
    EXPECT_EQ(severity_of(Judgement{.row = &plain, .stage_fits = false, .reopens_silently = true}), Severity::unrecorded);
}

}  // namespace

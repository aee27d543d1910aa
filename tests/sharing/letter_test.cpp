#include "maintien/sharing/letter.hpp"

#include <gtest/gtest.h>

namespace maintien {
namespace {

using Role = AudienceRole;

TEST(Letter, ToTheEmployerIsSignedByThePhysicianWithACopyToTheWorker) {
    const auto rule = rule_of(LetterKind::employer_notice);
    EXPECT_EQ(rule.signer, Role::physician);
    EXPECT_EQ(rule.addressee, Role::employer);
    EXPECT_EQ(rule.copies, AudienceSet{Role::worker});
}

TEST(Letter, OfAttendanceIsSignedByTheCellAndHasNoCopyOfItsOwn) {
    const auto rule = rule_of(LetterKind::attendance_certificate);
    EXPECT_EQ(rule.signer, Role::cell);
    EXPECT_EQ(rule.addressee, Role::worker);
    EXPECT_EQ(rule.copies, AudienceSet{});
}

TEST(Letter, OfEveryKindHasASignerAReaderAndAConditionInBothLanguages) {
    for (const auto& term : terms_of<LetterKind>) {
        const auto rule = rule_of(term.value);
        EXPECT_TRUE(rule.signer == Role::physician || rule.signer == Role::cell) << term.code;
        EXPECT_TRUE(rule.addressee == Role::employer || rule.addressee == Role::worker || rule.addressee == Role::partner) << term.code;
        EXPECT_FALSE(rule.condition.fr.empty() || rule.condition.en.empty()) << term.code;
    }
}

TEST(Letter, RefusedToAReaderOutsideSaysTheRuleAndNothingElse) {
    const auto reply = refusal_to_outside(LetterKind::employer_notice);
    EXPECT_FALSE(reply);
    EXPECT_EQ(reply.reasons, (std::vector<LetterReason>{{"audience", rule_of(LetterKind::employer_notice).condition}}));
}

}  // namespace
}  // namespace maintien

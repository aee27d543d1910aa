#include "maintien/pathway/note.hpp"

#include <gtest/gtest.h>

#include "maintien/protocol/built_in/all.hpp"
#include "support/case_stories.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

Reason only_reason(const ExpectedRule& rule, const Entry& entry, const Protocol& protocol) {
    const auto reasons = reasons_of(rule, new_position(), maintien::mark_of(entry), protocol);
    EXPECT_EQ(reasons.size(), 1u);
    return reasons.at(0);
}

TEST(Note, SaysWhatIsMissingWithTheSourceOfTheRule) {
    const auto reason = only_reason(aist63_cme.expected[0], on("2024-01-01", appointment(AppointmentState::held)), aist63_cme);
    EXPECT_EQ(reason.condition, "same_day");
    EXPECT_EQ(reason.why, "unmet");
    EXPECT_EQ(reason.source, aist63_cme.expected[0].source);
    EXPECT_EQ(reason.en, "Expected on the same day and missing: action plan.");
    EXPECT_NE(reason.fr.find(label_of(Event::action_plan, Language::fr)), std::string::npos) << reason.fr;
}

TEST(Note, SaysAGuardAsARefusalWould) {
    const auto reason = only_reason(ast_btp_ain_2.expected[0], on("2024-01-01", referral(Origin::periodic_visit)), ast_btp_ain_2);
    EXPECT_EQ(reason.condition, "origin_in");
    EXPECT_EQ(reason.source, ast_btp_ain_2.expected[0].source);
    EXPECT_NE(reason.en.find("The origin of the referral does not qualify"), std::string::npos) << reason.en;
}

TEST(Note, NamesTheMeasureAndTheWordThatAreMissing) {
    EXPECT_NE(only_reason(mt2i_pspme.expected[0], on("2024-01-01", outcome(Outcome::retraining)), mt2i_pspme).en.find("interests and motivations"), std::string::npos);
    const auto unsaid = only_reason(ast_btp_ain_2.expected[1], on("2024-01-01", interview()), ast_btp_ain_2);
    EXPECT_EQ(unsaid.condition, "says");
    EXPECT_EQ(unsaid.en, "The event does not say what is expected: orientation.");
}

}  // namespace

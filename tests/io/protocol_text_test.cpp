#include "maintien/io/protocol_text.hpp"

#include <gtest/gtest.h>

#include "maintien/protocol/built_in/all.hpp"

namespace {

using namespace maintien;

bool says(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

TEST(ProtocolText, SaysEveryRuleOfEveryBuiltInProtocol) {
    for (const auto* protocol : built_in_protocols) {
        const auto text = io::protocol_text(*protocol, Language::fr);
        for (const auto& row : protocol->transitions) EXPECT_TRUE(says(text, "\n  " + std::string(row.id) + "  ")) << row.id;
        for (const auto& rule : protocol->expected) EXPECT_TRUE(says(text, "\n  " + std::string(rule.id) + "  ")) << rule.id;
        for (const auto& relaxation : protocol->relaxes) EXPECT_TRUE(says(text, "assouplit : " + std::string(relaxation.rule))) << relaxation.rule;
        EXPECT_TRUE(says(text, protocol->title.fr));
    }
}

TEST(ProtocolText, SaysConditionsInWords) {
    const auto text = io::protocol_text(ast_btp_ain_1, Language::en);
    EXPECT_TRUE(says(text, "ast_btp_ain/1  since 2014-01-01 until 2019-12-31")) << text;
    EXPECT_TRUE(says(text, "50 years or more at referral"));
    EXPECT_TRUE(says(text, "consent of the worker to contact with the employer, if incoming"));
    EXPECT_TRUE(says(text, "Months after the exit: 12"));
    EXPECT_TRUE(says(text, "List of visits, days of the month: 1, 16"));
    EXPECT_TRUE(says(io::protocol_text(aist43_cme, Language::en), "Target: referrals_per_year, referrals ≥ 100 a year"));
    EXPECT_TRUE(says(io::protocol_text(aist63_cme, Language::en), "the same day: action plan"));
}

TEST(ProtocolText, SaysWhichOutcomesAreReadOtherwise) {
    Protocol ours = common_core;
    EXPECT_FALSE(says(io::protocol_text(ours, Language::en), "Outcomes read otherwise"));
    ours.outcomes[index_of(Outcome::contract_end)].polarity = Polarity::negative;
    EXPECT_TRUE(says(io::protocol_text(ours, Language::en), std::string(label_of(Outcome::contract_end, Language::en)) + ": negative")) << io::protocol_text(ours, Language::en);
}

TEST(ProtocolText, SummarisesAProtocolOnAFewLines) {
    EXPECT_EQ(io::protocol_summary(aist43_cme, Language::en), "aist43_cme/1  since 2020-06-01\n  Job-retention cell, AIST 43\n  follow-up at 12 months\n  Qualification interview: 30 days\n");
}

}  // namespace

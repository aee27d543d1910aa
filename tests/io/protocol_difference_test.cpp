#include "maintien/io/protocol_difference.hpp"

#include <gtest/gtest.h>

#include "maintien/protocol/built_in/all.hpp"

namespace {

using namespace maintien;

TEST(ProtocolDifference, IsNoneOfAProtocolAndItself) {
    for (const auto* protocol : built_in_protocols)
        EXPECT_NE(io::protocol_difference(*protocol, *protocol, Language::en).find("No difference.\n"), std::string::npos) << protocol->name;
}

TEST(ProtocolDifference, NamesTheConditionThatOneVersionDropped) {
    EXPECT_EQ(io::protocol_difference(ast_btp_ain_1, ast_btp_ain_2, Language::en),
              "- ast_btp_ain/1\n+ ast_btp_ain/2\n\n  - since 2014-01-01 until 2019-12-31\n  + since 2020-01-01\n"
              "\nSteps of the pathway\n  interview_accepted\n    - condition: 50 years or more at referral\n");
}

TEST(ProtocolDifference, SaysWhatACellChangesInTheCore) {
    const std::string text = io::protocol_difference(common_core, aist43_cme, Language::fr);
    for (const char* line : {"+ Cap emploi", "- contact_within_15_days", "- 24 mois après la sortie", "+ un refus est une entrée : oui", "entries/broad ≥ 80 par an"})
        EXPECT_NE(text.find(line), std::string::npos) << line;
}

TEST(ProtocolDifference, ReadsTheSameFromTheOtherSide) {
    const std::string there = io::protocol_difference(common_core, mt2i_pspme, Language::en), back = io::protocol_difference(mt2i_pspme, common_core, Language::en);
    EXPECT_NE(there.find("+ interests_before_external_outcome"), std::string::npos);
    EXPECT_NE(back.find("- interests_before_external_outcome"), std::string::npos);
}

}  // namespace

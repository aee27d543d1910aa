#include "maintien/io/verification_document.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/planted_faults.hpp"

namespace {

using namespace maintien;

TEST(VerificationDocument, SaysInJsonWhatWasFoundAndShowsItInEvents) {
    const Protocol planted = test::planted_uncovered_sharing();
    const auto document = nlohmann::json::parse(io::verification_json(verified(planted, &common_core)));
    EXPECT_EQ(document["format"], "maintien-verification/1");
    EXPECT_EQ(document["protocol"], "planted/1");
    EXPECT_EQ(document["base"], "common_core/1");
    const auto& flaw = document["flaws"].at(0);
    EXPECT_EQ(flaw["kind"], "uncovered_sharing");
    EXPECT_EQ(flaw["rule"], "relay");
    EXPECT_EQ(flaw["consent"], "partner_exchange");
    EXPECT_EQ(flaw["witness"]["last_is"], "accepted");
    ASSERT_EQ(flaw["witness"]["entries"].size(), 2u);
    EXPECT_EQ(flaw["witness"]["entries"][0], (nlohmann::json{{"case", "witness"}, {"event", "referral"}, {"on", "2024-01-01"}, {"origin", "pre_return_visit"}, {"consent", true}}));
    EXPECT_EQ(document["weakenings"].at(0)["kind"], "dropped_consent");
}

TEST(VerificationDocument, HasNoFlawsToShowOfASoundProtocol) {
    const auto document = nlohmann::json::parse(io::verification_json(verified(common_core)));
    EXPECT_TRUE(document["base"].is_null());
    EXPECT_TRUE(document["flaws"].empty() && document["weakenings"].empty());
    EXPECT_EQ(io::verification_text(verified(common_core), Language::en), "common_core/1: sound\n");
}

TEST(VerificationDocument, TellsPeopleTheStoryThatShowsAFlaw) {
    const Protocol planted = test::planted_dead_end();
    const std::string text = io::verification_text(verified(planted), Language::en);
    EXPECT_EQ(text, "planted/1: is not sound\n\n[dead_end] Dead end: from here (“suspended”) no sequence of events leads to an end any more.\n"
                    "    1. 1 January 2024: Referral (pre-return visit, with the worker's agreement)\n    2. 2 January 2024: Suspension (hospital stay)\n");
    EXPECT_NE(io::verification_text(verified(planted), Language::fr).find("[dead_end] Impasse"), std::string::npos);
}

/// A text without its line breaks.
std::string unwrapped(std::string text) {
    for (auto at = text.find("\n  "); at != std::string::npos; at = text.find("\n  ", at)) text.replace(at, 3, " ");
    return text;
}

TEST(VerificationDocument, GivesTheReasonsOfARefusalAsTheEngineDoes) {
    const Protocol planted = test::planted_impossible_guard();
    const std::string text = io::verification_text(verified(planted), Language::en);
    EXPECT_NE(unwrapped(text).find("can never hold together with the other conditions of that rule."), std::string::npos) << text;
    EXPECT_NE(text.find("→ refused:\n        - There is no entry in the cell yet in this episode."), std::string::npos) << text;
}

TEST(VerificationDocument, ShowsWhatTheBaseRefuses) {
    const Protocol planted = test::planted_dropped_consent();
    const std::string text = io::verification_text(verified(planted, &common_core), Language::en);
    EXPECT_NE(text.find("→ accepted here\n      → refused by the base:\n        - There is no recorded consent of the worker to the referral"), std::string::npos) << text;
}

TEST(VerificationDocument, SaysWhereAnEventLeadsInsteadAndWhatTheBaseMakesOfIt) {
    const Protocol planted = test::planted_unreachable_stage();
    const std::string text = io::verification_text(verified(planted, &common_core), Language::en);
    EXPECT_NE(text.find("Qualification interview (accepted)\n      → accepted: leads to “contacted”\n"), std::string::npos) << text;
    EXPECT_NE(text.find("→ accepted here: leads to “contacted”\n      → accepted by the base: leads to “qualified”\n"), std::string::npos) << text;
}

TEST(VerificationDocument, SaysHowMuchTimeTheBaseGivesAndWhomItFollows) {
    const auto said_of = [](const Protocol& variant) { return unwrapped(io::verification_text(verified(variant, &common_core), Language::en)); };
    const Protocol without = test::planted_dropped_limit();
    EXPECT_NE(said_of(without).find("“contact_within_15_days” (15 days after referral, a suspension stops the clock) of the base is dropped"), std::string::npos) << said_of(without);
    const Protocol later = test::core_with([](Protocol& p) { p.time_limits[0].length = 40; });
    EXPECT_NE(said_of(later).find("(40 days after referral"), std::string::npos) << said_of(later);
    const Protocol silent = test::core_with([](Protocol& p) {
        p.follow_up.horizons = {24};
        p.follow_up.except = p.follow_up.except | CodeSet<Outcome>{Outcome::dismissal};
        p.follow_up.closes_after_days = 120;
    });
    const std::string text = said_of(silent);
    EXPECT_NE(text.find("no question at 12 months; exits not followed: "), std::string::npos) << text;
    EXPECT_NE(text.find("120 days to answer instead of 90."), std::string::npos) << text;
}

}  // namespace

#include "maintien/protocol/refinement.hpp"

#include <gtest/gtest.h>

#include "maintien/protocol/built_in/all.hpp"
#include "support/planted_faults.hpp"

namespace {

using namespace maintien;

Weakenings weakenings_in(const Protocol& variant) { return weakenings_of(explored(variant, &common_core), common_core); }

TEST(Refinement, HoldsForEveryBuiltInVariant) {
    for (const auto* protocol : built_in_protocols)
        EXPECT_TRUE(protocol->base.empty() || refines(*protocol, common_core)) << protocol->name << "/" << protocol->version;
}

TEST(Refinement, NeedsEveryReasonThatTheBuiltInVariantsGive) {
    for (const auto* protocol : built_in_protocols)
        for (std::size_t i = 0; i < protocol->relaxes.size(); ++i) {
            Protocol silent = *protocol;
            silent.relaxes.erase(i);
            const auto list = weakenings_in(silent);
            ASSERT_FALSE(list.empty()) << protocol->name << " relaxes " << protocol->relaxes[i].rule;
            EXPECT_TRUE(list[0].rule == protocol->relaxes[i].rule || list[0].base_rule == protocol->relaxes[i].rule);
        }
}

TEST(Refinement, NamesWhatWasDropped) {
    EXPECT_EQ(weakenings_in(test::planted_dropped_limit()).at(0).kind, WeakeningKind::dropped_limit);
    const auto consent = weakenings_in(test::planted_dropped_consent());
    ASSERT_EQ(consent.size(), 1u);
    EXPECT_EQ(consent[0].kind, WeakeningKind::dropped_consent);
    EXPECT_EQ(consent[0].rule, "referral");
}

TEST(Refinement, NeverLetsAVariantRefuseAWithdrawalWhateverItRelaxes) {
    Protocol planted = test::planted_refused_withdrawal();
    for (const auto* id : {"consent", "consent_in_support"}) planted.relaxes.push_back({id, {"parce que", "because"}});
    const auto list = weakenings_in(planted);
    ASSERT_EQ(list.size(), 1u);
    EXPECT_EQ(list[0].kind, WeakeningKind::refused_withdrawal);
    EXPECT_EQ(list[0].rule, "consent");
}

TEST(Refinement, LetsAVariantAskMore) {
    Protocol stricter = test::core_with([](Protocol& p) {
        row_to_change(p, "entry").guards.push_back(after(Milestone::appointment_held));
        row_to_change(p, "interview_accepted").guards.push_back(needs_age(50));
        p.time_limits[0].length = 10;
        p.follow_up.horizons = {6, 12, 24};
        p.team = {Actor::case_manager};
    });
    EXPECT_TRUE(refines(stricter, common_core));
    test::drop_row(stricter, "team_review");
    EXPECT_TRUE(refines(indexed(stricter), common_core)) << "what is not possible weakens nothing";
}

TEST(Refinement, FollowsAnAgeThatWasAskedForEarlierOnThePath) {
    const Protocol base = ast_btp_ain_1;
    Protocol earlier = base;
    row_to_change(earlier, "interview_accepted").guards = {after(Milestone::referral)};
    for (const char* id : {"referral", "referral_after_contact", "reopening"}) row_to_change(earlier, id).guards.push_back(needs_age(50));
    EXPECT_TRUE(weakened_rows(explored(earlier, &base), base).empty()) << "nobody younger comes to the interview";
    row_to_change(earlier, "referral").guards = common_core.transitions[static_cast<std::size_t>(row_named(common_core, "referral") - common_core.transitions.begin())].guards;
    EXPECT_FALSE(weakened_rows(explored(earlier, &base), base).empty());
}

TEST(Refinement, SeesAGeneralConsentInPlaceOfOneByRecipient) {
    const Protocol planted = test::core_with([](Protocol& p) {
        row_to_change(p, "relay").guards = {needs_consent(ConsentScope::partner_exchange), needs_consent(ConsentScope::insurance_exchange)};
    });
    ASSERT_EQ(weakenings_in(planted).size(), 1u);
    EXPECT_EQ(weakenings_in(planted)[0].kind, WeakeningKind::dropped_consent);
}

}  // namespace

#include "maintien/protocol/built_in/ast_btp_ain.hpp"

#include <gtest/gtest.h>

#include "support/protocol_differences.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

TEST(AstBtpAin, TookWorkersOfFiftyOrMoreUntil2019) {
    EXPECT_EQ(rows_without(ast_btp_ain_1, common_core), (Set{"interview_accepted"}));
    EXPECT_EQ(guards_in_words(*row_named(ast_btp_ain_1, "interview_accepted")), (std::vector<std::string>{"after referral", "age 50"}));
    EXPECT_EQ(ast_btp_ain_1.valid_from, make_day(2014, 1, 1));
    EXPECT_EQ(ast_btp_ain_1.valid_until, make_day(2019, 12, 31));
}

TEST(AstBtpAin, TakesWorkersOfAnyAgeSince2020) {
    EXPECT_EQ(rows_without(ast_btp_ain_2, common_core), Set{});
    EXPECT_EQ(ast_btp_ain_2.valid_from, ast_btp_ain_1.valid_until + 1);
    EXPECT_FALSE(known(ast_btp_ain_2.valid_until));
    EXPECT_EQ(ast_btp_ain_1.name, ast_btp_ain_2.name);
    EXPECT_NE(ast_btp_ain_1.version, ast_btp_ain_2.version);
}

TEST(AstBtpAin, ExpectsThePreReturnVisitAndOneOfTheTwoTracks) {
    for (const auto* version : {&ast_btp_ain_1, &ast_btp_ain_2}) {
        ASSERT_EQ(version->expected.size(), 2u);
        EXPECT_EQ(version->expected[0].event, Event::referral);
        EXPECT_EQ(version->expected[0].guard, needs_origin({Origin::pre_return_visit}));
        EXPECT_EQ(version->expected[1].event, Event::qualification_interview);
        EXPECT_EQ(in_words(version->expected[1].when), " when decision: accepted");
        EXPECT_EQ(in_words(version->expected[1].said), " when orientation: retention_in_company external_redeployment");
    }
}

TEST(AstBtpAin, SendsTheListOfVisitsTwiceAMonthAndAQuestionnaireAtOneYear) {
    for (const auto* version : {&ast_btp_ain_1, &ast_btp_ain_2}) {
        EXPECT_EQ(version->digest_days, (FixedList<int, 4>{1, 16}));
        EXPECT_EQ(version->follow_up.horizons, (FixedList<int, 4>{12}));
        EXPECT_EQ(limit_between(*version, Milestone::referral, Milestone::contact), nullptr);
    }
}

TEST(AstBtpAin, ListsEachOfItsWeakeningsWithAReason) {
    for (const auto* version : {&ast_btp_ain_1, &ast_btp_ain_2}) {
        EXPECT_EQ(listed_relaxations(*version), weakenings(*version, common_core));
        EXPECT_EQ(listed_relaxations(*version), (Set{"contact_within_15_days", "follow_up"}));
    }
}

}  // namespace

#include "maintien/vocabulary/follow_up_answer.hpp"

#include <gtest/gtest.h>

#include "support/closed_list_expectations.hpp"

namespace {

using namespace maintien;
using maintien::test::Codes;
using maintien::test::codes_where;
using maintien::test::expect_closed_list;

TEST(Answer, HasTheAnswersInTheirOrder) {
    expect_closed_list<Answer>({"same_post", "adapted_post", "other_post_same_employer", "on_leave_with_contract",
                                "other_employer", "self_employed", "in_training", "job_seeking", "invalidity",
                                "unfit_retired", "out_of_work_other", "retired", "deceased", "refused", "no_contact",
                                "lost", "other_non_response", "not_sent"});
}

TEST(AnswerClass, HasTheFourClasses) {
    expect_closed_list<AnswerClass>({"employed", "not_employed", "out_of_scope", "non_response"});
}

/// The codes of one class.
Codes of_class(AnswerClass answer_class) {
    return codes_where<Answer>([=](Answer answer) { return class_of(answer) == answer_class; });
}

TEST(Answer, EmployedOnesAreInWork) {
    EXPECT_EQ(of_class(AnswerClass::employed), (Codes{"same_post", "adapted_post", "other_post_same_employer",
                                                      "on_leave_with_contract", "other_employer", "self_employed"}));
}

TEST(Answer, NotEmployedOnesAreOutOfWork) {
    EXPECT_EQ(of_class(AnswerClass::not_employed),
              (Codes{"in_training", "job_seeking", "invalidity", "unfit_retired", "out_of_work_other"}));
}

TEST(Answer, RetiredAndDeceasedAreOutOfScope) {
    EXPECT_EQ(of_class(AnswerClass::out_of_scope), (Codes{"retired", "deceased"}));
}

TEST(Answer, NonResponsesSayNothing) {
    EXPECT_EQ(of_class(AnswerClass::non_response),
              (Codes{"refused", "no_contact", "lost", "other_non_response", "not_sent"}));
}

TEST(Answer, FourOfTheEmployedOnesKeepTheEmployer) {
    EXPECT_EQ(codes_where<Answer>([](Answer answer) { return same_employer(answer); }),
              (Codes{"same_post", "adapted_post", "other_post_same_employer", "on_leave_with_contract"}));
}

TEST(Answer, IsSubstantiveWhenItTellsWhetherTheWorkerIsInWork) {
    EXPECT_TRUE(is_substantive(Answer::other_employer));
    EXPECT_TRUE(is_substantive(Answer::job_seeking));
    EXPECT_FALSE(is_substantive(Answer::retired));
    EXPECT_FALSE(is_substantive(Answer::not_sent));
}

}  // namespace

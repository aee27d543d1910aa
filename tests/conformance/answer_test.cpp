#include "maintien/conformance/answer.hpp"

#include <gtest/gtest.h>

namespace maintien {
namespace {

Expectation answered(const std::string& json) { return parse_answer(json, "answer"); }

std::vector<Mismatch> compared(const std::string& answer, const std::string& expected) { return mismatches_of(answered(answer), answered(expected)); }

TEST(Answer, WhatIsExpectedWordForWordAgrees) {
    const std::string all = R"({"stage": null, "refused": [{"rule": "relay"}, {"rule": "entry"}], "agenda": [{"rule": "a", "due": "2024-03-01"}, {"rule": "b", "due": "2024-02-01"}],
        "report": [{"indicator": "referrals", "variant": "x", "numerator": 1, "value": null}]})";
    EXPECT_EQ(compared(all, all), std::vector<Mismatch>{});
}

TEST(Answer, OrderAndLastDigitsDoNotMatter) {
    EXPECT_TRUE(compared(R"({"refused": [{"rule": "b"}, {"rule": "a"}], "agenda": [{"rule": "b", "due": "2024-02-01"}, {"rule": "a", "due": "2024-03-01"}]})",
                         R"({"refused": [{"rule": "a"}, {"rule": "b"}], "agenda": [{"rule": "a", "due": "2024-03-01"}, {"rule": "b", "due": "2024-02-01"}]})").empty());
    EXPECT_TRUE(compared(R"({"report": [{"indicator": "a", "value": 0.33333333333333337}]})", R"({"report": [{"indicator": "a", "value": 0.3333333333333333}]})").empty());
    EXPECT_FALSE(compared(R"({"report": [{"indicator": "a", "value": 0.3333}]})", R"({"report": [{"indicator": "a", "value": 0.3333333333333333}]})").empty());
}

TEST(Answer, MoreThanIsAskedIsNotLookedAt) {
    EXPECT_TRUE(compared(R"({"stage": "referred", "accepted": true, "agenda": [], "report": [{"indicator": "a", "value": 1}, {"indicator": "b", "value": 2}]})",
                         R"({"report": [{"indicator": "b"}]})").empty());
}

TEST(Answer, WhatIsNotAnsweredIsAMismatch) {
    EXPECT_EQ(compared("{}", R"({"stage": null, "accepted": true, "agenda": [], "report": [{"indicator": "a"}]})"),
              (std::vector<Mismatch>{{"the proposed entry", "nothing", "accepted"}, {"stage", "nothing", "none"}, {"agenda", "nothing", "none"}, {"a//", "no such row", "one"}}));
    EXPECT_EQ(compared(R"({"report": [{"indicator": "a", "variant": null}]})", R"({"report": [{"indicator": "a", "numerator": 3, "value": null}]})"),
              (std::vector<Mismatch>{{"a// numerator", "nothing", "3"}, {"a// value", "nothing", "null"}}));
}

TEST(Answer, WhatIsAnsweredOtherwiseIsAMismatch) {
    EXPECT_EQ(compared(R"({"stage": "referred"})", R"({"stage": null})"), (std::vector<Mismatch>{{"stage", "referred", "none"}}));
    EXPECT_EQ(compared(R"({"refused": [{"rule": "entry"}]})", R"({"accepted": true})"), (std::vector<Mismatch>{{"the proposed entry", "refused by entry", "accepted"}}));
    EXPECT_EQ(compared(R"({"accepted": false, "refused": []})", R"({"refused": [{"rule": "entry"}]})"), (std::vector<Mismatch>{{"the proposed entry", "refused", "refused by entry"}}));
    EXPECT_EQ(compared(R"({"agenda": [{"rule": "a", "due": "2024-03-01"}]})", R"({"agenda": [{"rule": "a", "due": "2024-03-02"}]})"),
              (std::vector<Mismatch>{{"agenda", "a 2024-03-01", "a 2024-03-02"}}));
    EXPECT_EQ(compared(R"({"report": [{"indicator": "a", "value": 0.5}]})", R"({"report": [{"indicator": "a", "value": 1}]})"), (std::vector<Mismatch>{{"a// value", "0.5", "1"}}));
}

TEST(Answer, ARowIsThatOfItsStratumAndEveryMemberIsCompared) {
    const std::string expected = R"({"report": [{"indicator": "a", "by": {"sex": "female", "year": "2024"}, "unit": "cases", "method": null, "excluded": {"x": 1}}]})";
    EXPECT_EQ(compared(expected, expected), std::vector<Mismatch>{});
    EXPECT_EQ(compared(R"({"report": [{"indicator": "a", "unit": "cases"}]})", expected), (std::vector<Mismatch>{{"a// by sex=female, year=2024", "no such row", "one"}}));
    EXPECT_EQ(compared(R"({"report": [{"indicator": "a", "by": {"year": "2024", "sex": "female"}, "unit": "days", "excluded": {}}]})", expected),
              (std::vector<Mismatch>{{"a// by sex=female, year=2024 unit", "days", "cases"}, {"a// by sex=female, year=2024 method", "nothing", "null"},
                                     {"a// by sex=female, year=2024 excluded", "none", "x=1"}}));
    EXPECT_EQ(compared(R"({"report": [{"indicator": "a"}]})", R"({"report": [{"indicator": "a", "excluded": {}}]})"), (std::vector<Mismatch>{{"a// excluded", "nothing", "none"}}));
}

TEST(Answer, WhatIsNoAnswerIsRefusedWithEveryFault) {
    try {
        answered(R"({"stage": "nowhere", "verdict": true, "agenda": [{"rule": "a", "due": "soon"}]})");
        FAIL() << "an answer was read from what is none";
    } catch (const io::DocumentError& error) {
        EXPECT_EQ(error.problems.total, 3);
        EXPECT_EQ(error.problems.first.at(0).file, "answer");
    }
}

TEST(Answer, AFieldThatItHasNotIsToldWithThoseItHas) {
    try {
        answered(R"({"verdict": "no"})");
        FAIL() << "an answer was read from what is none";
    } catch (const io::DocumentError& error) {
        EXPECT_EQ(text_of(error.problems.first.at(0)),
                  "answer: /verdict: found an unknown field expected a field of an answer: stage, accepted, refused ({rule}), agenda ({rule, due}) or report (rows)");
    }
}

}  // namespace
}  // namespace maintien

#include "maintien/case/case_attributes.hpp"

#include <gtest/gtest.h>

#include "support/entry_json.hpp"

namespace {

using namespace maintien;
using maintien::test::json_of;

TEST(CaseAttributes, StandOnAnyEntryBesideWhatItSays) {
    const CaseAttributes about{.worker = {"w1"},
                               .centre = {"n1"},
                               .physician = {"p1"},
                               .manager = {"m1"},
                               .employer = {"x1"},
                               .sex = Sex::female,
                               .birth_year = 1969,
                               .sector = Sector::F,
                               .workforce = Workforce::_11_49,
                               .occupation = Occupation::manual_worker,
                               .disabled_worker = false};
    EXPECT_EQ(json_of(Entry{.on = make_day(2024, 1, 31), .fact = TeamReview{}, .about = about}),
              R"({"birth_year":1969,"case":"c1","centre":"n1","disabled_worker":false,"employer":"x1","event":"team_review",)"
              R"("manager":"m1","occupation":"manual_worker","on":"2024-01-31","physician":"p1","sector":"F","sex":"female",)"
              R"("worker":"w1","workforce":"11_49"})");
}

TEST(CaseAttributes, SayNothingUntilTheyAreGiven) {
    EXPECT_EQ(json_of(Entry{.on = make_day(2024, 1, 31), .fact = TeamReview{}}),
              R"({"case":"c1","event":"team_review","on":"2024-01-31"})");
}

TEST(CaseAttributes, AreExactlyThoseThatDescribeTheCase) {
    int fields = 0;
    for_each_field<CaseAttributes>([&](const auto& field) {
        EXPECT_TRUE(describes_the_case(field.attribute)) << code_of(field.attribute);
        EXPECT_FALSE(field.required);
        ++fields;
    });
    EXPECT_EQ(fields, static_cast<int>(index_of(Attribute::by)));
}

}  // namespace

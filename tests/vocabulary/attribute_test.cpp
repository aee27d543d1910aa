#include "maintien/vocabulary/attribute.hpp"

#include <gtest/gtest.h>

#include "support/closed_list_expectations.hpp"

namespace {

using namespace maintien;
using maintien::test::Codes;
using maintien::test::codes_where;

TEST(Attribute, IsAStrictListSpeltOnce) {
    maintien::test::expect_strict_lookup<Attribute>();
    maintien::test::expect_one_spelling<Attribute>();
    maintien::test::expect_distinct_labels<Attribute>();
}

TEST(Attribute, OfTheCaseComesBeforeThoseOfEvents) {
    const Codes of_the_case{"worker",     "centre", "physician", "manager",    "employer",       "sex",
                            "birth_year", "sector", "workforce", "occupation", "disabled_worker"};
    EXPECT_EQ(codes_where<Attribute>([](Attribute attribute) { return describes_the_case(attribute); }), of_the_case);
}

}  // namespace

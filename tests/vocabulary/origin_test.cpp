#include "maintien/vocabulary/origin.hpp"

#include <gtest/gtest.h>

#include "support/closed_list_expectations.hpp"

namespace {

using namespace maintien;
using maintien::test::Codes;
using maintien::test::codes_where;
using maintien::test::expect_closed_list;

TEST(Origin, HasTheOccasionsInTheirOrder) {
    expect_closed_list<Origin>({"pre_return_visit", "return_visit", "on_request_worker", "on_request_employer",
                                "on_request_physician", "hiring_visit", "periodic_visit", "mid_career_visit",
                                "liaison_meeting", "insurance_notice", "partner_notice", "transfer_in",
                                "other_origin"});
}

TEST(Origin, NamesAVisitWhenTheCodeEndsInVisitOrBeginsWithOnRequest) {
    const Codes visits{"pre_return_visit",     "return_visit", "on_request_worker", "on_request_employer",
                       "on_request_physician", "hiring_visit", "periodic_visit",    "mid_career_visit"};
    EXPECT_EQ(codes_where<Origin>([](Origin origin) { return names_a_visit(origin); }), visits);
}

}  // namespace

#include "maintien/case/referral.hpp"

#include <gtest/gtest.h>

#include "support/entry_json.hpp"

namespace {

using namespace maintien;
using maintien::test::said_by;

TEST(Referral, SaysWhatTheFormSays) {
    const Referral form{.origin = Origin::return_visit,
                        .cause = Cause::work_accident,
                        .nature = Nature::locomotor,
                        .consent = true,
                        .on_sick_leave = false,
                        .sick_leave_since = make_day(2023, 11, 2),
                        .notified_on = make_day(2024, 1, 30),
                        .linked_case = {"c0"}};
    EXPECT_EQ(said_by(form), R"("cause":"work_accident","consent":true,"event":"referral","linked_case":"c0","nature":"locomotor",)"
                             R"("notified_on":"2024-01-30","on_sick_leave":false,"origin":"return_visit","sick_leave_since":"2023-11-02")");
}

TEST(Referral, TellsARefusedConsentFromOneNotRecorded) {
    EXPECT_EQ(said_by(Referral{.origin = Origin::transfer_in}), R"("event":"referral","origin":"transfer_in")");
    EXPECT_EQ(said_by(Referral{.origin = Origin::transfer_in, .consent = false}),
              R"("consent":false,"event":"referral","origin":"transfer_in")");
}

}  // namespace

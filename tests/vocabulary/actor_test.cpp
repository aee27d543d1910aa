#include "maintien/vocabulary/actor.hpp"

#include <gtest/gtest.h>

#include "support/closed_list_expectations.hpp"

namespace {

using namespace maintien;
using maintien::test::Codes;
using maintien::test::codes_where;
using maintien::test::expect_closed_list;

TEST(Actor, HasTheActorsOfTheFieldInTheirOrder) {
    expect_closed_list<Actor>({"occupational_physician",
                               "occupational_nurse",
                               "field_assistant",
                               "case_manager",
                               "coordinator",
                               "referent_physician",
                               "social_worker",
                               "ergonomist",
                               "prevention_specialist",
                               "psychologist",
                               "assistant",
                               "worker",
                               "employer",
                               "disability_officer",
                               "general_practitioner",
                               "specialist",
                               "insurance_physician",
                               "insurance_social_service",
                               "cap_emploi",
                               "hospital",
                               "staff_representative",
                               "other_actor"});
}

TEST(Actor, OnlyThePhysicianAndTheSocialServiceOfTheInsuranceAreInsuranceBodies) {
    const Codes insurance{"insurance_physician", "insurance_social_service"};
    EXPECT_EQ(codes_where<Actor>([](Actor actor) { return is_insurance_body(actor); }), insurance);
}

}  // namespace

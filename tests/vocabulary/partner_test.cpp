#include "maintien/vocabulary/partner.hpp"

#include <gtest/gtest.h>

#include "support/closed_list_expectations.hpp"

namespace {

using namespace maintien;
using maintien::test::Codes;
using maintien::test::codes_where;
using maintien::test::expect_closed_list;

TEST(Partner, HasThePartnersInTheirOrder) {
    expect_closed_list<Partner>({"cap_emploi",
                                 "carsat_social_service",
                                 "cpam",
                                 "msa",
                                 "insurance_medical_service",
                                 "mdph",
                                 "agefiph",
                                 "fiphfp",
                                 "oeth",
                                 "france_travail",
                                 "transitions_pro",
                                 "opco",
                                 "cep_operator",
                                 "comete",
                                 "rehabilitation_centre",
                                 "general_practitioner",
                                 "specialist",
                                 "other_service",
                                 "patients_association",
                                 "other_partner"});
}

TEST(RelayState, IsSentOrAnswered) { expect_closed_list<RelayState>({"sent", "answered"}); }

TEST(Partner, InsuranceBodiesAreTheFundsTheirPhysiciansAndTheirSocialService) {
    const Codes insurance{"carsat_social_service", "cpam", "msa", "insurance_medical_service"};
    EXPECT_EQ(codes_where<Partner>([](Partner partner) { return is_insurance_body(partner); }), insurance);
}

}  // namespace

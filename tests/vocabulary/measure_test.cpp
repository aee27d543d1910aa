#include "maintien/vocabulary/measure.hpp"

#include <gtest/gtest.h>

#include "support/closed_list_expectations.hpp"

namespace {

using namespace maintien;
using maintien::test::Codes;
using maintien::test::codes_where;
using maintien::test::expect_closed_list;

TEST(Measure, HasTheMeasuresInTheirOrder) {
    expect_closed_list<Measure>({"job_adjustment",
                                 "working_time_adjustment",
                                 "therapeutic_part_time",
                                 "telework",
                                 "technical_aid",
                                 "job_study",
                                 "ergonomic_study",
                                 "prior_ergonomic_study",
                                 "disabled_worker_status",
                                 "invalidity_application",
                                 "supervised_trial",
                                 "retraining_in_company",
                                 "specific_support",
                                 "career_guidance",
                                 "skills_assessment",
                                 "construction_assessment",
                                 "career_advice",
                                 "training_account",
                                 "transition_project",
                                 "prior_learning",
                                 "training",
                                 "interests_and_motivations",
                                 "cv_writing",
                                 "early_remobilisation",
                                 "supported_employment",
                                 "vocational_rehabilitation",
                                 "financial_aid",
                                 "psychological_support",
                                 "social_support",
                                 "liaison_meeting",
                                 "return_visit",
                                 "pre_return_visit",
                                 "employer_meeting",
                                 "mdph_application",
                                 "other_measure"});
}

TEST(Progress, GoesFromPlannedToDoneOrAbandoned) {
    expect_closed_list<Progress>({"planned", "under_way", "done", "abandoned"});
}

TEST(Measure, TheStarredOnesAreRecommendationsOfThePhysician) {
    const Codes starred{"job_adjustment", "working_time_adjustment", "therapeutic_part_time",
                        "telework",       "technical_aid",           "job_study",
                        "ergonomic_study"};
    EXPECT_EQ(codes_where<Measure>([](Measure measure) { return is_recommendation(measure); }), starred);
}

}  // namespace

#include "maintien/sharing/audience.hpp"

#include <gtest/gtest.h>

namespace maintien {
namespace {

using Who = AudienceRole;

AudienceSet audience_of_action(Measure measure, AudienceSet named) {
    PackedEntry action{.event = Event::action};
    action.attributes.push_back({Attribute::measure, static_cast<std::uint32_t>(index_of(measure))});
    if (named.bits != 0) action.attributes.push_back({Attribute::audience, static_cast<std::uint32_t>(named.bits)});
    return audience_of(view_of(action));
}

TEST(Audience, OfEveryKindHoldsThePhysicianAndTheWorkerAndNeverThePublic) {
    for (const auto& term : terms_of<Event>) {
        const auto audience = audience_of_kind(term.value);
        EXPECT_EQ(audience | always_allowed, audience) << term.code;
        EXPECT_FALSE(audience.contains(Who::public_)) << term.code;
    }
}

TEST(Audience, OfVisitsAndOpinionsLeavesTheCellOut) {
    for (const auto& term : terms_of<Event>) {
        const bool medical = term.value == Event::visit || term.value == Event::unfitness_opinion;
        EXPECT_NE(audience_of_kind(term.value).contains(Who::cell), medical) << term.code;
    }
}

TEST(Audience, ReachesTheEmployerForAppointmentsAndPartnersForRelaysAndActions) {
    for (const auto& term : terms_of<Event>) {
        EXPECT_EQ(audience_of_kind(term.value).contains(Who::employer), term.value == Event::appointment) << term.code;
        EXPECT_EQ(audience_of_kind(term.value).contains(Who::partner), term.value == Event::relay || term.value == Event::action) << term.code;
    }
}

TEST(Audience, OfAnActionReachesTheEmployerWhenItIsARecommendationOrNamesHim) {
    EXPECT_TRUE(audience_of_action(Measure::job_adjustment, {}).contains(Who::employer));
    EXPECT_FALSE(audience_of_action(Measure::training, {}).contains(Who::employer));
    EXPECT_TRUE(audience_of_action(Measure::training, {Who::employer}).contains(Who::employer));
    EXPECT_FALSE(audience_of_action(Measure::job_adjustment, {Who::partner}).contains(Who::employer));
}

TEST(Audience, NamedOnAnActionStandsInPlaceOfTheKinds) {
    const auto audience = audience_of_action(Measure::training, {Who::partner});
    EXPECT_EQ(audience, (AudienceSet{Who::partner, Who::physician, Who::worker, Who::cell}));
}

TEST(Audience, OfAnActionForThePhysicianAndTheWorkerAloneIsMedical) {
    PackedEntry action{.event = Event::action};
    action.attributes.push_back({Attribute::audience, static_cast<std::uint32_t>(AudienceSet{Who::physician}.bits)});
    EXPECT_TRUE(is_medical(view_of(action)));
    action.attributes.front().value = static_cast<std::uint32_t>(AudienceSet{Who::worker, Who::physician}.bits);
    EXPECT_TRUE(is_medical(view_of(action)));
    action.attributes.front().value = static_cast<std::uint32_t>(AudienceSet{Who::employer}.bits);
    EXPECT_FALSE(is_medical(view_of(action)));
    EXPECT_FALSE(is_medical(view_of(PackedEntry{.event = Event::sick_leave})));
}

TEST(Audience, IsShownOnlyWhatItNeedsOfAnEntry) {
    for (const auto hidden : {Attribute::appointment, Attribute::by, Attribute::channel, Attribute::partner, Attribute::actor, Attribute::audience, Attribute::manager})
        EXPECT_EQ(attributes_shown_to(Who::employer) & bit_of(hidden), 0u) << code_of(hidden);
    for (const auto hidden : {Attribute::starts, Attribute::ends}) EXPECT_EQ(attributes_shown_to(Who::statistician) & bit_of(hidden), 0u);
    for (const auto& term : terms_of<Attribute>) EXPECT_NE(attributes_shown_to(Who::cell) & bit_of(term.value), 0u) << term.code;
    EXPECT_EQ(attributes_shown_to(Who::public_), 0u);
}

TEST(Audience, OutsideIsToldNothingOfTheWorkerButWhoItIs) {
    for (const auto role : {Who::employer, Who::partner})
        for (const auto hidden : {Attribute::sex, Attribute::birth_year, Attribute::disabled_worker, Attribute::occupation})
            EXPECT_EQ(case_attributes_shown_to(role) & bit_of(hidden), 0u) << code_of(hidden);
    EXPECT_TRUE(stands_outside(Who::employer) && stands_outside(Who::partner) && stands_outside(Who::public_));
    EXPECT_FALSE(stands_outside(Who::cell) || stands_outside(Who::worker) || stands_outside(Who::statistician) || stands_outside(Who::physician));
}

}  // namespace
}  // namespace maintien

#include "maintien/sharing/audience.hpp"

#include <gtest/gtest.h>

namespace maintien {
namespace {

using Role = AudienceRole;

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
        EXPECT_FALSE(audience.contains(Role::public_)) << term.code;
    }
}

TEST(Audience, OfVisitsAndOpinionsLeavesTheCellOut) {
    for (const auto& term : terms_of<Event>) {
        const bool medical = term.value == Event::visit || term.value == Event::unfitness_opinion;
        EXPECT_NE(audience_of_kind(term.value).contains(Role::cell), medical) << term.code;
    }
}

TEST(Audience, ReachesTheEmployerForAppointmentsAndPartnersForRelaysAndActions) {
    for (const auto& term : terms_of<Event>) {
        EXPECT_EQ(audience_of_kind(term.value).contains(Role::employer), term.value == Event::appointment) << term.code;
        EXPECT_EQ(audience_of_kind(term.value).contains(Role::partner), term.value == Event::relay || term.value == Event::action) << term.code;
    }
}

TEST(Audience, OfAnActionReachesTheEmployerWhenItIsARecommendationOrNamesHim) {
    EXPECT_TRUE(audience_of_action(Measure::job_adjustment, {}).contains(Role::employer));
    EXPECT_FALSE(audience_of_action(Measure::training, {}).contains(Role::employer));
    EXPECT_TRUE(audience_of_action(Measure::training, {Role::employer}).contains(Role::employer));
    EXPECT_FALSE(audience_of_action(Measure::job_adjustment, {Role::partner}).contains(Role::employer));
}

TEST(Audience, NamedOnAnActionStandsInPlaceOfTheKinds) {
    const auto audience = audience_of_action(Measure::training, {Role::partner});
    EXPECT_EQ(audience, (AudienceSet{Role::partner, Role::physician, Role::worker, Role::cell}));
}

TEST(Audience, OfAnActionForThePhysicianAndTheWorkerAloneIsMedical) {
    PackedEntry action{.event = Event::action};
    action.attributes.push_back({Attribute::audience, static_cast<std::uint32_t>(AudienceSet{Role::physician}.bits)});
    EXPECT_TRUE(is_medical(view_of(action)));
    action.attributes.front().value = static_cast<std::uint32_t>(AudienceSet{Role::worker, Role::physician}.bits);
    EXPECT_TRUE(is_medical(view_of(action)));
    action.attributes.front().value = static_cast<std::uint32_t>(AudienceSet{Role::employer}.bits);
    EXPECT_FALSE(is_medical(view_of(action)));
    EXPECT_FALSE(is_medical(view_of(PackedEntry{.event = Event::sick_leave})));
}

TEST(Audience, IsShownOnlyWhatItNeedsOfAnEntry) {
    for (const auto hidden : {Attribute::appointment, Attribute::by, Attribute::channel, Attribute::partner, Attribute::actor, Attribute::audience, Attribute::manager})
        EXPECT_EQ(attributes_shown_to(Role::employer) & bit_of(hidden), 0u) << code_of(hidden);
    for (const auto hidden : {Attribute::starts, Attribute::ends}) EXPECT_EQ(attributes_shown_to(Role::statistician) & bit_of(hidden), 0u);
    for (const auto& term : terms_of<Attribute>) EXPECT_NE(attributes_shown_to(Role::cell) & bit_of(term.value), 0u) << term.code;
    EXPECT_EQ(attributes_shown_to(Role::public_), 0u);
}

TEST(Audience, OutsideIsToldNothingOfTheWorkerButWhoItIs) {
    for (const auto role : {Role::employer, Role::partner})
        for (const auto hidden : {Attribute::sex, Attribute::birth_year, Attribute::disabled_worker, Attribute::occupation})
            EXPECT_EQ(case_attributes_shown_to(role) & bit_of(hidden), 0u) << code_of(hidden);
    EXPECT_TRUE(stands_outside(Role::employer) && stands_outside(Role::partner) && stands_outside(Role::public_));
    EXPECT_FALSE(stands_outside(Role::cell) || stands_outside(Role::worker) || stands_outside(Role::statistician) || stands_outside(Role::physician));
}

}  // namespace
}  // namespace maintien

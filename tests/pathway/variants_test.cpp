#include "maintien/pathway/variants.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "maintien/pathway/judge.hpp"
#include "maintien/protocol/built_in/all.hpp"

namespace {

using namespace maintien;

std::vector<PackedEntry> variants(Event event, const Protocol& protocol = common_core) { return variants_of(event, own_codes(event).front(), make_day(2024, 1, 1), protocol); }

bool some_says(const std::vector<PackedEntry>& entries, Attribute attribute, std::uint32_t value) {
    return std::any_of(entries.begin(), entries.end(), [&](const PackedEntry& entry) { return value_of(view_of(entry), attribute) == value; });
}

TEST(Variants, KnowTheOwnCodesOfAnEvent) {
    EXPECT_EQ(own_codes(Event::outcome).size(), count_of<Outcome>);
    EXPECT_EQ(own_codes(Event::visit).size(), 8u) << "origins that name a visit";
    EXPECT_EQ(own_codes(Event::action_plan).size(), count_of<Aspect>);
    EXPECT_EQ(own_codes(Event::entry), std::vector<std::uint8_t>{no_code});
    EXPECT_EQ(own_codes(Event::unfitness_opinion), std::vector<std::uint8_t>{no_code}) << "its examination is a number";
}

TEST(Variants, BeginWithThePlainEntry) {
    for (const auto& event : terms_of<Event>) {
        const auto all = variants(event.value);
        ASSERT_FALSE(all.empty());
        EXPECT_EQ(mark_of(view_of(all.front())).code, mark_of(view_of(plain_entry(event.value, own_codes(event.value).front(), make_day(2024, 1, 1)))).code);
    }
}

TEST(Variants, SayWhatTheRulesLookAt) {
    EXPECT_TRUE(some_says(variants(Event::referral), Attribute::consent, 1));
    EXPECT_TRUE(some_says(variants(Event::employer_contact), Attribute::incoming, 1));
    EXPECT_TRUE(some_says(variants(Event::employer_contact), Attribute::by, static_cast<std::uint32_t>(index_of(Actor::occupational_physician))));
    EXPECT_TRUE(some_says(variants(Event::action), Attribute::actor, static_cast<std::uint32_t>(index_of(Actor::employer))));
    EXPECT_TRUE(some_says(variants(Event::follow_up), Attribute::horizon, 24));
    EXPECT_EQ(variants(Event::team_review).size(), 1u);
}

TEST(Variants, SayTheYearOfBirthWhereAnAgeIsAskedFor) {
    Protocol elders = common_core;
    row_to_change(elders, "interview_accepted").guards.push_back({.kind = GuardKind::age_at_least, .age = 50});
    EXPECT_FALSE(some_says(variants(Event::qualification_interview), Attribute::birth_year, 1900));
    EXPECT_TRUE(some_says(variants(Event::qualification_interview, elders), Attribute::birth_year, 1900));
}

TEST(Variants, OfAListHoldWhenOneOfItsCodesDoes) {
    Mark plan;
    plan.event = Event::action_plan;
    plan.code = 0b101;
    EXPECT_TRUE(maintien::detail::holds(when(Attribute::aspect, CodeSet<Aspect>{Aspect::medical}), plan));
    EXPECT_FALSE(maintien::detail::holds(when(Attribute::aspect, CodeSet<Aspect>{Aspect::social}), plan));
}

}  // namespace

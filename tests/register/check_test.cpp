#include "maintien/register/check.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <tuple>

#include "support/engine_register.hpp"
#include "support/random_register.hpp"

namespace {

using namespace maintien;

using Found = std::tuple<std::string, std::string, std::string, std::string, std::string, std::string>;

/// The rule where the reference names it as the list does: it has one name for everything an event breaks.
std::string named_alike(const std::string& rule, bool note) { return note || rule == "referral_missing" ? rule : ""; }

std::vector<Found> listed(const DeviationList& list) {
    std::vector<Found> found;
    for (const auto& d : list.deviations)
        found.emplace_back(d.service, d.case_id, iso(d.on), std::string(code_of(d.event)), named_alike(d.rule, d.severity == Severity::note), std::string(code_of(d.severity)));
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<Found> expected(const slow::Register& entries, const slow::Question& question) {
    std::vector<Found> found;
    for (const auto& f : slow::deviations(entries, question))
        found.emplace_back(f.service, f.case_id, f.on, f.event, named_alike(f.rule, f.severity == "note"), f.severity);
    std::sort(found.begin(), found.end());
    return found;
}

/// What stands in one sorted list more often than in another.
std::vector<Found> only_in(const std::vector<Found>& list, const std::vector<Found>& other) {
    std::vector<Found> only;
    std::set_difference(list.begin(), list.end(), other.begin(), other.end(), std::back_inserter(only));
    return only;
}

Day day(int d) { return make_day(2024, 1, 1) + d; }

/// Adds an event of one case to a register.
void add(EventTable& table, std::string_view case_id, Event event, int on, std::vector<AttributeValue> attributes) {
    const PackedEntry entry{.event = event, .on = day(on), .attributes = std::move(attributes)};
    add_row(table, case_of(table, {"s", case_id}), view_of(entry));
}

AttributeValue origin() { return {Attribute::origin, 0}; }
AttributeValue consent(bool given) { return {Attribute::consent, given ? 1u : 0u}; }
AttributeValue channel() { return {Attribute::channel, 1}; }

TEST(Check, NothingIsListedOfACaseThatFollowsTheRules) {
    EventTable table;
    add(table, "1", Event::referral, 0, {origin(), consent(true)});
    add(table, "1", Event::first_contact, 3, {channel()});
    const auto list = check(table, common_core, day(10));
    EXPECT_TRUE(list.deviations.empty());
    EXPECT_EQ(list.protocol, "common_core");
    EXPECT_EQ(list.as_of, day(10));
}

TEST(Check, ReasonsSayHowTheCaseStoodBeforeTheEvent) {
    EventTable table;
    add(table, "1", Event::referral, 0, {origin(), consent(true)});
    add(table, "1", Event::entry, 3, {});
    add(table, "1", Event::entry, 4, {});
    const auto list = check(table, common_core, day(10));
    ASSERT_EQ(list.deviations.size(), 2u);
    EXPECT_EQ(list.deviations[0].rule, "entry");
    ASSERT_EQ(list.deviations[0].reasons.size(), 1u);
    EXPECT_EQ(list.deviations[0].reasons[0].condition, "stage");
    EXPECT_NE(list.deviations[0].reasons[0].en.find("“referred”"), std::string::npos) << list.deviations[0].reasons[0].en;
    EXPECT_EQ(list.deviations[1].rule, "second_entry");
    EXPECT_EQ(list.deviations[1].severity, Severity::violation);
}

TEST(Check, ACaseWithoutReferralIsListedOnceAtItsFirstEvent) {
    EventTable table;
    add(table, "1", Event::team_review, 5, {});
    add(table, "1", Event::first_contact, 3, {channel()});
    const auto list = check(table, common_core, day(10));
    ASSERT_EQ(list.deviations.size(), 1u);
    EXPECT_EQ(list.deviations[0].rule, "referral_missing");
    EXPECT_EQ(list.deviations[0].event, Event::first_contact);
    EXPECT_EQ(list.deviations[0].on, day(3));
    EXPECT_EQ(list.deviations[0].episode, 1u);
    EXPECT_EQ(list.deviations[0].severity, Severity::unrecorded);
    EXPECT_EQ(list.deviations[0].reasons.size(), 1u);
}

TEST(Check, AReferralAfterTheEndIsListedUnderTheEpisodeItOpens) {
    EventTable table;
    add(table, "1", Event::referral, 0, {origin(), consent(true)});
    add(table, "1", Event::refusal, 2, {{Attribute::refusal_reason, 0}});
    add(table, "1", Event::referral, 40, {origin(), consent(true)});
    const auto list = check(table, common_core, day(50));
    ASSERT_EQ(list.deviations.size(), 1u);
    EXPECT_EQ(list.deviations[0].rule, "reopening_missing");
    EXPECT_EQ(list.deviations[0].episode, 2u);
}

TEST(Check, TheLatestDayIsThatOfAnyRowOrReplacement) {
    EventTable table;
    EXPECT_FALSE(known(latest_day(table)));
    add(table, "1", Event::referral, 0, {origin()});
    EXPECT_EQ(latest_day(table), day(0));
    table.recorded_on[0] = day(7);
    EXPECT_EQ(latest_day(table), day(7));
    table.replacements.push_back({.event = Event::referral, .on = day(9)});
    EXPECT_EQ(latest_day(table), day(9));
}

TEST(Check, AThousandRandomRegistersDeviateAsTheSlowReferenceSays) {
    for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
        const auto entries = slow::register_of_seed(seed);
        auto question = slow::question_of_seed(entries, seed);
        question.known_on.clear();
        const auto engine = engine::question_of(question);
        const auto list = check(engine::table_of(entries), built_in_versions(question.protocol), engine.as_of, 2);
        ASSERT_EQ(only_in(listed(list), expected(entries, question)), std::vector<Found>{}) << "not for the reference, seed " << seed;
        ASSERT_EQ(only_in(expected(entries, question), listed(list)), std::vector<Found>{}) << "for the reference alone, seed " << seed;
        for (const auto& deviation : list.deviations) ASSERT_FALSE(deviation.reasons.empty()) << deviation.rule << ", seed " << seed;
    }
}

TEST(Check, ItListsWhatReplayCountsAndTheCasesThatObject) {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        const auto entries = slow::register_of_seed(seed);
        auto question = slow::question_of_seed(entries, seed);
        const auto table = engine::table_of(entries);
        const auto protocol = built_in_versions(question.protocol);
        const Day as_of = engine::question_of(question).as_of;
        const auto replayed = replay(table, protocol, {as_of, no_day, 1});
        std::array<std::int64_t, count_of<Severity>> counted{};
        auto names = engine::table_of(entries);
        for (const auto& deviation : check(table, protocol, as_of, 1).deviations)
            if (replayed.cases.objected[case_of(names, {deviation.service, deviation.case_id})] == 0) ++counted[index_of(deviation.severity)];
        ASSERT_EQ(counted, replayed.deviations) << "seed " << seed;
    }
}

}  // namespace

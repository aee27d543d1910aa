#include "maintien/register/case_files.hpp"

#include <gtest/gtest.h>

#include "maintien/protocol/built_in/common_core.hpp"
#include "maintien/register/replay.hpp"
#include "support/sharing_stories.hpp"

namespace maintien {
namespace {

using namespace test;

void add_file(EventTable& table, std::string_view service, std::string_view case_id, const std::vector<Entry>& story) {
    for (const auto& entry : story) {
        const auto numbers = packed(entry, table.names);
        add_row(table, case_of(table, {service, case_id}), view_of(numbers));
    }
}

std::vector<Entry> story_of_worker(const std::string& worker, std::string linked_case = {}) {
    Entry form = on("2024-01-01", Referral{.consent = true, .linked_case = {std::move(linked_case)}});
    form.about.worker.text = worker;
    return {form, on("2024-01-05", contact())};
}

/// Two services, five cases: 1 and 2 of one worker, 3 linked to 2, 4 of another; case 1 of the other service has the same pseudonym.
EventTable five_cases() {
    EventTable table;
    add_file(table, "s", "1", then(story_of_worker("w"), {on("2024-02-01", visit(Origin::return_visit))}));
    add_file(table, "s", "2", story_of_worker("w"));
    add_file(table, "s", "3", story_of_worker("", "2"));
    add_file(table, "s", "4", story_of_worker("v"));
    add_file(table, "t", "1", story_of_worker("w"));
    return table;
}

std::vector<std::string> keys_of(const EventTable& table, const std::vector<CaseIndex>& cases) {
    std::vector<std::string> keys;
    for (const auto index : cases) keys.push_back(std::string(key_of(table, index).service) + "/" + std::string(key_of(table, index).case_id));
    return keys;
}

TEST(CaseFiles, AreFoundByNumberAndService) {
    const auto table = five_cases();
    EXPECT_EQ(keys_of(table, cases_named(table, "1")), (Lines{"s/1", "t/1"}));
    EXPECT_EQ(keys_of(table, cases_named(table, "1", "t")), Lines{"t/1"});
    EXPECT_TRUE(cases_named(table, "9").empty());
}

TEST(CaseFiles, HoldTheEntriesAsTheyWereMade) {
    const auto story = then(shared_story(), {called("x", on("2024-02-02", contact())), on("2024-02-03", replacement_of("x", on("2024-02-02", attempt())))});
    EventTable table;
    add_file(table, "s", "1", story);
    const auto file = case_file_of(table, 0);
    ASSERT_EQ(file.entries.size(), story.size());
    for (std::size_t i = 0; i + 1 < story.size(); ++i) EXPECT_TRUE(same_entry(file.entries[i], story[i])) << i;
    EXPECT_EQ(event_of(std::get<Amendment>(file.entries.back().fact).replacement.at(0)), Event::contact_attempt);
}

TEST(CaseFiles, OfAPersonAreTiedByPseudonymAndByLinkWithinOneService) {
    const auto table = five_cases();
    for (const CaseIndex from : {0u, 1u, 2u}) EXPECT_EQ(keys_of(table, cases_of_person(table, from)), (Lines{"s/1", "s/2", "s/3"})) << from;
    EXPECT_EQ(keys_of(table, cases_of_person(table, 3)), Lines{"s/4"});
    EXPECT_EQ(keys_of(table, cases_of_person(table, 4)), Lines{"t/1"});
}

TEST(CaseFiles, AreErasedButForWhatTheLawKeeps) {
    const auto table = five_cases();
    const auto erasure = erased(table, cases_of_person(table, 0), day("2024-06-01"));
    ASSERT_EQ(erasure.tombstones.size(), 3u);
    EXPECT_EQ(erasure.tombstones[0].kept.size(), 1u);
    EXPECT_EQ(erasure.tombstones[1].erased, 2);
    EXPECT_EQ(erasure.rest.cases(), 3u) << "the visit of case 1, case 4 and the other service";
    EXPECT_EQ(erasure.rest.size(), 5u);
}

TEST(CaseFiles, ErasedLeaveTheOthersAsTheyWereInAReplay) {
    const auto table = five_cases();
    const auto rest = erased(table, cases_of_person(table, 0), day("2024-06-01")).rest;
    const auto before = replay(table, common_core, {day("2024-06-01"), no_day, 1}), after = replay(rest, common_core, {day("2024-06-01"), no_day, 1});
    EXPECT_EQ(before.deviations, decltype(before.deviations){});
    EXPECT_EQ(after.deviations, (decltype(after.deviations){0, 1, 0})) << "the medical visit that is kept has lost its referral";
    const auto other = cases_named(rest, "4", "s");
    ASSERT_EQ(other.size(), 1u);
    EXPECT_EQ(stage_of(case_file_of(rest, other[0]), common_core, day("2024-06-01")), Stage::contacted);
    for (std::size_t i = 1; i < rest.names.size(); ++i) EXPECT_NE(rest.names.text_of(static_cast<NameIndex>(i)), "2") << "no name of an erased case is left";
}

TEST(CaseFiles, KeepAmendmentsOfOthersThroughAnErasure) {
    EventTable table;
    add_file(table, "s", "1", story_of_worker("w"));
    add_file(table, "s", "2", {called("x", on("2024-01-01", referral())), on("2024-01-02", replacement_of("x", on("2024-01-03", referral())))});
    const auto rest = erased(table, {0}, day("2024-06-01")).rest;
    EXPECT_EQ(position_of(case_file_of(rest, 0), common_core, day("2024-06-01")).current().day_of(Milestone::referral), day("2024-01-03"));
}

}  // namespace
}  // namespace maintien

#include "maintien/sharing/rights.hpp"

#include <gtest/gtest.h>

#include "maintien/pathway/admission.hpp"
#include "support/sharing_stories.hpp"

namespace maintien {
namespace {

using namespace test;

CaseFile appended(CaseFile file, const std::vector<Entry>& more) {
    file.entries.insert(file.entries.end(), more.begin(), more.end());
    return file;
}

TEST(Rights, ErasureTakesTheCellsItemsAndLeavesTheMedicalOnes) {
    const auto story = shared_story();
    const auto erasure = erased(file_of(story), day("2024-06-01"));
    ASSERT_EQ(erasure.rest.entries.size(), 1u);
    EXPECT_EQ(event_of(erasure.rest.entries[0]), Event::visit);
    EXPECT_EQ(erasure.tombstone.erased, static_cast<int>(story.size()) - 1);
    EXPECT_EQ(erasure.tombstone.kept, (std::vector<std::pair<Event, Day>>{{Event::visit, day("2023-12-20")}}));
    EXPECT_EQ(erasure.tombstone.kept_until, day("2063-12-20"));
    EXPECT_EQ(erasure.tombstone.case_id.text, "c1");
    EXPECT_EQ(erasure.tombstone.erased_on, day("2024-06-01"));
}

TEST(Rights, ErasureLeavesNothingOfTheCellInAReplay) {
    const auto rest = erased(file_of(shared_story()), day("2024-06-01")).rest;
    const auto story = replayed(rest);
    EXPECT_EQ(story.applied, Lines{"2023-12-20 visit"});
    EXPECT_EQ(story.current().stage, std::nullopt);
    EXPECT_TRUE(story.position.consents.empty());
}

TEST(Rights, ErasureOfACellOnlyFileLeavesNoEntryAndNoDay) {
    const auto erasure = erased(file_of(supported("2024-01-01")), day("2024-06-01"));
    EXPECT_TRUE(erasure.rest.entries.empty());
    EXPECT_EQ(erasure.tombstone.kept_until, no_day);
    EXPECT_EQ(erasure.tombstone.erased, 5);
}

TEST(Rights, RectificationIsAnAmendmentThatIsAdmitted) {
    auto file = file_of({called("a", on("2024-01-01", referral())), on("2024-01-05", contact())});
    ASSERT_TRUE(admit(file, rectification_of({"a"}, on("2024-01-03", referral()), day("2024-02-01")), common_core));
    EXPECT_EQ(replayed(file).reached(Milestone::referral), day("2024-01-03"));
    EXPECT_FALSE(admit(file, rectification_of({"unknown"}, std::nullopt, day("2024-02-01")), common_core));
    ASSERT_TRUE(admit(file, rectification_of({"a"}, std::nullopt, day("2024-02-02")), common_core));
    EXPECT_EQ(replayed(file).reached(Milestone::referral), no_day);
}

TEST(Rights, ObjectionIsARefusalOfOneUse) {
    const auto file = appended(file_of(shared_story()), {objection_to(ConsentScope::statistics, day("2024-02-05"))});
    EXPECT_TRUE(view_of(file, {AudienceRole::statistician, {}}, common_core, day("2024-02-05")).history.empty());
    EXPECT_EQ(worker_standing(position_of(file, common_core, day("2024-02-06")), ConsentScope::statistics, day("2024-02-06")), ConsentStanding::refused);
}

TEST(Rights, RestrictionEndsEveryUseFromTheNextDay) {
    const auto file = file_of(shared_story());
    const auto restricted = appended(file, restriction_of(file, common_core, day("2024-02-05")));
    EXPECT_FALSE(is_restricted(file, common_core, day("2024-02-06")));
    EXPECT_FALSE(is_restricted(restricted, common_core, day("2024-02-05")));
    EXPECT_TRUE(is_restricted(restricted, common_core, day("2024-02-06")));
    for (const auto& reader : {Reader{AudienceRole::employer, {}}, Reader{AudienceRole::partner, Partner::cap_emploi}, Reader{AudienceRole::statistician, {}}})
        EXPECT_TRUE(view_of(restricted, reader, common_core, day("2024-02-06")).history.empty()) << code_of(reader.audience);
    EXPECT_FALSE(view_of(restricted, {AudienceRole::worker, {}}, common_core, day("2024-02-06")).history.empty());
}

TEST(Rights, RestrictionWithdrawsWhatWasGivenAndRefusesTheRest) {
    const auto file = file_of(shared_story());
    for (const auto& entry : restriction_of(file, common_core, day("2024-02-05"))) {
        const auto& word = std::get<Consent>(entry.fact);
        const bool was_given = word.scope == ConsentScope::referral || word.partner == Partner::cap_emploi;
        EXPECT_EQ(word.state, was_given ? ConsentState::withdrawn : ConsentState::refused) << code_of(word.scope);
    }
    const auto again = appended(file, restriction_of(file, common_core, day("2024-02-05")));
    EXPECT_TRUE(restriction_of(again, common_core, day("2024-02-07")).empty());
}

}  // namespace
}  // namespace maintien

#include "maintien/io/case_document.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/sharing_stories.hpp"

namespace maintien::io {
namespace {

using namespace maintien::test;
using CaseJson = nlohmann::ordered_json;

CaseAccount account_for_document(std::vector<Entry> story, std::string_view as_of = "2024-02-10") {
    CaseFile file = file_of(std::move(story));
    file.service.text = "s1";
    return account_of(file, common_core, day(as_of));
}

const CaseJson* named_event(const CaseJson& list, std::string_view event) {
    for (const auto& item : list)
        if (item["event"] == event) return &item;
    return nullptr;
}

TEST(CaseDocument, LeavesNothingOut) {
    const auto story = shared_story();
    const auto document = CaseJson::parse(case_json(account_for_document(story)));
    EXPECT_EQ(document["format"], "maintien-case/1");
    EXPECT_EQ(document["service"], "s1");
    EXPECT_EQ(document["history"].size(), story.size());
    EXPECT_EQ(document["history"][0]["event"], "visit");
    EXPECT_EQ(document["episodes"][0]["stage"], "in_support");
    EXPECT_EQ(document["episodes"][0]["milestones"].size(), count_of<Milestone>);
    EXPECT_EQ(document["episodes"][0]["follow_up"], CaseJson::object());
    EXPECT_EQ(document["consents"].size(), count_of<ConsentScope> + 1);
}

TEST(CaseDocument, TellsEveryEventPossibleOrBlockedWithItsReasons) {
    const auto document = CaseJson::parse(case_json(account_for_document(shared_story())));
    EXPECT_EQ(document["possible"].size() + document["blocked"].size(), count_of<Event>);
    const auto* outcome = named_event(document["possible"], "outcome");
    ASSERT_TRUE(outcome);
    EXPECT_EQ((*outcome)["codes"].size(), count_of<Outcome>);
    const auto* contact = named_event(document["possible"], "employer_contact");
    ASSERT_TRUE(contact) << "the employer may call";
}

TEST(CaseDocument, TellsTheShortestWayToWhatIsBlocked) {
    const auto document = CaseJson::parse(case_json(account_for_document({on("2024-01-01", referral())})));
    const auto* entry = named_event(document["blocked"], "entry");
    ASSERT_TRUE(entry);
    EXPECT_EQ((*entry)["reasons"][0]["why"], "not_at_this_stage");
    EXPECT_EQ((*entry)["path"], CaseJson::parse(R"([{"event": "qualification_interview", "codes": ["accepted"], "by": "case_manager", "on": "2024-02-10"}])"));
    const auto* amendment = named_event(document["blocked"], "amendment");
    ASSERT_TRUE(amendment) << "no entry has an id";
    EXPECT_TRUE((*amendment)["path"].is_null());
}

TEST(CaseDocument, HasTheAgendaOfTheCase) {
    const auto document = CaseJson::parse(case_json(account_for_document({on("2024-01-01", referral())})));
    ASSERT_FALSE(document["agenda"].empty());
    const auto& late = document["agenda"][0];
    EXPECT_EQ(late["case"], "c1");
    EXPECT_EQ(late["due"], "2024-01-16");
    EXPECT_EQ(late["late_days"], 25);
}

TEST(CaseDocument, IsAPageInBothLanguages) {
    const auto account = account_for_document({on("2024-01-01", referral())});
    const auto french = case_text(account, Language::fr), english = case_text(account, Language::en);
    for (const auto* words : {"Dossier s1/c1, au 10 février 2024", "1. signalé", "en retard, jours : 25", "Impossible maintenant, et pourquoi", "→ possible le 10 février 2024 après : entretien de qualification (chargé de maintien en emploi)", "— décision : accepté"})
        EXPECT_NE(french.find(words), std::string::npos) << words;
    for (const auto* words : {"Case s1/c1, as of 10 February 2024", "1. referred", "late, days: 25", "Not possible now, and why"})
        EXPECT_NE(english.find(words), std::string::npos) << words;
}

}  // namespace
}  // namespace maintien::io

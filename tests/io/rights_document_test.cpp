#include "maintien/io/rights_document.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/sharing_stories.hpp"

namespace maintien::io {
namespace {

using namespace maintien::test;
using RightsJson = nlohmann::ordered_json;

TEST(RightsDocument, OfAPersonHasEveryEntryAsItWasRecordedAndWhatTheLawKeeps) {
    const auto story = std::vector<Entry>{called("a", on("2024-01-01", contact())), on("2024-01-02", withdrawal_of("a")), on("2024-01-03", visit(Origin::return_visit))};
    const std::vector<CaseFile> files{file_of(story), file_of({})};
    const auto document = RightsJson::parse(person_json(files, day("2024-06-01")));
    EXPECT_EQ(document["format"], "maintien-person/1");
    ASSERT_EQ(document["cases"].size(), 2u);
    const auto& first = document["cases"][0];
    ASSERT_EQ(first["entries"].size(), 3u);
    EXPECT_EQ(first["entries"][1], RightsJson::parse(R"({"case": "c1", "event": "amendment", "on": "2024-01-02", "amends": "a", "withdraw": true})"));
    EXPECT_EQ(first["retention"]["medical_entries"], 1);
    EXPECT_EQ(first["retention"]["kept_until"], "2064-01-03");
    EXPECT_EQ(first["retention"]["why"]["source"], "Code du travail, R4624-45-9");
    EXPECT_EQ(document["cases"][1]["retention"], RightsJson::parse(R"({"medical_entries": 0, "kept_until": null, "why": null})"));
}

TEST(RightsDocument, TombstoneSaysWhatWasKeptAndWhyAndNothingOfTheRest) {
    const std::vector<Tombstone> tombstones{erased(file_of(shared_story()), day("2024-06-01")).tombstone};
    const auto text = tombstones_json(tombstones);
    const auto document = RightsJson::parse(text);
    EXPECT_EQ(document["format"], "maintien-tombstone/1");
    const auto& stone = document["cases"][0];
    EXPECT_EQ(stone["case"], "c1");
    EXPECT_EQ(stone["erased_on"], "2024-06-01");
    EXPECT_EQ(stone["erased_entries"], static_cast<int>(shared_story().size()) - 1);
    EXPECT_EQ(stone["kept"], RightsJson::parse(R"([{"event": "visit", "on": "2023-12-20"}])"));
    EXPECT_EQ(stone["kept_until"], "2063-12-20");
    for (const auto* erased_word : {"w1", "dr1", "career_guidance", "2024-01-17", "cap_emploi"}) EXPECT_EQ(text.find(erased_word), std::string::npos) << erased_word;
}

}  // namespace
}  // namespace maintien::io

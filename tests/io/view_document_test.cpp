#include "maintien/io/view_document.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>

#include "support/sharing_stories.hpp"

namespace maintien::io {
namespace {

using namespace maintien::test;
using ViewJson = nlohmann::ordered_json;

View view_for_document(AudienceRole audience, std::optional<Partner> partner = {}) {
    CaseFile file = file_of(shared_story());
    file.service.text = "s1";
    return view_of(file, {audience, partner}, common_core, day("2024-02-10"));
}

std::vector<std::string> keys_of_view(const ViewJson& document) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : document.items()) keys.push_back(key);
    return keys;
}

TEST(ViewDocument, HasItsKeysInOrderAndNoneThatIsNotForTheReader) {
    const auto cell = ViewJson::parse(view_json(view_for_document(AudienceRole::cell)));
    EXPECT_EQ(keys_of_view(cell), (Lines{"format", "audience", "service", "case", "as_of", "about", "episodes", "consents", "history"}));
    const auto employer = ViewJson::parse(view_json(view_for_document(AudienceRole::employer)));
    EXPECT_EQ(keys_of_view(employer), (Lines{"format", "audience", "service", "case", "as_of", "about", "history"}));
    const auto partner = ViewJson::parse(view_json(view_for_document(AudienceRole::partner, Partner::cap_emploi)));
    EXPECT_EQ(keys_of_view(partner), (Lines{"format", "audience", "partner", "service", "case", "as_of", "about", "consents", "history"}));
    EXPECT_EQ(keys_of_view(ViewJson::parse(view_json(view_for_document(AudienceRole::public_)))), (Lines{"format", "audience", "as_of"}));
}

TEST(ViewDocument, ShowsTheEmployerOnlyWhatHeMayKnowOfAnEntry) {
    const auto document = ViewJson::parse(view_json(view_for_document(AudienceRole::employer)));
    EXPECT_EQ(document["about"], ViewJson::parse(R"({"worker": "w1", "centre": "c1", "physician": "dr1", "employer": "e1"})"));
    // On one day what is planned stands before what is held.
    const auto& history = document["history"];
    EXPECT_EQ(history[history.size() - 2], ViewJson::parse(R"({"case": "c1", "event": "appointment", "on": "2024-02-01", "appointment_state": "planned", "day": "2024-03-01",
        "starts": "09:00", "ends": "10:00", "in_working_time": true, "service": "s1"})"));
}

TEST(ViewDocument, TellsWhenAnEpisodeIsFollowedUp) {
    const auto view = view_of(file_of(left("2024-01-01", "2024-06-01")), {AudienceRole::cell, {}}, common_core, day("2025-06-10"));
    const auto episode = ViewJson::parse(view_json(view))["episodes"][0];
    EXPECT_EQ(episode["stage"], "exited");
    EXPECT_EQ(episode["outcome"], "adapted_post");
    EXPECT_EQ(episode["milestones"]["exit"], "2024-06-01");
    EXPECT_EQ(episode["follow_up"]["12"], ViewJson::parse(R"({"opens": "2025-05-02", "due": "2025-06-01", "closes": "2025-08-30", "answered": null})"));
}

TEST(ViewDocument, IsAPageInBothLanguages) {
    const auto view = view_for_document(AudienceRole::employer);
    EXPECT_NE(view_text(view, Language::fr).find("aménagement de poste"), std::string::npos);
    EXPECT_NE(view_text(view, Language::en).find("View for: employer, as of 10 February 2024"), std::string::npos);
    EXPECT_EQ(view_text(view, Language::en).find("psychological"), std::string::npos);
    EXPECT_EQ(view_text(view_for_document(AudienceRole::public_), Language::en), "View for: public, as of 10 February 2024\nNothing to show.\n");
}

TEST(ViewDocument, IsTheSameBytesForFilesThatDifferOnlyInWhatTheReaderMayNotKnow) {
    for (const auto& reader : readers_not_told_all)
        EXPECT_TRUE(rc::check("views tell nothing that is closed", [&] {
            const auto files = two_files_alike_for(reader);
            const auto one = view_of(files.one, reader, common_core, day_of_views), other = view_of(files.other, reader, common_core, day_of_views);
            RC_ASSERT(view_json(one) == view_json(other));
            RC_ASSERT(view_text(one, Language::fr) == view_text(other, Language::fr));
        })) << code_of(reader.audience);
}

}  // namespace
}  // namespace maintien::io

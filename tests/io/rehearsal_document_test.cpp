#include "maintien/io/rehearsal_document.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "maintien/protocol/built_in/all.hpp"
#include "support/register_stories.hpp"

namespace maintien::io {
namespace {

using Json = nlohmann::ordered_json;

Rehearsal rehearsal_sample() {
    EventTable table;
    const Day day = make_day(2024, 6, 1);
    stories::add_case(table, {"", "1"}, stories::entered(day - 30, day - 20));
    stories::add_case(table, {"s", "2"}, {stories::referral(day - 5)});
    return rehearse(table, aist43_cme, common_core, day, 1);
}

TEST(RehearsalDocument, SaysOfEachCaseWhetherItMaps) {
    std::ostringstream out;
    write_rehearsal_json(out, rehearsal_sample());
    const auto json = Json::parse(out.str());
    EXPECT_EQ(json["format"], "maintien-rehearsal/1");
    EXPECT_EQ(json["summary"].dump(),
              R"({"cases":2,"mapped":1,"not_mapped":1,"obstacles":{"stage_unknown":0,"stage_differs":0,"new_deviation":1},"deadlines":{"same":0,"earlier":0,"later":0,"added":1,"dropped":0}})");
    EXPECT_EQ(json["cases"][0]["obstacles"].dump(), R"(["new_deviation"])");
    EXPECT_EQ(json["cases"][0]["episodes"].dump(), R"([{"episode":1,"from_stage":"in_support","to_stage":"in_support"}])");
    EXPECT_EQ(json["cases"][0]["new_deviations"][0]["event"], "entry");
    EXPECT_EQ(json["cases"][1]["maps"], true);
    EXPECT_EQ(json["cases"][1]["deadlines"].dump(),
              R"([{"episode":1,"step":"contact","horizon":null,"from_rule":null,"from_due":null,"to_rule":"contact_within_15_days","to_due":"2024-06-11","moved_days":null}])");
}

TEST(RehearsalDocument, ThePageListsWhatDoesNotMapOrMoves) {
    std::ostringstream out;
    write_rehearsal_text(out, rehearsal_sample(), Language::fr);
    const auto page = out.str();
    EXPECT_EQ(page.find("Répétition du passage de aist43_cme à common_core, au 1er juin 2024\n1 dossier passe, 1 ne passe pas.\n"), 0u) << page;
    EXPECT_NE(page.find("\n1 : ne passe pas\n  - 2024-05-12 entrée dans la cellule [entry, manquement]"), std::string::npos) << page;
    EXPECT_NE(page.find("\ns/2 : passe\n  - premier contact : — → 2024-06-11\n"), std::string::npos) << page;
}

TEST(RehearsalDocument, ACaseThatMapsUnchangedIsNotOnThePage) {
    EventTable table;
    stories::add_case(table, {"", "1"}, {stories::referral(make_day(2024, 5, 27))});
    std::ostringstream out;
    write_rehearsal_text(out, rehearse(table, common_core, common_core, make_day(2024, 6, 1), 1), Language::en);
    EXPECT_EQ(out.str(), "Rehearsal of a migration from common_core to common_core, as of 1 June 2024\n1 case maps, 0 do not.\nDeadlines: 1 unchanged, 0 earlier, 0 later, 0 new, 0 dropped.\n");
}

}  // namespace
}  // namespace maintien::io

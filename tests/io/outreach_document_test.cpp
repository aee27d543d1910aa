#include "maintien/io/outreach_document.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace maintien::io {
namespace {

using Json = nlohmann::ordered_json;

OutreachReport outreach_sample() {
    CollectiveAction meeting{.action = {"1.1"}, .title = "Réunion", .kind = OutreachKind::information_meeting, .on = make_day(2024, 2, 8)};
    meeting.participants.emplace();
    (*meeting.participants)[index_of(ParticipantKind::employers)] = 23;
    meeting.source_documents = {SourceDocument::attendance_sheet};
    meeting.log = {{make_day(2024, 1, 18), "Séance avancée", "Salle libre"}};
    CollectiveAction tool{.action = {"2.1"}, .title = "Livret", .kind = OutreachKind::tool, .on = make_day(2024, 6, 30), .has_deliverable = true};
    return make_outreach_report(std::vector{tool, meeting}, {make_day(2024, 1, 1), make_day(2024, 12, 31)});
}

TEST(OutreachDocument, IsAnObjectWithFiguresActionsAndLog) {
    const auto json = Json::parse(outreach_json(outreach_sample()));
    EXPECT_EQ(json["format"], "maintien-outreach-report/1");
    EXPECT_EQ(json["period"].dump(), R"({"from":"2024-01-01","to":"2024-12-31"})");
    EXPECT_EQ(json["rows"][0].dump(),
              R"({"indicator":"outreach","variant":"events","category":null,"by":{},"numerator":2,"denominator":null,"value":2,"lower":null,"upper":null,"bound_lower":null,"bound_upper":null,"method":"count","unit":"cases","verdict":null,"excluded":{},"null_reason":null,"sources":{"attendance_sheet":1,"none":1}})");
    EXPECT_EQ(json["rows"].back().dump(),
              R"({"indicator":"outreach","variant":"documented","category":null,"by":{},"numerator":1,"denominator":2,"value":0.5,"lower":null,"upper":null,"bound_lower":null,"bound_upper":null,"method":null,"unit":"proportion","verdict":null,"excluded":{},"null_reason":null,"sources":{"attendance_sheet":1}})");
    EXPECT_EQ(json["actions"][0]["action"], "1.1");
    EXPECT_EQ(json["actions"][0]["participants"].dump(), R"({"employers":23})");
    EXPECT_EQ(json["actions"][1]["deliverable"], true);
    EXPECT_EQ(json["actions"][1]["participants"], nullptr);
    EXPECT_EQ(json["log"].dump(), R"([{"action":"1.1","title":"Réunion","on":"2024-01-18","change":"Séance avancée","reason":"Salle libre"}])");
}

TEST(OutreachDocument, AShareOfNothingIsNullWithItsReason) {
    const auto nothing = make_outreach_report({}, {make_day(2024, 1, 1), make_day(2024, 12, 31)});
    EXPECT_EQ(Json::parse(outreach_json(nothing))["rows"].back()["null_reason"], "denominator_zero");
    EXPECT_NE(outreach_csv(nothing).find("\noutreach,documented,,,0,0,,,,,,,proportion,,,denominator_zero,\n"), std::string::npos);
}

TEST(OutreachDocument, CsvHasTheColumnsOfTheRows) {
    const auto csv = outreach_csv(outreach_sample());
    EXPECT_EQ(csv.substr(0, csv.find('\n')), "indicator,variant,category,by,numerator,denominator,value,lower,upper,bound_lower,bound_upper,method,unit,verdict,excluded,null_reason,sources");
    EXPECT_NE(csv.find("\noutreach,participants_by_kind,employers,,23,,23,,,,,count,cases,,,,attendance_sheet=23\n"), std::string::npos);
    EXPECT_NE(csv.find("\noutreach,documented,,,1,2,0.5,,,,,,proportion,,,,attendance_sheet=1\n"), std::string::npos);
}

TEST(OutreachDocument, ThePageShowsFiguresActionsAndLog) {
    const auto page = outreach_text(outreach_sample(), Language::fr);
    EXPECT_NE(page.find("Actions collectives, du 1er janvier 2024 au 31 décembre 2024\n"), std::string::npos);
    EXPECT_NE(page.find("\n  employeurs"), std::string::npos);
    EXPECT_NE(page.find("  2024-02-08  1.1  Réunion (réunion d'information), 23 participants, feuille d'émargement\n"), std::string::npos);
    EXPECT_NE(page.find("  2024-06-30  2.1  Livret (outil), sans pièce, livrable\n"), std::string::npos);
    EXPECT_NE(page.find("  2024-01-18  1.1  Séance avancée — motif : Salle libre\n"), std::string::npos);
    EXPECT_NE(outreach_text(outreach_sample(), Language::en).find("Log of changes\n"), std::string::npos);
}

}  // namespace
}  // namespace maintien::io

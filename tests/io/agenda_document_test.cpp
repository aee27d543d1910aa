#include "maintien/io/agenda_document.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

namespace maintien::io {
namespace {

using Json = nlohmann::ordered_json;

AgendaItem late_contact() {
    return {.service = "s1", .case_id = "7", .rule = "contact_within_15_days", .title = {"Le salarié contacte la cellule", "The worker contacts the cell"}, .who = Actor::worker,
            .manager = "m1", .due = make_day(2024, 3, 8), .opens = make_day(2024, 3, 3), .late_days = 3, .computation = {"Ainsi, \"donc\"", "So"}, .held_days = 2,
            .part = AgendaPart::to_ring};
}

AgendaItem at_centre(std::string centre, int in_days) {
    return {.case_id = "8", .rule = "appointment", .title = {"Rendez-vous", "Appointment"}, .due = make_day(2024, 3, 11) + in_days, .part = AgendaPart::diary, .place = std::move(centre)};
}

AgendaItem caseload_item() { return {.rule = "caseload", .title = {"Dossiers en cours : 4", "Files under way: 4"}, .who = Actor::coordinator, .part = AgendaPart::team}; }

/// Items in the wrong order.
Agenda agenda_sample() { return {"common_core", make_day(2024, 3, 11), {caseload_item(), at_centre("sud", 1), at_centre("nord", 2), late_contact()}}; }

TEST(AgendaDocument, IsTheFormatToTheByte) {
    const Agenda two{"common_core", make_day(2024, 3, 11), {caseload_item(), late_contact()}};
    EXPECT_EQ(agenda_json(two), R"({
  "format": "maintien-agenda/1",
  "protocol": "common_core",
  "as_of": "2024-03-11",
  "items": [
    {"service": "s1", "case": "7", "rule": "contact_within_15_days", "title": {"fr": "Le salarié contacte la cellule", "en": "The worker contacts the cell"}, "who": "worker", "manager": "m1", "due": "2024-03-08", "opens": "2024-03-03", "late_days": 3, "computation": {"fr": "Ainsi, \"donc\"", "en": "So"}, "held_days": 2},
    {"service": null, "case": null, "rule": "caseload", "title": {"fr": "Dossiers en cours : 4", "en": "Files under way: 4"}, "who": "coordinator", "manager": null, "due": null, "opens": null, "late_days": 0, "computation": {"fr": "", "en": ""}, "held_days": 0}
  ]
}
)");
}

TEST(AgendaDocument, WithoutItemsIsAnEmptyListAndAKindWord) {
    const Agenda none{"common_core", make_day(2024, 3, 11), {}};
    EXPECT_EQ(Json::parse(agenda_json(none))["items"].dump(), "[]");
    EXPECT_EQ(agenda_text(none, Language::fr), "Agenda du lundi 11 mars 2024, protocole common_core\nRien à faire.\n");
}

TEST(AgendaDocument, HasTheSameItemsAsATable) {
    EXPECT_EQ(agenda_csv({"common_core", make_day(2024, 3, 11), {caseload_item(), late_contact()}}),
              "service,case,rule,title_fr,title_en,who,manager,due,opens,late_days,computation_fr,computation_en,held_days\n"
              "s1,7,contact_within_15_days,Le salarié contacte la cellule,The worker contacts the cell,worker,m1,2024-03-08,2024-03-03,3,\"Ainsi, \"\"donc\"\"\",So,2\n"
              ",,caseload,Dossiers en cours : 4,Files under way: 4,coordinator,,,,0,,,0\n");
}

TEST(AgendaDocument, ReadsLikeAMondayMorning) {
    EXPECT_EQ(agenda_text(agenda_sample(), Language::en),
              "Agenda of Monday 11 March 2024, protocol common_core\n"
              "4 lines, 1 late (!).\n"
              "\n"
              "Appointments, by centre (2)\n"
              " Centre nord\n"
              "  - 2024-03-13 · 8 · Appointment [case manager]\n"
              " Centre sud\n"
              "  - 2024-03-12 · 8 · Appointment [case manager]\n"
              "\n"
              "To ring (1)\n"
              "  ! 2024-03-08, 3 days late · s1/7 · The worker contacts the cell [worker, m1]\n"
              "      So\n"
              "\n"
              "Team: caseload, duplicates, targets (1)\n"
              "  - Files under way: 4 [coordinator]\n");
    EXPECT_NE(agenda_text(agenda_sample(), Language::fr).find("  ! 2024-03-08, 3 jours de retard · s1/7 · Le salarié contacte la cellule [salarié, m1]\n      Ainsi, \"donc\"\n"), std::string::npos);
}

TEST(AgendaDocument, GathersFollowUpsByTheirLastChannel) {
    Agenda agenda{"common_core", make_day(2024, 3, 11), {}};
    for (const auto* channel : {"phone", "", "questionnaire", "phone"})
        agenda.items.push_back({.case_id = "9", .rule = "follow_up", .title = {"Suivi", "Follow-up"}, .opens = make_day(2024, 3, 1), .part = AgendaPart::follow_ups, .place = channel});
    const std::string text = agenda_text(agenda, Language::en);
    EXPECT_EQ(text.substr(text.find("\n\n") + 1),
              "\nFollow-ups after the exit, by channel (4)\n"
              " Not asked yet through a noted channel\n"
              "  - from 2024-03-01 · 9 · Follow-up [case manager]\n"
              " Last channel: phone\n"
              "  - from 2024-03-01 · 9 · Follow-up [case manager]\n"
              "  - from 2024-03-01 · 9 · Follow-up [case manager]\n"
              " Last channel: questionnaire\n"
              "  - from 2024-03-01 · 9 · Follow-up [case manager]\n");
}

TEST(AgendaDocument, WrittenToAStreamSaysTheSame) {
    Agenda agenda = agenda_sample();
    for (int i = 0; i < 2000; ++i) agenda.items.push_back(late_contact());
    std::ostringstream json, csv, text;
    write_agenda_json(json, agenda);
    write_agenda_csv(csv, agenda);
    write_agenda_text(text, agenda, Language::fr);
    EXPECT_EQ(json.str(), agenda_json(agenda));
    EXPECT_EQ(csv.str(), agenda_csv(agenda));
    EXPECT_EQ(text.str(), agenda_text(agenda, Language::fr));
}

}  // namespace
}  // namespace maintien::io

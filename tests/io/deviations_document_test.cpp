#include "maintien/io/deviations_document.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

namespace maintien::io {
namespace {

using Json = nlohmann::ordered_json;

Reason missing_plan() {
    return {"after", "unmet", "source", "Il n'y a pas encore de plan d'actions dans cet épisode.", "There is no action plan yet in this episode.",
            Actor::case_manager, make_day(2024, 3, 1)};
}

/// Two deviations, in the wrong order.
DeviationList sample() {
    DeviationList list{"common_core", make_day(2024, 6, 1), {}};
    list.deviations.push_back({"b", "7", 2, Event::action, make_day(2024, 3, 1), "action", Severity::violation, {missing_plan()}});
    Reason barred{"second_entry", "barred", "", "L'épisode a déjà son entrée.", "The episode already has its entry.", std::nullopt, no_day};
    list.deviations.push_back({"", "7", 1, Event::entry, make_day(2024, 4, 1), "second_entry", Severity::violation, {barred}});
    return list;
}

TEST(DeviationsDocument, IsTheFormatToTheByte) {
    EXPECT_EQ(deviations_json(sample()),
              R"({
  "format": "maintien-deviations/1",
  "protocol": "common_core",
  "as_of": "2024-06-01",
  "deviations": [
    {"service": null, "case": "7", "episode": 1, "event": "entry", "on": "2024-04-01", "rule": "second_entry", "severity": "violation", "reasons": [{"condition": "second_entry", "why": "barred", "source": null, "text": {"fr": "L'épisode a déjà son entrée.", "en": "The episode already has its entry."}, "lifted_by": null, "earliest": null}]},
    {"service": "b", "case": "7", "episode": 2, "event": "action", "on": "2024-03-01", "rule": "action", "severity": "violation", "reasons": [{"condition": "after", "why": "unmet", "source": "source", "text": {"fr": "Il n'y a pas encore de plan d'actions dans cet épisode.", "en": "There is no action plan yet in this episode."}, "lifted_by": "case_manager", "earliest": "2024-03-01"}]}
  ],
  "summary": {"action": 1, "second_entry": 1}
}
)");
}

TEST(DeviationsDocument, NothingDeviatingIsAnEmptyListAndAnEmptySummary) {
    const DeviationList none{"common_core", make_day(2024, 6, 1), {}};
    const auto read = Json::parse(deviations_json(none));
    EXPECT_EQ(read["deviations"].dump(), "[]");
    EXPECT_EQ(read["summary"].dump(), "{}");
    EXPECT_EQ(deviations_text(none, Language::fr), "Écarts au protocole common_core, au 1er juin 2024\nAucun écart.\n");
}

TEST(DeviationsDocument, TextCountsThenListsWithReasons) {
    EXPECT_EQ(deviations_text(sample(), Language::fr),
              "Écarts au protocole common_core, au 1er juin 2024\n"
              "2 écarts : 2 manquements, 0 non enregistré, 0 remarque.\n"
              "\n"
              "Par règle\n"
              "  action                                           1\n"
              "  second_entry                                     1\n"
              "\n"
              "7  2024-04-01  Entrée dans la cellule  [second_entry, manquement]\n"
              "  - L'épisode a déjà son entrée.\n"
              "b/7  2024-03-01  Action (épisode 2)  [action, manquement]\n"
              "  - Il n'y a pas encore de plan d'actions dans cet épisode.\n");
    EXPECT_NE(deviations_text(sample(), Language::en).find("b/7  2024-03-01  Action (episode 2)  [action, violation]\n"), std::string::npos);
}

TEST(DeviationsDocument, StreamsSayTheSameAsStrings) {
    auto list = sample();
    for (int i = 0; i < 2000; ++i) list.deviations.push_back(list.deviations.front());
    std::ostringstream json, text;
    write_deviations_json(json, list);
    write_deviations_text(text, list, Language::en);
    EXPECT_EQ(json.str(), deviations_json(list));
    EXPECT_EQ(text.str(), deviations_text(list, Language::en));
}

}  // namespace
}  // namespace maintien::io

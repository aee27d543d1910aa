#include "maintien/io/explanation_document.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "maintien/conformance/simulated_register.hpp"
#include "maintien/indicators/make_report.hpp"
#include "maintien/protocol/built_in/all.hpp"

namespace maintien::io {
namespace {

using Json = nlohmann::ordered_json;

/// A small invented register with one figure explained.
struct Explained {
    EventTable events = simulated_register(aist43_cme, {.cases = 60});
    CaseTable table = replay(events, aist43_cme, {make_day(2024, 12, 31), no_day, 1});
    Study study = study_of(events, table, aist43_cme, {make_day(2021, 1, 1), make_day(2024, 6, 30)});
    Catalogue catalogue = catalogue_of(aist43_cme);
    Explanation explanation;

    explicit Explained(std::string_view figure) : explanation(explain(study, *rule_named(catalogue, figure))) {}
};

TEST(ExplanationDocument, TheNamesOfTheFigureComeFirstAndNullsAreWritten) {
    const Explained one("referrals");
    const auto json = Json::parse(explanation_json(one.study, one.explanation, "aist43_cme/1"));
    EXPECT_EQ(json["format"], "maintien-explanation/1");
    EXPECT_EQ(json["protocol"], "aist43_cme/1");
    EXPECT_EQ(json["as_of"], "2024-12-31");
    EXPECT_EQ(json["known_on"], nullptr);
    EXPECT_EQ(json["period"], (Json{{"from", "2021-01-01"}, {"to", "2024-06-30"}}));
    EXPECT_EQ(json["indicator"], "referrals");
    EXPECT_EQ(json["variant"], nullptr);
    EXPECT_EQ(json["category"], nullptr);
    EXPECT_EQ(json["denominator"], Json::array());
    EXPECT_EQ(json["excluded"], Json::object());
}

TEST(ExplanationDocument, EpisodesStandInTheOrderOfTheirKeys) {
    const Explained one("positive_exit_rate/per_exit");
    const auto json = Json::parse(explanation_json(one.study, one.explanation, "aist43_cme"));
    ASSERT_EQ(json["denominator"].size(), one.explanation.denominator.size());
    ASSERT_GT(json["denominator"].size(), 5u);
    for (std::size_t i = 1; i < json["denominator"].size(); ++i) {
        const auto& a = json["denominator"][i - 1];
        const auto& b = json["denominator"][i];
        EXPECT_LT(std::pair(a["service"].get<std::string>(), a["case"].get<std::string>()), std::pair(b["service"].get<std::string>(), b["case"].get<std::string>()));
        EXPECT_EQ(b["times"], 1);
    }
}

TEST(ExplanationDocument, WhatIsLeftOutHasItsReason) {
    const Explained one("re_referrals/after_positive_exit_365");
    const auto json = Json::parse(explanation_json(one.study, one.explanation, "aist43_cme"));
    ASSERT_EQ(json["excluded"].size(), 1u);
    EXPECT_EQ(json["excluded"]["not_mature"].size(), one.explanation.excluded[0].episodes.size());
}

TEST(ExplanationDocument, AStreamGetsTheSameBytes) {
    const Explained one("appointments/held");
    std::ostringstream json, text;
    write_explanation_json(json, one.study, one.explanation, "aist43_cme");
    write_explanation_text(text, one.study, one.explanation, Language::fr);
    EXPECT_EQ(json.str(), explanation_json(one.study, one.explanation, "aist43_cme"));
    EXPECT_EQ(text.str(), explanation_text(one.study, one.explanation, Language::fr));
}

TEST(ExplanationDocument, PeopleReadHowOftenAnEpisodeCounts) {
    Explained one("appointments/held");
    one.explanation.numerator = {{0, 1, 1}, {1, 2, 3}};
    const auto english = explanation_text(one.study, one.explanation, Language::en);
    const auto key = [&](CaseIndex index) { return std::string(key_of(one.events, index).service) + "/" + std::string(key_of(one.events, index).case_id); };
    EXPECT_NE(english.find("Counted: 4\n  " + key(0) + "\n  " + key(1) + " (episode 2) × 3\n"), std::string::npos) << english;
    const auto french = explanation_text(one.study, one.explanation, Language::fr);
    EXPECT_NE(french.find("(épisode 2) × 3\n"), std::string::npos) << french;
}

TEST(ExplanationDocument, PersonsAreCountedAndTheirEpisodesListed) {
    const Explained one("referrals/persons");
    const auto persons = std::to_string(persons_referred(one.study, {}).whole), episodes = std::to_string(one.explanation.numerator.size());
    ASSERT_NE(persons, episodes);
    const auto english = explanation_text(one.study, one.explanation, Language::en);
    EXPECT_NE(english.find("Counted: " + persons + " (persons; the list has their episodes: " + episodes + ")\n"), std::string::npos) << english;
    const auto french = explanation_text(one.study, one.explanation, Language::fr);
    EXPECT_NE(french.find("Comptés\xC2\xA0: " + persons + " (personnes\xC2\xA0; la liste en donne les épisodes\xC2\xA0: " + episodes + ")\n"), std::string::npos) << french;
}

}  // namespace
}  // namespace maintien::io

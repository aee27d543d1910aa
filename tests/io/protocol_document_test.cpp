#include "maintien/io/protocol_document.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "maintien/io/errors.hpp"
#include "maintien/protocol/built_in/all.hpp"

namespace {

using namespace maintien;
using io::parse_protocol;

using ProtocolJson = nlohmann::ordered_json;

ProtocolJson json_of_protocol(const Protocol& protocol) { return ProtocolJson::parse(io::protocol_json(protocol)); }

/// A variant of the core that changes nothing.
ProtocolJson small_variant() {
    return {{"format", "maintien-protocol/1"}, {"name", "ours"}, {"version", 1}, {"title", {{"fr", "La nôtre"}, {"en", "Ours"}}},
            {"valid_from", "2024-01-01"}, {"base", "common_core"}};
}

/// The faults of a document, a line each, without the file's name.
std::vector<std::string> faults_of(const ProtocolJson& document) {
    std::vector<std::string> faults;
    try {
        parse_protocol(document.dump(), "p");
    } catch (const io::DocumentError& error) {
        for (const auto& problem : error.problems.first) faults.push_back(problem.pointer + ": " + problem.found + " / " + problem.expected);
    }
    return faults;
}

/// The only fault of a document, or all of them.
std::string fault_of(const ProtocolJson& document) {
    std::string text;
    for (const auto& fault : faults_of(document)) text += (text.empty() ? "" : "\n") + fault;
    return text;
}

TEST(ProtocolDocument, EveryBuiltInProtocolReadsBackAsItself) {
    for (const auto* protocol : built_in_protocols) {
        const auto text = io::protocol_json(*protocol);
        const auto loaded = parse_protocol(text, "p");
        EXPECT_TRUE(loaded.protocol == *protocol) << protocol->name;
        EXPECT_EQ(io::protocol_json(loaded.protocol), text) << protocol->name;
    }
}

TEST(ProtocolDocument, ALoadedProtocolKeepsItsTextsWhenItMoves) {
    auto loaded = parse_protocol(io::protocol_json(aist43_cme), "p");
    const io::LoadedProtocol moved = std::move(loaded);
    EXPECT_EQ(moved.protocol, aist43_cme);
}

TEST(ProtocolDocument, EveryBuiltInProtocolIsWrittenAsItsGoldenFile) {
    for (const auto* protocol : built_in_protocols) {
        const std::string name = "tests/golden/protocol/" + std::string(protocol->name) + "-" + std::to_string(protocol->version) + ".json";
        std::ifstream file(std::string(MAINTIEN_SOURCE_DIR) + "/" + name, std::ios::binary);
        EXPECT_EQ(io::protocol_json(*protocol), (std::string{std::istreambuf_iterator<char>{file}, {}})) << name << ": maintien protocol show --format json";
    }
}

TEST(ProtocolDocument, KeysStandInTheOrderOfTheFormat) {
    std::vector<std::string> keys;
    const auto document = json_of_protocol(common_core);
    for (const auto& item : document.items()) keys.push_back(item.key());
    EXPECT_EQ(keys, (std::vector<std::string>{"format", "name", "version", "title", "valid_from", "valid_until", "base", "relaxes", "team", "stages", "transitions",
                                              "expected", "time_limits", "follow_up", "outcomes", "profile", "targets", "recommendations", "digest_days"}));
}

TEST(ProtocolDocument, AVariantSaysWhichRowsOfItsBaseItDrops) {
    const auto limits = json_of_protocol(aist43_cme)["time_limits"];
    ASSERT_EQ(limits.size(), 2u);
    EXPECT_EQ(limits[0]["id"], "interview_within_30_days");
    EXPECT_EQ(limits[1].dump(), R"({"id":"contact_within_15_days","remove":true})");
}

TEST(ProtocolDocument, AVariantIsItsBaseWhereItSaysNothing) {
    const auto loaded = parse_protocol(small_variant().dump(), "p");
    const auto& ours = loaded.protocol;
    EXPECT_EQ(ours.name, "ours");
    EXPECT_EQ(ours.title.fr, "La nôtre");
    EXPECT_EQ(ours.base, "common_core");
    EXPECT_EQ(ours.valid_from, make_day(2024, 1, 1));
    EXPECT_EQ(ours.transitions, common_core.transitions);
    EXPECT_EQ(ours.follow_up, common_core.follow_up);
    EXPECT_EQ(ours.team, common_core.team);
}

TEST(ProtocolDocument, TheExampleChangesWhatItSays) {
    const auto loaded = io::read_protocol({.name = std::string(MAINTIEN_SOURCE_DIR) + "/examples/data/notre_cellule.protocol.json"});
    const auto& ours = loaded.protocol;
    EXPECT_EQ(ours.transitions.size(), common_core.transitions.size());
    EXPECT_EQ(row_named(ours, "interview_accepted")->guards.size(), 2u);
    EXPECT_EQ(*row_named(ours, "entry"), *row_named(common_core, "entry"));
    ASSERT_EQ(ours.expected.size(), 1u);
    EXPECT_EQ(ours.expected[0].beside, Event::team_review);
    ASSERT_EQ(ours.time_limits.size(), 2u);
    EXPECT_EQ(ours.time_limits[1].unit, LimitUnit::months);
    EXPECT_EQ(ours.follow_up.horizons, (FixedList<int, 4>{6, 12, 24}));
    EXPECT_EQ(ours.follow_up.opens_before_days, 15);
    EXPECT_EQ(ours.follow_up.closes_after_days, 90);
    EXPECT_EQ(ours.outcomes[index_of(Outcome::contract_end)].polarity, Polarity::negative);
    EXPECT_EQ(parse_protocol(io::protocol_json(ours), "p").protocol, ours) << "written in full it is the same";
}

TEST(ProtocolDocument, AWholeRuleBookNeedsItsTeamRowsFollowUpAndRecommendations) {
    auto document = small_variant();
    document.erase("base");
    EXPECT_EQ(faults_of(document).size(), 4u);
    auto core = json_of_protocol(common_core);
    for (const char* optional : {"stages", "expected", "time_limits", "outcomes", "profile", "targets", "digest_days", "relaxes", "valid_until", "base"}) core.erase(optional);
    const auto loaded = parse_protocol(core.dump(), "p");
    EXPECT_EQ(loaded.protocol.transitions, common_core.transitions);
    EXPECT_TRUE(loaded.protocol.time_limits.empty());
}

TEST(ProtocolDocument, EveryFaultIsListedAtItsPointer) {
    auto document = small_variant();
    document["version"] = 0;
    document["vresion"] = 2;
    document["team"] = {"case_manager", "case_manger"};
    document["transitions"] = {{{"id", "entry"}, {"event", "entry"}, {"from", {"contcted"}}, {"to", "in_support"}, {"source", "s"}}};
    EXPECT_EQ(faults_of(document), (std::vector<std::string>{
                                       "/vresion: an unknown field / a field of maintien-protocol/1, perhaps \"version\"",
                                       "/version: 0 / a whole number from 1 to 9999",
                                       "/team/1: \"case_manger\" / a code of actor, perhaps \"case_manager\"",
                                       "/transitions/0/from/0: \"contcted\" / a code of stage, perhaps \"contacted\""}));
}

TEST(ProtocolDocument, WhatStandsAtTheTopIsChecked) {
    const auto with = [](const char* key, ProtocolJson value) {
        auto document = small_variant();
        document[key] = std::move(value);
        return fault_of(document);
    };
    EXPECT_EQ(with("format", "maintien-protocol/2"), "/format: \"maintien-protocol/2\" / \"maintien-protocol/1\"");
    EXPECT_EQ(with("base", "nobody"), "/base: \"nobody\" / a built-in protocol, or none");
    EXPECT_EQ(with("name", "Notre Cellule"), "/name: \"Notre Cellule\" / a name of a-z, 0-9 and _");
    EXPECT_EQ(with("valid_from", "2024-02-30"), "/valid_from: \"2024-02-30\" / a day of the calendar, YYYY-MM-DD");
    EXPECT_EQ(with("valid_until", "2023-12-31"), "/valid_until: \"2023-12-31\" / a day not before valid_from");
    EXPECT_EQ(with("title", {{"fr", "x"}}), "/title/en: nothing / a text in English");
    EXPECT_EQ(with("recommendations", "maybe"), "/recommendations: \"maybe\" / a code of recommendations: opt_in, opt_out");
    EXPECT_EQ(with("digest_days", {16, 1}), "/digest_days/1: 1 / a number greater than the one before");
    EXPECT_EQ(with("digest_days", {1, 8, 15, 22, 29}), "/digest_days/4: 29 / at most 4 numbers");
    EXPECT_EQ(with("follow_up", {{"horizons", {12, 12}}}), "/follow_up/horizons/1: 12 / a number greater than the one before");
    EXPECT_EQ(with("outcomes", {{"cured", {{"polarity", "positive"}}}}), "/outcomes/cured: an unknown field / a field of maintien-protocol/1");
    EXPECT_EQ(with("stages", {"referred"}).substr(0, 7), "/stages") << "all the others are named by rows";
    EXPECT_EQ(with("targets", {{{"id", "t"}, {"indicator", "luck"}, {"value", 1}}}), "/targets/0/indicator: \"luck\" / an indicator and variant of the report");
}

TEST(ProtocolDocument, RowsAreChecked) {
    const auto with = [](ProtocolJson row) {
        auto document = small_variant();
        document["transitions"] = ProtocolJson::array({std::move(row)});
        return fault_of(document);
    };
    const ProtocolJson entry{{"id", "entry"}, {"event", "entry"}, {"from", {"contacted"}}, {"to", "in_support"}, {"source", "s"}};
    const auto changed = [&](const char* key, ProtocolJson value) {
        auto row = entry;
        row[key] = std::move(value);
        return with(row);
    };
    EXPECT_EQ(with(entry), "");
    EXPECT_EQ(changed("to", "in_suport"), "/transitions/0/to: \"in_suport\" / a stage, same or before, perhaps \"in_support\"");
    EXPECT_EQ(changed("when", {{"sex", {"female"}}}), "/transitions/0/when/sex: \"sex\" / an attribute that rules look at: by");
    EXPECT_EQ(changed("when", {{"by", ProtocolJson::array()}}), "/transitions/0/when/by: an array / at least one code");
    EXPECT_EQ(changed("guards", {{{"after", "plan"}, {"age_at_least", 50}}}), "/transitions/0/guards/0/age_at_least: 50 / one kind of guard, and \"after\" stands there already");
    EXPECT_EQ(changed("guards", {{{"anchored", false}}}), "/transitions/0/guards/0/anchored: false / true");
    EXPECT_EQ(changed("guards", {{{"after", "plan"}, {"party", "worker"}}}), "/transitions/0/guards/0/party: an unknown field / a field of maintien-protocol/1");
    EXPECT_EQ(changed("source", nullptr), "/transitions/0/source: nothing / where the rule comes from, as a text");
    EXPECT_EQ(with({{"id", "nothing"}, {"remove", true}}), "/transitions/0/id: \"nothing\" / the id of a row of the base");
    EXPECT_EQ(changed("id", "contact_within_15_days"), ": \"contact_within_15_days\" for two rules / an id for each rule");
}

TEST(ProtocolDocument, AGuardByOriginNamesOne) {
    auto document = small_variant();
    document["transitions"] = {{{"id", "entry"}, {"event", "entry"}, {"from", {"qualified"}}, {"to", "in_support"}, {"guards", {{{"origin_in", ProtocolJson::array()}}}}, {"source", "s"}}};
    EXPECT_EQ(fault_of(document), "/transitions/0/guards/0/origin_in: an array / at least one code of origin");
    document["transitions"][0]["guards"][0]["origin_in"] = {"return_visit"};
    EXPECT_EQ(fault_of(document), "");
}

TEST(ProtocolDocument, WhatIsRelaxedIsARuleOfTheBaseOrTheVariant) {
    const auto with = [](ProtocolJson document, const std::string& rule) {
        document["relaxes"] = ProtocolJson::array({{{"rule", rule}, {"reason", "r"}}});
        return fault_of(document);
    };
    auto variant = small_variant();
    variant["time_limits"] = ProtocolJson::array({{{"id", "contact_within_15_days"}, {"remove", true}}});
    variant["expected"] = ProtocolJson::array({{{"id", "review"}, {"event", "outcome"}, {"same_day", "team_review"}, {"source", "s"}}});
    for (const auto* rule : {"entry", "contact_within_15_days", "review", "team", "follow_up", "recommendations"}) EXPECT_EQ(with(variant, rule), "") << rule;
    EXPECT_EQ(with(variant, "contact_within_15_day"),
              "/relaxes/0/rule: \"contact_within_15_day\" / the id of a rule of the base or the variant, team, follow_up or recommendations, perhaps \"contact_within_15_days\"");
    EXPECT_EQ(with(variant, "outcom"), "/relaxes/0/rule: \"outcom\" / the id of a rule of the base or the variant, team, follow_up or recommendations, perhaps \"outcome\"");
    const auto whole = json_of_protocol(common_core);
    EXPECT_EQ(with(whole, "entry"), "/relaxes: an array / nothing, for there is no base");
    variant["base"] = "nobody";
    EXPECT_EQ(with(variant, "entrée"), "/base: \"nobody\" / a built-in protocol, or none") << "what it may relax is not known";
}

TEST(ProtocolDocument, BeforeAMilestoneIsNotAfterIt) {
    auto document = small_variant();
    document["transitions"] = {{{"id", "entry"}, {"event", "entry"}, {"from", {"qualified"}}, {"to", "in_support"}, {"guards", {{{"before", "plan"}}}}, {"source", "s"}}};
    const auto loaded = parse_protocol(document.dump(), "p");
    EXPECT_EQ(row_named(loaded.protocol, "entry")->guards[0], not_after(Milestone::plan));
}

TEST(ProtocolDocument, ExpectedRulesSayOneThing) {
    const auto with = [](ProtocolJson rule) {
        rule["id"] = "r", rule["event"] = "outcome", rule["source"] = "s";
        auto document = small_variant();
        document["expected"] = ProtocolJson::array({std::move(rule)});
        return fault_of(document);
    };
    EXPECT_EQ(with({{"same_day", "team_review"}}), "");
    EXPECT_EQ(with({{"after", "plan"}}), "");
    EXPECT_EQ(with({{"consent", "statistics"}, {"party", "worker"}}), "");
    EXPECT_EQ(with({{"says", {{"outcome", {"death"}}}}}), "");
    EXPECT_EQ(with({{"after", "plan"}, {"same_day", "team_review"}}), "/expected/0: an object / either a guard or one of same_day, after_measure and says");
    EXPECT_EQ(with(ProtocolJson::object()), "/expected/0: an object / what is expected: a guard, same_day, after_measure or says");
}

TEST(ProtocolDocument, WhatDoesNotFitIsAFaultOfTheFile) {
    auto document = small_variant();
    document["transitions"] = ProtocolJson::array();
    for (int i = 0; i < 30; ++i)
        document["transitions"].push_back({{"id", "row" + std::to_string(i)}, {"event", "team_review"}, {"from", ProtocolJson::array()}, {"to", "same"}, {"source", "s"}});
    const auto faults = faults_of(document);
    EXPECT_EQ(faults.size(), common_core.transitions.size() + 30 - common_core.transitions.rows.size());
    EXPECT_NE(faults.front().find("at most 48 rows"), std::string::npos) << faults.front();
}

TEST(ProtocolDocument, TheSameIdTwiceInADocumentIsAFault) {
    auto document = small_variant();
    const ProtocolJson removed{{"id", "entry"}, {"remove", true}};
    document["transitions"] = {removed, removed};
    EXPECT_NE(fault_of(document).find("/transitions/1/id: \"entry\" / each id once"), std::string::npos) << fault_of(document);
}

}  // namespace

// The schemas of docs/format/ repeat the closed lists for those who check documents without the library: here they are
// held against the lists themselves.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "maintien/case/shape.hpp"
#include "maintien/identification/digest.hpp"
#include "maintien/indicators/report.hpp"
#include "maintien/indicators/stratum_key.hpp"
#include "maintien/pathway/severity.hpp"
#include "maintien/protocol/protocol.hpp"
#include "maintien/protocol/weakening.hpp"
#include "maintien/protocol/flaw.hpp"
#include "maintien/register/rehearsal.hpp"
#include "maintien/vocabulary/outreach.hpp"
#include "maintien/sharing/letter.hpp"

namespace maintien {
namespace {

using Json = nlohmann::ordered_json;

Json schema(const std::string& name) {
    std::ifstream file(std::string(MAINTIEN_SOURCE_DIR) + "/docs/format/" + name + ".schema.json");
    return Json::parse(file);
}

template <ClosedList Code>
Json codes() {
    Json list = Json::array();
    for (const auto& term : terms_of<Code>) list.push_back(std::string(term.code));
    return list;
}

/// The rule of the events schema for one event: which attributes it may and must have.
Json rule_for(const Json& entry, std::string_view event) {
    for (const auto& rule : entry["allOf"])
        if (rule["if"]["properties"]["event"]["const"] == event) return rule["then"];
    return nullptr;
}

TEST(Schemas, TheReportAndItsListsAreTheLibrarys) {
    const auto report = schema("maintien-report-1");
    const auto& row = report["$defs"]["row"]["properties"];
    EXPECT_EQ(row["by"]["propertyNames"]["enum"], codes<StratumKey>());
    EXPECT_EQ(row["unit"]["enum"], codes<Unit>());
    auto verdicts = codes<TargetVerdict>();
    verdicts.push_back(nullptr);
    EXPECT_EQ(row["verdict"]["enum"], verdicts);
    for (const auto& term : terms_of<NullReason>) {
        const auto& reasons = row["null_reason"]["enum"];
        EXPECT_NE(std::find(reasons.begin(), reasons.end(), std::string(term.code)), reasons.end()) << term.code;
    }
}

TEST(Schemas, TheStrataOfScenariosAndQuestionsAreTheLibrarys) {
    for (const auto* name : {"maintien-scenario-1", "maintien-question-1"}) EXPECT_EQ(schema(name)["$defs"]["stratum"]["propertyNames"]["enum"], codes<StratumKey>()) << name;
}

TEST(Schemas, TheAgesAndSectorsOfAReferenceAreTheLibrarys) {
    const auto cell = schema("maintien-reference-1")["properties"]["cells"]["items"]["properties"];
    auto ages = codes<AgeBand>(), sectors = codes<Sector>();
    ages.push_back("unknown"), sectors.push_back("unknown");
    EXPECT_EQ(cell["age_band"]["enum"], ages);
    EXPECT_EQ(cell["sector"]["enum"], sectors);
}

TEST(Schemas, TheEventsAndSeveritiesOfDeviationsAreTheLibrarys) {
    const auto deviations = schema("maintien-deviations-1");
    EXPECT_EQ(deviations["$defs"]["event"]["enum"], codes<Event>());
    EXPECT_EQ(deviations["$defs"]["deviation"]["properties"]["severity"]["enum"], codes<Severity>());
}

TEST(Schemas, TheActorsOfAnAgendaAreTheLibrarys) { EXPECT_EQ(schema("maintien-agenda-1")["$defs"]["actor"]["enum"], codes<Actor>()); }

TEST(Schemas, TheListsOfAProtocolAreTheLibrarys) {
    const auto document = schema("maintien-protocol-1");
    const auto& defs = document["$defs"];
    EXPECT_EQ(defs["actor"]["enum"], codes<Actor>());
    EXPECT_EQ(defs["stage"]["enum"], codes<Stage>());
    EXPECT_EQ(defs["milestone"]["enum"], codes<Milestone>());
    EXPECT_EQ(defs["event"]["enum"], codes<Event>());
    EXPECT_EQ(defs["consent_scope"]["enum"], codes<ConsentScope>());
    EXPECT_EQ(defs["origin"]["enum"], codes<Origin>());
    EXPECT_EQ(defs["measure"]["enum"], codes<Measure>());
    EXPECT_EQ(defs["outcome"]["enum"], codes<Outcome>());
    EXPECT_EQ(defs["family"]["enum"], codes<Family>());
    EXPECT_EQ(defs["polarity"]["enum"], codes<Polarity>());
    EXPECT_EQ(defs["recommendations"]["enum"], codes<Recommendations>());
}

TEST(Schemas, TheKindsAndSequelsOfADigestAreTheLibrarys) {
    const auto digest = schema("maintien-digest-1");
    auto sequels = codes<VisitSequel>();
    sequels.push_back(nullptr);
    EXPECT_EQ(digest["$defs"]["visit"]["properties"]["sequel"]["enum"], sequels);
    EXPECT_EQ(digest["$defs"]["origin"]["enum"], codes<Origin>());
    Json kinds = Json::array();
    for (const auto kind : visit_kinds())
        if (is_listed(kind)) kinds.push_back(std::string(visit_kind_code(kind)));
    EXPECT_EQ(digest["$defs"]["visit"]["properties"]["kind"]["enum"], kinds);
}

TEST(Schemas, TheListsOfCollectiveActionsAreTheLibrarys) {
    for (const auto* name : {"maintien-outreach-1", "maintien-outreach-report-1"}) {
        const auto definitions = schema(name)["$defs"];
        EXPECT_EQ(definitions["participant_kind"]["enum"], codes<ParticipantKind>()) << name;
        EXPECT_EQ(definitions["outreach_kind"]["enum"], codes<OutreachKind>()) << name;
        EXPECT_EQ(definitions["source_document"]["enum"], codes<SourceDocument>()) << name;
    }
}

TEST(Schemas, TheStagesAndObstaclesOfRehearsalsAndScenariosAreTheLibrarys) {
    const auto definitions = schema("maintien-rehearsal-1")["$defs"];
    auto stages = codes<Stage>();
    stages.push_back(nullptr);
    EXPECT_EQ(definitions["stage"]["enum"], stages);
    EXPECT_EQ(schema("maintien-scenario-1")["properties"]["expect"]["properties"]["stage"]["enum"], stages);
    EXPECT_EQ(definitions["obstacle"]["enum"], codes<MappingObstacle>());
}

TEST(Schemas, TheListsOfCasesViewsAndLettersAreTheLibrarys) {
    for (const auto* name : {"maintien-case-1", "maintien-view-1"}) {
        const auto document = schema(name);
        const auto& defs = document["$defs"];
        EXPECT_EQ(defs["event"]["enum"], codes<Event>()) << name;
        EXPECT_EQ(defs["stage"]["enum"], codes<Stage>()) << name;
        EXPECT_EQ(defs["episode"]["properties"]["milestones"]["required"], codes<Milestone>()) << name;
        EXPECT_EQ(defs["consent_scope"]["enum"], codes<ConsentScope>()) << name;
        EXPECT_EQ(defs["consent_standing"]["enum"], codes<ConsentStanding>()) << name;
        EXPECT_EQ(defs["partner"]["enum"], codes<Partner>()) << name;
        EXPECT_EQ(defs["actor"]["enum"], codes<Actor>()) << name;
        EXPECT_EQ(defs["outcome"]["enum"], codes<Outcome>()) << name;
    }
    EXPECT_EQ(schema("maintien-view-1")["$defs"]["audience_role"]["enum"], codes<AudienceRole>());
    EXPECT_EQ(schema("maintien-letter-1")["properties"]["kind"]["enum"], codes<LetterKind>());
}

TEST(Schemas, EveryAttributeHasTheCodesOfItsList) {
    const auto events = schema("maintien-events-1");
    const auto& defs = events["$defs"];
    EXPECT_EQ(defs["entry"]["properties"]["event"]["enum"], codes<Event>());
    for (const auto& term : terms_of<Attribute>) {
        const auto& shape = shape_of(term.value);
        ASSERT_TRUE(defs["entry"]["properties"].contains(std::string(term.code))) << term.code;
        if (shape.codes == 0) continue;
        Json list = Json::array();
        for (std::uint32_t i = 0; i < shape.codes; ++i) list.push_back(std::string(shape.code(i)));
        EXPECT_EQ(defs[std::string(shape.list)]["enum"], list) << term.code;
    }
}

TEST(Schemas, EveryEventHasTheAttributesOfItsShape) {
    const auto events = schema("maintien-events-1");
    for (const auto& event : terms_of<Event>) {
        const auto rule = rule_for(events["$defs"]["entry"], event.code);
        ASSERT_FALSE(rule.is_null()) << event.code;
        Json required = Json::array(), allowed = {"case", "service", "event", "on", "recorded_on", "id"};
        for (const auto& term : terms_of<Attribute>) {
            if (takes(event.value, term.value)) allowed.push_back(std::string(term.code));
            if ((shape_of(event.value).required & bit_of(term.value)) != 0) required.push_back(std::string(term.code));
        }
        EXPECT_EQ(rule.value("required", Json::array()), required) << event.code;
        EXPECT_EQ(rule["propertyNames"]["enum"], allowed) << event.code;
    }
}

TEST(Schemas, TheFlawsOfAVerificationAreTheLibrarys) {
    const auto kinds = schema("maintien-verification-1")["$defs"];
    auto flaws = codes<Unsoundness>(), weakenings = codes<WeakeningKind>();
    for (auto* list : {&flaws, &weakenings}) list->erase(0);  // none
    EXPECT_EQ(kinds["flaw"]["properties"]["kind"]["enum"], flaws);
    EXPECT_EQ(kinds["weakening"]["properties"]["kind"]["enum"], weakenings);
    auto stages = codes<Stage>();
    stages.push_back(nullptr);
    EXPECT_EQ(kinds["flaw"]["properties"]["stage"]["enum"], stages);
}

}  // namespace
}  // namespace maintien

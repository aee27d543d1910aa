#include "maintien/io/mapping.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "maintien/io/text_file.hpp"
#include "read_text.hpp"

namespace {

using namespace maintien;
using namespace maintien::io;
using namespace maintien::io::test;
using Texts = std::vector<std::string>;

const std::string example = R"json({
  "format": "maintien-mapping/1", "title": "Suivi", "encoding": "auto", "delimiter": "auto", "dates": "dd/mm/yyyy",
  "case": "N° dossier",
  "case_attributes": {"sex": {"column": "Sexe", "codes": {"F": "female", "H": "male"}}, "birth_year": {"column": "Année de naissance"}},
  "constants": {"service": "sst-demo"},
  "events": [
    {"event": "referral", "on": "Date signalement", "origin": {"column": "Origine", "codes": {"Préreprise": "pre_return_visit"}}},
    {"event": "entry", "on": "Date entrée", "when": {"column": "Statut", "not_in": ["Refus"]}},
    {"event": "refusal", "on": "Date sortie", "refusal_reason": "does_not_wish", "when": {"column": "Statut", "in": ["Refus"]}},
    {"event": "outcome", "on": "Date sortie", "when": {"column": "Statut", "in": ["Sortie positive", "Refus"]},
     "outcome": {"column": "Résultat", "codes": {"Aménagement": "adapted_post", "Inaptitude": "unfitness"}}}
  ],
  "ignore": {"Statut": ["En cours", ""]}
})json";

const std::string header = "N° dossier;Sexe;Année de naissance;Date signalement;Origine;Date entrée;Date sortie;Statut;Résultat;Remarques\r\n";

ImportResult import(const std::string& rows, const ReadOptions& options = {}, const std::string& mapping = example) {
    return import_table(csv(header + rows, "t.csv"), parse_mapping(mapping, "m.json"), options);
}

Texts texts_of(const DocumentError& error) {
    Texts texts;
    for (const auto& problem : error.problems.first) texts.push_back(text_of(problem));
    return texts;
}

Texts import_faults(const std::string& rows, const ReadOptions& options = {}, const std::string& mapping = example) {
    try {
        import(rows, options, mapping);
    } catch (const DocumentError& error) {
        return texts_of(error);
    }
    return {};
}

Texts mapping_faults(const std::string& json) {
    try {
        parse_mapping(json, "m.json");
    } catch (const DocumentError& error) {
        return texts_of(error);
    }
    return {};
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    return at == std::string::npos ? "" : text.replace(at, from.size(), to);
}

TEST(Mapping, ARowBecomesItsEvents) {
    const auto result = import("1;F;1970;01/06/2020;Préreprise;05/06/2020;01/09/2020;Sortie positive;Aménagement;\"bien;\r\nfini\"\r\n"
                               "2;;;02/06/2020;Préreprise;;03/06/2020;Refus;Inaptitude;\r\n"
                               "3;H;;03/06/2020;Préreprise;;;En cours;;\r\n;;;;;;;;;\r\n");
    EXPECT_EQ(written(result.table), "{\"format\": \"maintien-events/1\"}\n"
        R"({"case": "1", "event": "referral", "on": "2020-06-01", "origin": "pre_return_visit", "service": "sst-demo", "sex": "female", "birth_year": 1970})" "\n"
        R"({"case": "1", "event": "entry", "on": "2020-06-05", "service": "sst-demo"})" "\n"
        R"({"case": "1", "event": "outcome", "on": "2020-09-01", "outcome": "adapted_post", "service": "sst-demo"})" "\n"
        R"({"case": "2", "event": "referral", "on": "2020-06-02", "origin": "pre_return_visit", "service": "sst-demo"})" "\n"
        R"({"case": "2", "event": "refusal", "on": "2020-06-03", "refusal_reason": "does_not_wish", "service": "sst-demo"})" "\n"
        R"({"case": "2", "event": "outcome", "on": "2020-06-03", "outcome": "unfitness", "service": "sst-demo"})" "\n"
        R"({"case": "3", "event": "referral", "on": "2020-06-03", "origin": "pre_return_visit", "service": "sst-demo", "sex": "male"})" "\n");
    EXPECT_EQ(result.unmapped_columns, Texts{"Remarques"});
    EXPECT_EQ(result.skipped_empty_rows, 1);
}

TEST(Mapping, TheDemonstrationDataAreRead) {
    const std::string folder = std::string(MAINTIEN_SOURCE_DIR) + "/examples/data/";
    const auto result = import_table({folder + "cellule.csv"}, read_mapping({folder + "cellule.mapping.json"}));
    EXPECT_EQ(result.table.cases(), 103u);
    EXPECT_EQ(std::count(result.table.event.begin(), result.table.event.end(), Event::referral), 103);
    EXPECT_EQ(std::count(result.table.event.begin(), result.table.event.end(), Event::entry), 42);
    EXPECT_EQ(std::count(result.table.event.begin(), result.table.event.end(), Event::refusal), 1);
    EXPECT_EQ(std::count(result.table.event.begin(), result.table.event.end(), Event::outcome), 12);
    EXPECT_EQ(result.unmapped_columns, (Texts{"Réf. adhérent", "Réf. courrier"}));
}

// Rows

TEST(Mapping, AMistypedStatusIsAFaultAndNoOngoingCase) {
    EXPECT_EQ(import_faults("1;F;1970;01/06/2020;Préreprise;05/06/2020;;Sortie Positive;;\n"),
              Texts{"t.csv:2:44: found \"Sortie Positive\" expected a value that the mapping lists, perhaps \"Sortie positive\""});
}

TEST(Mapping, ADayWhoseEveryConditionFailsIsAFault) {
    EXPECT_EQ(import_faults("1;F;1970;01/06/2020;Préreprise;05/06/2020;01/09/2020;En cours;;\n"),
              Texts{"t.csv:2:43: found \"01/09/2020\" expected an empty cell, for no condition of the events of this day holds"});
}

TEST(Mapping, ARepeatedCaseIsAFault) {
    const std::string rows = "1;;;01/06/2020;Préreprise;;;;;\n2;;;01/06/2020;Préreprise;;;;;\n1;;;02/06/2020;Préreprise;;;;;\n";
    EXPECT_EQ(import_faults(rows), Texts{"t.csv:4:1: found \"1\" expected each case once: it stands on line 2"});
    const auto kept = import(rows, {.keep_rejects = true});
    EXPECT_EQ(kept.table.cases(), 1u);
    EXPECT_EQ(kept.rejected_cases, 1);
    EXPECT_EQ(kept.rejected_rows, 2);
}

TEST(Mapping, AWordThatIsNotListedIsAFaultSaidOnce) {
    EXPECT_EQ(import_faults("1;X;1970;01/06/2020;Pré-reprise;;01/09/2020;Sortie positive;;\n"),
              (Texts{"t.csv:2:3: found \"X\" expected a word that the mapping lists for sex",
                     "t.csv:2:21: found \"Pré-reprise\" expected a word that the mapping lists for origin, perhaps \"Préreprise\"",
                     "t.csv:2:61: found nothing expected outcome, which outcome requires"}));
}

TEST(Mapping, BesideAMistypedStatusTheOtherCellsAreChecked) {
    EXPECT_EQ(import_faults("1;X;70;32/06/2020;Préreprise;5/6/2020;31/02/2024;Sortie Positive;Aménagemnt;\n"),
              (Texts{"t.csv:2:3: found \"X\" expected a word that the mapping lists for sex", "t.csv:2:5: found \"70\" expected a whole number from 1900 to 2100",
                     "t.csv:2:8: found \"32/06/2020\" expected a date dd/mm/yyyy", "t.csv:2:30: found \"5/6/2020\" expected a date dd/mm/yyyy",
                     "t.csv:2:39: found \"31/02/2024\" expected a date dd/mm/yyyy",
                     "t.csv:2:50: found \"Sortie Positive\" expected a value that the mapping lists, perhaps \"Sortie positive\"",
                     "t.csv:2:66: found \"Aménagemnt\" expected a word that the mapping lists for outcome, perhaps \"Aménagement\""}));
}

TEST(Mapping, AMistypedStatusAsksForNothingAndRefusesNoDay) {
    EXPECT_EQ(import_faults("1;X;;;;;03/06/2020;Sortie Positive;;\n"),
              (Texts{"t.csv:2:3: found \"X\" expected a word that the mapping lists for sex",
                     "t.csv:2:20: found \"Sortie Positive\" expected a value that the mapping lists, perhaps \"Sortie positive\""}));
    EXPECT_EQ(import_faults("1;;;;;;;Sortie Positive;Aménagemnt;\n"),
              Texts{"t.csv:2:9: found \"Sortie Positive\" expected a value that the mapping lists, perhaps \"Sortie positive\""});
}

TEST(Mapping, OfAConditionThatFailsNoCellIsRead) {
    EXPECT_EQ(import_faults("1;F;;01/06/2020;Préreprise;;;En cours;Aménagemnt;\n"), Texts{});
    const std::string mapping = R"({"format":"maintien-mapping/1","case":"N","events":[{"event":"entry","on":"E","when":{"column":"S","in":["oui"]}},
        {"event":"outcome","on":"O","outcome":{"column":"R","codes":{"bon":"same_post"}},"when":{"column":"T","in":["fini"]}}],"ignore":{"S":["non"],"T":[""]}})";
    const auto found = [&](const std::string& row) {
        try {
            import_table(csv("N,E,S,O,T,R\n" + row + "\n", "t.csv"), parse_mapping(mapping, "m.json"));
        } catch (const DocumentError& error) {
            return texts_of(error);
        }
        return Texts{};
    };
    EXPECT_EQ(found("1,2024-01-01,?,2024-02-01,,x"),
              (Texts{"t.csv:2:14: found \"?\" expected a value that the mapping lists", "t.csv:2:16: found \"2024-02-01\" expected an empty cell, for no condition of the events of this day holds"}));
    EXPECT_EQ(found("1,2024-01-32,?,2024-02-01,fini,x"),
              (Texts{"t.csv:2:3: found \"2024-01-32\" expected a date YYYY-MM-DD or dd/mm/yyyy", "t.csv:2:14: found \"?\" expected a value that the mapping lists",
                     "t.csv:2:32: found \"x\" expected a word that the mapping lists for outcome"}));
}

TEST(Mapping, EveryWordOfAListThatIsNotListedIsAFault) {
    const auto mapping = parse_mapping(R"({"format":"maintien-mapping/1","case":"N","events":[{"event":"action_plan","on":"E","aspect":{"column":"A","codes":{"méd":"medical"}}}]})", "m.json");
    try {
        import_table(csv("N,E,A\n1,2024-01-01,x|méd|yy\n", "t.csv"), mapping);
        FAIL();
    } catch (const DocumentError& error) {
        EXPECT_EQ(texts_of(error), (Texts{"t.csv:2:14: found \"x\" expected a word that the mapping lists for aspect", "t.csv:2:14: found \"yy\" expected a word that the mapping lists for aspect"}));
    }
}

TEST(Mapping, DatesAndNumbersAreStrict) {
    EXPECT_EQ(import_faults("1;F;70;01/06/20;Préreprise;2020-06-05;;En cours;;\n2;;;31/02/2020;Préreprise;;;;;\n"),
              (Texts{"t.csv:2:5: found \"70\" expected a whole number from 1900 to 2100", "t.csv:2:8: found \"01/06/20\" expected a date dd/mm/yyyy",
                     "t.csv:2:28: found \"2020-06-05\" expected a date dd/mm/yyyy throughout", "t.csv:3:5: found \"31/02/2020\" expected a date dd/mm/yyyy"}));
}

TEST(Mapping, RowsWithoutCaseShortRowsAndBrokenQuotesAreFaults) {
    EXPECT_EQ(import_faults(";F;;01/06/2020;Préreprise;;;;;\n1;F\n2;F;;\"x\"y;;;;;;\n"),
              (Texts{"t.csv:2:1: found nothing expected the number of the case", "t.csv:3:4: found a row of 2 cells expected 10 as in the header",
                     "t.csv:4:9: found text after a closing quote expected a delimiter or the end of the line"}));
}

TEST(Mapping, FaultsAreFoundInWindows1252AfterEmbeddedLineEnds) {
    const auto mapping = parse_mapping(R"({"format":"maintien-mapping/1","case":"N°","events":[{"event":"entry","on":"Entrée"}]})", "m.json");
    try {
        import_table(csv("N\xB0;Note;Entr\xE9" "e\r\n1;\"\xE9\r\n\xE9\";01/02/2024\r\n2;\"a\r\n\xE9\xE9\";32/02/2024\r\n3;\x90;01/02/2024\r\n", "t.csv"), mapping);
        FAIL();
    } catch (const DocumentError& error) {
        EXPECT_EQ(texts_of(error), (Texts{"t.csv:5:5: found \"32/02/2024\" expected a date dd/mm/yyyy",
                                          "t.csv:6:3: found a byte that Windows-1252 does not define expected Windows-1252"}));
    }
}

TEST(Mapping, WithRejectsTheOtherCasesAreImported) {
    const auto result = import("1;X;;01/06/2020;Préreprise;;;;;\n2;F;;01/06/2020;Préreprise;;;;;\n", {.keep_rejects = true});
    EXPECT_EQ(result.table.cases(), 1u);
    EXPECT_EQ(left_out(result), Texts{"t.csv:2:3: found \"X\" expected a word that the mapping lists for sex | 1;X;;01/06/2020;Préreprise;;;;;"});
}

TEST(Mapping, WhatNoEventTakesUpIsRemarked) {
    const auto result = import("1;F;;01/06/2020;Préreprise;;;;Aménagement;\n2;;;;;;;;;\n");
    EXPECT_EQ(result.remarks, (Texts{"t.csv: 1 row without any event", "t.csv: 1 row with \"Résultat\" filled and no event that takes it"}));
}

TEST(Mapping, TheServiceMayComeFromAColumn) {
    const auto mapping = parse_mapping(R"({"format":"maintien-mapping/1","case":"N","case_attributes":{"service":{"column":"S"},"sector":"F"},
        "events":[{"event":"entry","on":"E","manager":{"column":"M"}},{"event":"team_review","on":"R","recorded_on":"E"},
        {"event":{"column":"T"},"on":"U","aspect":{"column":"A","codes":{"méd":"medical","soc":"social","tout":["medical","social","professional"]}}}]})", "m.json");
    const auto result = import_table(csv("N,S,E,M,R,T,U,A\n1,a,2024-01-02,m,2024-01-01,,,\n1,b,,,,action_plan,2024-01-03,soc|méd\n2,b,,,,action_plan,2024-01-03,tout\n"), mapping);
    EXPECT_EQ(written(result.table), "{\"format\": \"maintien-events/1\"}\n"
        R"({"case": "1", "event": "entry", "on": "2024-01-02", "manager": "m", "service": "a", "sector": "F"})" "\n"
        R"({"case": "1", "event": "team_review", "on": "2024-01-01", "recorded_on": "2024-01-02", "service": "a"})" "\n"
        R"({"case": "1", "event": "action_plan", "on": "2024-01-03", "aspect": ["medical", "social"], "service": "b", "sector": "F"})" "\n"
        R"({"case": "2", "event": "action_plan", "on": "2024-01-03", "aspect": ["medical", "social", "professional"], "service": "b", "sector": "F"})" "\n");
}

// The table as such

TEST(Mapping, ColumnsThatTheTableLacksAreAllNamedWithRejectsToo) {
    EXPECT_EQ(import_faults("", {.keep_rejects = true}, replaced(replaced(example, "\"Sexe\"", "\"Genre\""), "\"column\": \"Statut\", \"not_in\"", "\"column\": \"Status\", \"not_in\"")),
              (Texts{"t.csv:1:1: found no column \"Genre\" expected the column that /case_attributes/sex of m.json names",
                     "t.csv:1:1: found no column \"Status\" expected the column that /events/1/when/column of m.json names, perhaps \"Statut\""}));
}

TEST(Mapping, ATitleAboveTheNamesOfTheColumnsIsToldWithWhatIsMissing) {
    const auto mapping = parse_mapping(R"({"format":"maintien-mapping/1","case":"N","events":[{"event":"entry","on":"E"}]})", "m.json");
    try {
        import_table(csv("Suivi 2024,,\nN,E,\n1,2024-01-01,\n", "t.csv"), mapping);
        ADD_FAILURE();
    } catch (const DocumentError& error) {
        EXPECT_EQ(texts_of(error).front(), "t.csv:1:1: found no column \"N\" expected the column that /case of m.json names; a table begins with the names of "
                                           "its columns, this one with \"Suivi 2024\" alone: a title, or another delimiter?");
    }
}

TEST(Mapping, AMappedColumnThatStandsTwiceIsRefused) {
    const auto mapping = parse_mapping(R"({"format":"maintien-mapping/1","case":"N","events":[{"event":"entry","on":"E"}]})", "m.json");
    EXPECT_NO_THROW(import_table(csv("N,E,,\n1,2024-01-01,,\n"), mapping));
    try {
        import_table(csv("\n\"N\",E,\"x\ny\",é,E , E\n1,2024-01-01,,,,\n", "t.csv"), mapping);
        FAIL();
    } catch (const DocumentError& error) {
        EXPECT_EQ(texts_of(error), (Texts{"t.csv:3:6: found the column \"E\" twice expected it once", "t.csv:3:9: found the column \"E\" twice expected it once"}));
    }
}

// The mapping as such

TEST(Mapping, EveryFaultOfAMappingIsNamedAtItsPointer) {
    EXPECT_EQ(mapping_faults(R"({"format": "maintien-mapping/2", "encoding": "latin1", "delimiter": "|", "case": "", "colour": 1,
        "case_attributes": {"sex": {"column": "S", "codes": {"F": "femme"}}, "outcome": "death"}, "constants": {"birth_year": "1970"},
        "events": [{"event": "entre", "on": "E"}, {"event": "outcome", "on": "E"}, {"event": "entry", "on": 3, "origin": "return_visit", "when": {"column": "S"}, "when2": 1},
                   {"on": "E"}], "case": "N"})"),
              (Texts{"m.json: /case: found the same key again expected each key once",
                     "m.json: /colour: found an unknown field expected a field of maintien-mapping/1",
                     "m.json: /format: found \"maintien-mapping/2\" expected \"maintien-mapping/1\"",
                     "m.json: /encoding: found \"latin1\" expected one of \"auto\", \"utf-8\", \"windows-1252\"",
                     "m.json: /delimiter: found \"|\" expected one of \"auto\", \";\", \",\", \"\\t\", \"tab\"",
                     "m.json: /case: found \"\" expected the name of a column",
                     "m.json: /case_attributes/sex/codes/F: found \"femme\" expected a code of sex: female, male; perhaps \"female\"",
                     "m.json: /case_attributes/outcome: found \"death\" expected an attribute of the case or service, not \"outcome\"",
                     "m.json: /constants/birth_year: found \"1970\" expected a whole number from 1900 to 2100",
                     "m.json: /events/0/event: found \"entre\" expected a code of event, perhaps \"entry\"",
                     "m.json: /events/1/outcome: found nothing expected a value, for outcome requires it",
                     "m.json: /events/2/when: found an object expected exactly one of in and not_in",
                     "m.json: /events/2/when2: found 1 expected no field \"when2\" in an event of a mapping",
                     "m.json: /events/2/on: found 3 expected the name of a column",
                     "m.json: /events/2/origin: found \"return_visit\" expected nothing, for entry takes no origin",
                     "m.json: /events/3/event: found nothing expected a code of event"}));
}

TEST(Mapping, AFaultIsOneLineWhateverTheKeyIsCalled) {
    EXPECT_EQ(mapping_faults(R"({"format":"maintien-mapping/1","case":"N","events":[{"event":"entry","on":"E"}],"a\nb":1,"\u009b":2})"),
              (Texts{R"(m.json: /a\nb: found an unknown field expected a field of maintien-mapping/1)",
                     R"(m.json: /\u009b: found an unknown field expected a field of maintien-mapping/1)"}));
}

TEST(Mapping, NullMeansAbsentWhereverItMayStand) {
    const auto mapping = parse_mapping(R"({"format":"maintien-mapping/1","title":null,"encoding":null,"delimiter":null,"dates":null,"case":"N",
        "case_attributes":{"sex":null,"sector":{"column":"S","codes":null}},"constants":{"service":null,"worker":null},"ignore":{"S":null},
        "events":[{"event":"referral","on":"R","recorded_on":null,"id":null,"when":null,"origin":"return_visit","cause":null},
        {"event":"action_plan","on":"P","when":{"column":"T","in":["x"],"not_in":null},
         "aspect":{"column":"A","codes":{"méd":"medical","rien":null}},"manager":{"column":"M","codes":{"?":null,"m":"m1"}}}]})", "m.json");
    EXPECT_EQ(written(import_table(csv("N,S,R,P,T,A,M\n1,F,2024-01-02,2024-01-03,x,rien|méd,?\n"), mapping).table), "{\"format\": \"maintien-events/1\"}\n"
        R"({"case": "1", "event": "referral", "on": "2024-01-02", "origin": "return_visit", "sector": "F"})" "\n"
        R"({"case": "1", "event": "action_plan", "on": "2024-01-03", "aspect": ["medical"]})" "\n");
    try {
        import_table(csv("N,S,R,P,T,A,M\n1,F,,2024-01-03,x,rien,m\n", "t.csv"), mapping);
        FAIL();
    } catch (const DocumentError& error) {
        EXPECT_EQ(texts_of(error), Texts{"t.csv:2:19: found nothing expected aspect, which action_plan requires"});
    }
}

TEST(Mapping, NullIsNotWhatMustBeThere) {
    EXPECT_EQ(mapping_faults(R"({"format":null,"case":null,"constants":{"outcome":null},"events":[{"event":null,"on":null,"colour":null,"when":{"column":null,"in":null}},
        {"event":"referral","on":"E","origin":null}]})"),
              (Texts{"m.json: /format: found nothing expected \"maintien-mapping/1\"", "m.json: /case: found nothing expected the name of a column",
                     "m.json: /constants/outcome: found null expected an attribute of the case or service, not \"outcome\"",
                     "m.json: /events/0/colour: found null expected no field \"colour\" in an event of a mapping",
                     "m.json: /events/0/when/column: found nothing expected the name of a column", "m.json: /events/0/when: found an object expected exactly one of in and not_in",
                     "m.json: /events/0/event: found nothing expected a code of event", "m.json: /events/0/on: found nothing expected the name of a column",
                     "m.json: /events/1/origin: found nothing expected a value, for referral requires it"}));
    EXPECT_EQ(mapping_faults(R"({"format":"maintien-mapping/1","case":"N","events":null})"), Texts{"m.json: /events: found nothing expected an array of events"});
}

TEST(Mapping, WhatIsNoJsonIsLocatedByLineAndColumn) {
    EXPECT_EQ(mapping_faults("{\n  \"é\": tru\n}"), Texts{"m.json:2:8: found \"t\" expected a JSON value"});
    EXPECT_EQ(mapping_faults(""), Texts{"m.json:1:1: found the end expected a JSON object"});
    EXPECT_EQ(mapping_faults("{}").size(), 3u);
}

RC_GTEST_PROP(Mapping, ADamagedMappingIsReadOrRefused, ()) {
    auto text = example;
    const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
    if (*rc::gen::arbitrary<bool>()) text.erase(at, *rc::gen::inRange<std::size_t>(1, 30));
    else text.insert(at, *rc::gen::element<std::string>("\"", "{", "}", "[", "null", ",", "\\", "\xFF"));
    try {
        import("1;F;1970;01/06/2020;Préreprise;05/06/2020;01/09/2020;Sortie positive;Aménagement;\r\n", {}, text);
    } catch (const DocumentError& error) {
        RC_ASSERT(error.problems.total > 0);
    }
}

}  // namespace

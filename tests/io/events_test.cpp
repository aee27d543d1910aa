#include "maintien/io/events.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <fstream>

#include "maintien/case/canonical_json.hpp"
#include "maintien/io/encoding.hpp"
#include "read_text.hpp"

namespace {

using namespace maintien;
using namespace maintien::io;
using namespace maintien::io::test;
using Texts = std::vector<std::string>;

const std::string referral = R"({"case":"A","event":"referral","on":"2024-01-02","origin":"return_visit"})";

/// The events of a register in one order, whatever the order of its rows.
Texts events_of(const EventTable& table) {
    Texts texts;
    for (std::size_t row = 0; row < table.size(); ++row)
        texts.push_back(canonical_json(key_of(table, table.case_index[row]), entry_at(table, row), table.names));
    std::sort(texts.begin(), texts.end());
    return texts;
}

// What is read

TEST(Events, JsonLinesAreReadWithOrWithoutHeading) {
    const auto text = referral + "\n" + R"({"on":"2024-01-03","event":"first_contact","case":"A","channel":"phone"})";
    const auto with = read(json_lines("{\"format\": \"maintien-events/1\"}\n" + text + "\n"));
    EXPECT_EQ(events_of(with.table), (Texts{R"({"case":"A","channel":"phone","event":"first_contact","on":"2024-01-03"})",
                                            R"({"case":"A","event":"referral","on":"2024-01-02","origin":"return_visit"})"}));
    EXPECT_EQ(events_of(read(json_lines(text)).table), events_of(with.table));
    EXPECT_EQ(events_of(read(json_lines("\xEF\xBB\xBF" + text)).table), events_of(with.table));
    EXPECT_EQ(read(json_lines("")).table.size(), 0u);
}

TEST(Events, EveryKindOfValueIsReadInBothDialects) {
    const auto from_json = read(json_lines(
        R"({"case":"é1","service":"s","event":"referral","on":"2024-02-29","recorded_on":"2024-02-29","id":"e1","origin":"periodic_visit","consent":false,"on_sick_leave":true,"sick_leave_since":"2024-01-01","worker":"w","birth_year":1970,"sector":"F","workforce":"11_49","sex":"female","by":"occupational_physician","manager":null})"
        "\n"
        R"({"case":"é1","service":"s","event":"action_plan","on":"2024-03-01","aspect":["social","medical"]})"
        "\n"
        R"({"case":"é1","service":"s","event":"action","on":"2024-03-02","measure":"telework","audience":["employer"]})"
        "\n"
        R"({"case":"é1","service":"s","event":"appointment","on":"2024-03-03","appointment_state":"held","appointment":2,"starts":"09:05","ends":"23:59"})"
        "\n"
        R"({"case":"é1","service":"s","event":"amendment","on":"2024-03-04","amends":"e1","entry":{"event":"refusal","on":"2024-03-01","refusal_reason":"distrust","by":"worker"}})"
        "\n"));
    const auto from_csv = read(csv(
        "case;service;event;on;recorded_on;id;origin;consent;on_sick_leave;sick_leave_since;worker;birth_year;sector;workforce;sex;by;aspect;measure;audience;appointment_state;appointment;starts;ends;amends;entry\n"
        "é1;s;referral;29/02/2024;29/02/2024;e1;periodic_visit;non;1;01/01/2024;w;1970;F;11_49;female;occupational_physician;;;;;;;;;\n"
        "é1;s;action_plan;01/03/2024;;;;;;;;;;;;;medical | social;;;;;;;;\n"
        "é1;s;action;02/03/2024;;;;;;;;;;;;;;telework;employer;;;;;;\n"
        "é1;s;appointment;03/03/2024;;;;;;;;;;;;;;;;held;2;09:05;23:59;;\n"
        "é1;s;amendment;04/03/2024;;;;;;;;;;;;;;;;;;;;e1;\"{\"\"on\"\":\"\"2024-03-01\"\",\n\"\"event\"\":\"\"refusal\"\",\"\"refusal_reason\"\":\"\"distrust\"\",\"\"by\"\":\"\"worker\"\"}\"\n"));
    EXPECT_EQ(written(from_csv.table), written(from_json.table));
    ASSERT_EQ(from_json.table.size(), 5u);
    const auto amendment = entry_at(from_json.table, 4);
    ASSERT_NE(amendment.replacement, nullptr);
    EXPECT_EQ(amendment.replacement->event, Event::refusal);
    EXPECT_EQ(value_of(view_of(*amendment.replacement), Attribute::by), index_of(Actor::worker));
    EXPECT_EQ(entry_at(from_json.table, 0).recorded_on, make_day(2024, 2, 29));
    EXPECT_FALSE(known(entry_at(from_json.table, 1).recorded_on));
}

TEST(Events, ACaseIsItsServiceAndItsNumber) {
    const auto table = read(csv("case,service,event,on\n1,a,entry,2024-01-01\n1,b,entry,2024-01-01\n1,,entry,2024-01-01\n1,a,team_review,2024-01-02\n")).table;
    EXPECT_EQ(table.cases(), 3u);
    EXPECT_EQ(table.case_index, (std::vector<CaseIndex>{0, 1, 2, 0}));
}

TEST(Events, WhollyEmptyRowsAreSkippedAndCounted) {
    const auto result = read(csv("\n;;\r\ncase;event;on\r\n;;\r\n \xC2\xA0;;\"\"\r\nA;entry;2024-01-01\r\n\r\n"));
    EXPECT_EQ(result.table.size(), 1u);
    EXPECT_EQ(result.skipped_empty_rows, 5);
    EXPECT_EQ(result.remarks, Texts{"cases.csv: 5 empty rows skipped"});
}

TEST(Events, AnEmptyListAndNullMeanNothingSaid) {
    const auto result = read(json_lines(R"({"case":"A","event":"qualification_interview","on":"2024-01-01","decision":"accepted","needs":[],"by":null,"service":null})"));
    EXPECT_EQ(events_of(result.table), Texts{R"({"case":"A","decision":"accepted","event":"qualification_interview","on":"2024-01-01"})"});
}

TEST(Events, AnAmendmentsEntryMayRepeatWhatItInherits) {
    EXPECT_EQ(faults(json_lines(R"({"case":"A","service":"s","event":"entry","on":"2024-01-01","id":"x"})"
                                "\n"
                                R"({"entry":{"case":"A","service":"s","id":"x","event":"entry","on":"2024-01-02"},"amends":"x","case":"A","service":"s","event":"amendment","on":"2024-01-03"})")),
              Texts{});
}

// What is refused

TEST(Events, EveryFaultIsNamedInOneRun) {
    EXPECT_EQ(faults(csv("case,event,on,origin,outcome\n"
                         "A,referral,2024-02-31,return_visit,\n"
                         "A,outcome,2024-03-01,,adapted_pots\n"
                         "A,entry\n"
                         "A,entry,2024-03-01,return_visit,\n"
                         "A,entry,2024-03-01,,,x\n")),
              (Texts{"cases.csv:2:12: found \"2024-02-31\" expected a date YYYY-MM-DD or dd/mm/yyyy",
                     "cases.csv:3:23: found \"adapted_pots\" expected a code of outcome, perhaps \"adapted_post\"",
                     "cases.csv:4:8: found a row of 2 cells expected 5 as in the header",
                     "cases.csv:5:20: found \"return_visit\" expected nothing, for entry takes no origin",
                     "cases.csv:6:22: found a row of 6 cells expected 5 as in the header"}));
}

TEST(Events, FaultsOfJsonLinesHaveLineAndPointer) {
    EXPECT_EQ(faults(json_lines(R"({"case":"A","event":"outcome","on":"01/02/2024","outcome":"x","outcome":"y","colour":1})"
                                "\n\n"
                                R"({"case":"","event":"sick_leave","on":"2024-01-01"})"
                                "\n")),
              (Texts{"cases.jsonl:1: /outcome: found the same key again expected each key once",
                     "cases.jsonl:1: /colour: found an unknown field expected a name of maintien-events/1",
                     "cases.jsonl:1: /on: found \"01/02/2024\" expected a date YYYY-MM-DD",
                     "cases.jsonl:1: /outcome: found \"x\" expected a code of outcome",
                     "cases.jsonl:3: /case: found \"\" expected a text that is not empty",
                     "cases.jsonl:3: /leave_state: found nothing expected leave_state, which sick_leave requires"}));
}

TEST(Events, AFaultIsOneLineWhateverTheKeyOrTheFileIsCalled) {
    EXPECT_EQ(faults(json_lines(R"({"case":"A","event":"entry","on":"2024-01-01","a\nb":1,"\u001b[31mX":{}})", "a\nb.jsonl")),
              (Texts{R"(a\nb.jsonl:1: /a\nb: found an unknown field expected a name of maintien-events/1)",
                     R"(a\nb.jsonl:1: /\u001b[31mX: found an unknown field expected a name of maintien-events/1)"}));
    const auto result = read(json_lines("\n" + referral, "a\nb.jsonl"));
    EXPECT_EQ(result.remarks, Texts{R"(a\nb.jsonl: 1 empty row skipped)"});
}

TEST(Events, ALineThatIsNoJsonHasItsColumn) {
    EXPECT_EQ(faults(json_lines(referral + "\n{\"case\":\"é\",\"on\":}\n{\"case\":\"B\"} x\n")),
              (Texts{"cases.jsonl:2:18: /on: found \"}\" expected a JSON value", "cases.jsonl:3:14: found \"x\" expected nothing more"}));
    EXPECT_EQ(faults(json_lines("{\"case\":\"é\xFF\"}\n")), Texts{"cases.jsonl:1:11: found a byte that is no UTF-8 expected UTF-8"});
}

TEST(Events, WrongTypesAreRefused) {
    const auto fault_of = [](const std::string& event, const std::string& more) {
        const auto found = faults(json_lines(R"({"case":"A","on":"2024-01-01","event":")" + event + "\"," + more + "}"));
        return found.size() == 1 ? found[0].substr(found[0].find("found")) : "not one fault";
    };
    EXPECT_EQ(fault_of("entry", R"("birth_year":"1970")"), "found \"1970\" expected a whole number from 1900 to 2100");
    EXPECT_EQ(fault_of("entry", R"("birth_year":1970.0)"), "found 1970.0 expected a whole number from 1900 to 2100");
    EXPECT_EQ(fault_of("entry", R"("birth_year":1899)"), "found 1899 expected a whole number from 1900 to 2100");
    EXPECT_EQ(fault_of("entry", R"("birth_year":99999999999999999999)"), "found 99999999999999999999 expected a whole number from 1900 to 2100");
    EXPECT_EQ(fault_of("entry", R"("disabled_worker":1)"), "found 1 expected true or false");
    EXPECT_EQ(fault_of("entry", R"("worker":12)"), "found 12 expected a text");
    EXPECT_EQ(fault_of("entry", R"("sex":true)"), "found true expected a code of sex: female, male");
    EXPECT_EQ(fault_of("action_plan", R"("aspect":"medical")"), "found \"medical\" expected an array of codes of aspect");
    EXPECT_EQ(fault_of("action", R"("measure":"telework","audience":"employer")"), "found \"employer\" expected an array of codes of audience_role");
    EXPECT_EQ(fault_of("entry", R"("worker":" \t")"), "found \" \\t\" expected a text that is not blank");
    EXPECT_EQ(fault_of("action_plan", R"("aspect":["medical","medical"])"), "found \"medical\" expected each code once");
    EXPECT_EQ(fault_of("action_plan", R"("aspect":[])"), "found nothing expected aspect, which action_plan requires");
    EXPECT_EQ(fault_of("follow_up", R"("answer":"lost","horizon":0)"), "found 0 expected a whole number from 1 to 255");
    EXPECT_EQ(fault_of("unfitness_opinion", R"("examination":3)"), "found 3 expected a whole number from 1 to 2");
    EXPECT_EQ(fault_of("appointment", R"("appointment_state":"held","starts":"9:05")"), "found \"9:05\" expected a time HH:MM");
    EXPECT_EQ(fault_of("appointment", R"("appointment_state":"held","starts":"24:00")"), "found \"24:00\" expected a time HH:MM");
    EXPECT_EQ(fault_of("visit", R"("visit_kind":"insurance_notice")").substr(0, 75),
              "found \"insurance_notice\" expected a code of origin that may stand for visit");
}

TEST(Events, AnUnknownCodeIsToldWhatWasProbablyMeant) {
    const auto expected_for = [](const std::string& event, const std::string& more) {
        const auto found = faults(json_lines(R"({"case":"A","on":"2024-01-01","event":")" + event + "\"," + more + "}"));
        return found.size() == 1 ? found[0].substr(found[0].find("expected")) : "not one fault";
    };
    EXPECT_EQ(expected_for("referral", R"("origin":"return_vist")"), "expected a code of origin, perhaps \"return_visit\"");
    EXPECT_EQ(expected_for("outcome", R"("outcome":"Adapted Post")"), "expected a code of outcome, perhaps \"adapted_post\"");
    EXPECT_EQ(expected_for("referral", R"("origin":"visit")"), "expected a code of origin, perhaps \"pre_return_visit\" or \"return_visit\" or \"hiring_visit\"");
    EXPECT_EQ(expected_for("referral", R"("origin":"prereturn")"), "expected a code of origin, perhaps \"pre_return_visit\"");
    EXPECT_EQ(expected_for("entry", R"("sex":"mal")"), "expected a code of sex: female, male; perhaps \"male\"");
    EXPECT_EQ(expected_for("entry", R"("sex":"?")"), "expected a code of sex: female, male");
    EXPECT_EQ(expected_for("team_revue", R"("by":"worker")"), "expected a code of event, perhaps \"team_review\"");
}

TEST(Events, PointersReachIntoListsAndEntries) {
    EXPECT_EQ(faults(json_lines(R"({"case":"A","on":"2024-01-01","event":"action_plan","aspect":["medical",7]})"
                                "\n"
                                R"({"case":"A","on":"2024-01-01","event":"action_plan","aspect":["medical","x"]})")),
              (Texts{"cases.jsonl:1: /aspect/1: found 7 expected a code in quotes",
                     "cases.jsonl:2: /aspect/1: found \"x\" expected a code of aspect: medical, social, professional"}));
}

TEST(Events, AnAmendmentWithdrawsOrReplaces) {
    const auto fault_of = [](const std::string& more) {
        const auto found = faults(json_lines("{\"case\":\"A\",\"event\":\"entry\",\"on\":\"2024-01-01\",\"id\":\"x\"}\n"
                                             "{\"case\":\"A\",\"event\":\"amendment\",\"on\":\"2024-01-02\"," + more + "}"));
        return found.empty() ? "" : found[0].substr(found[0].find(":2: ") + 4);
    };
    EXPECT_EQ(fault_of(R"("amends":"x","withdraw":true)"), "");
    EXPECT_EQ(fault_of(R"("amends":"x")"), "/withdraw: found nothing expected withdraw or entry");
    EXPECT_EQ(fault_of(R"("amends":"x","withdraw":false)"), "/withdraw: found false expected true, or nothing");
    EXPECT_EQ(fault_of(R"("amends":"x","withdraw":true,"entry":{"event":"entry","on":"2024-01-01"})"), "/entry: found an object expected nothing beside withdraw");
    EXPECT_EQ(fault_of(R"("amends":"x","entry":{"event":"amendment","on":"2024-01-01","amends":"x","withdraw":true})").substr(0, 33), "/entry/event: found \"amendment\" e");
    EXPECT_EQ(fault_of(R"("amends":"x","entry":{"on":"2024-01-01"})"), "/entry/event: found nothing expected a code of event");
    EXPECT_EQ(fault_of(R"("amends":"x","entry":{"event":"entry","on":"2024-01-01","on":"2024-01-01"})"), "/entry/on: found the same key again expected each key once");
    EXPECT_EQ(fault_of(R"("amends":"x","entry":{"event":"entry","on":"2024-01-01","case":"B"})"), "/entry/case: found \"B\" expected nothing, for an amendment's entry inherits it");
    EXPECT_EQ(fault_of(R"("amends":"x","entry":{"event":"entry","on":"2024-01-01","id":"y"})"), "/entry/id: found \"y\" expected nothing, for an amendment's entry inherits it");
    EXPECT_EQ(fault_of(R"("amends":"x","entry":"entry")"), "/entry: found \"entry\" expected an event as a JSON object");
    EXPECT_EQ(fault_of(R"("amends":"z","withdraw":true)"), "/amends: found \"z\" expected the id of an entry of the same case");
    EXPECT_EQ(fault_of(R"("id":"y","amends":"y","withdraw":true)"), "/amends: found \"y\" expected the id of another entry");
}

TEST(Events, AFaultInsideTheEntryOfACellHasPlaceAndPointer) {
    EXPECT_EQ(faults(csv("case,event,on,id,amends,entry\nA,entry,2024-01-01,x,,\nA,amendment,2024-01-02,,x,\"{\"\"event\"\":\"\"entry\"\",\"\"on\"\":\"\"2/1/2024\"\"}\"\nA,amendment,2024-01-02,,x,{}\n")),
              (Texts{"cases.csv:3:27: /entry/on: found \"2/1/2024\" expected a date YYYY-MM-DD", "cases.csv:4:27: /entry/event: found nothing expected a code of event",
                     "cases.csv:4:27: /entry/on: found nothing expected the day it happened"}));
}

TEST(Events, AnAmendmentIsAmendedOnlyByWithdrawingIt) {
    const std::string start = "case,event,on,id,amends,withdraw,entry\nA,entry,2024-01-01,x,,,\nA,amendment,2024-01-02,y,x,true,\n";
    EXPECT_EQ(faults(csv(start + "A,amendment,2024-01-03,z,y,oui,\nA,amendment,2024-01-04,,z,1,\n")), Texts{});
    EXPECT_EQ(faults(csv(start + "A,amendment,2024-01-03,,y,,\"{\"\"event\"\":\"\"entry\"\",\"\"on\"\":\"\"2024-01-01\"\"}\"\n")),
              Texts{"cases.csv:4:25: found \"y\" expected the id of an entry that is no amendment: an amendment is only withdrawn"});
}

TEST(Events, AnIdIsUsedOnceInAFileAndOnceInACase) {
    const std::string header = "case,event,on,id\n";
    EXPECT_EQ(faults(csv(header + "A,entry,2024-01-01,x\nB,entry,2024-01-01,x\n")),
              Texts{"cases.csv:3:20: found \"x\" expected an id used once: it stands on line 2"});
    EXPECT_EQ(faults({csv(header + "A,entry,2024-01-01,x\n", "1.csv"), csv(header + "A,team_review,2024-01-01,x\n", "2.csv")}),
              Texts{"2.csv:2:26: found \"x\" expected an id used once: it stands on line 2 of 1.csv"});
    EXPECT_EQ(faults({csv(header + "A,entry,2024-01-01,x\n", "1.csv"), csv(header + "B,entry,2024-01-01,x\n", "2.csv")}), Texts{});
}

// What cannot be read may be what is amended: one fault is not told as two.

const std::string amendment_of_9 = R"({"case":"A","event":"amendment","on":"2024-01-02","amends":"9","withdraw":true})";
const std::string unknown_9 = "/amends: found \"9\" expected the id of an entry of the same case";

TEST(Events, AnAmendmentOfWhatMayStandOnABrokenLineIsNoFault) {
    EXPECT_EQ(faults(json_lines(R"({"case":"A","event":"entry","on":"2024-01-01","id":"9",})" "\n" + amendment_of_9 + "\n")),
              Texts{"cases.jsonl:1:56: found \"}\" expected a key in quotes"});
    EXPECT_EQ(faults(json_lines(amendment_of_9 + "\n{]\n")).size(), 1u);
    EXPECT_EQ(faults(json_lines(amendment_of_9 + "\n{\"case\":\"A\xFF\",\"id\":\"9\"}\n")).size(), 1u);
    EXPECT_EQ(faults({json_lines(amendment_of_9, "1.jsonl"), csv("case,event,on,id\nA,entry,2024-01-01\n", "2.csv")}), Texts{"2.csv:2:19: found a row of 3 cells expected 4 as in the header"});
    EXPECT_EQ(faults({json_lines(amendment_of_9, "1.jsonl"), csv("case,event,on,id\nA,entry,\"2024-01-01\"x,9\n", "2.csv")}).size(), 1u);
}

TEST(Events, AnAmendmentOfWhatABrokenLineOfAnotherCaseCannotHoldIsAFault) {
    EXPECT_EQ(faults(json_lines(R"({"case":"B","event":"entry","on":"2024-01-01","id":"9",})" "\n" + amendment_of_9 + "\n")),
              (Texts{"cases.jsonl:1:56: found \"}\" expected a key in quotes", "cases.jsonl:2: " + unknown_9}));
    EXPECT_EQ(faults(json_lines(R"({"case":"A","event":"entry","on":"2024-01-00","id":"8"})" "\n" + amendment_of_9 + "\n")),
              (Texts{"cases.jsonl:1: /on: found \"2024-01-00\" expected a date YYYY-MM-DD", "cases.jsonl:2: " + unknown_9}));
}

TEST(Events, AnAmendmentOfARowWhoseIdOrCaseIsWrongIsNoFault) {
    for (const auto* wrong : {R"({"case":"A","event":"entry","on":"2024-01-01","id":9})", R"({"case":"A","event":"entry","on":"2024-01-01","Id":"9"})",
                              R"({"case":"A","event":"entry","on":"2024-01-01","id":"8","id":"9"})", R"({"event":"entry","on":"2024-01-01","id":"9"})"})
        EXPECT_EQ(faults(json_lines(std::string(wrong) + "\n" + amendment_of_9 + "\n")).size(), 1u) << wrong;
    EXPECT_EQ(faults(json_lines(R"({"event":"entry","on":"2024-01-01","id":"8"})" "\n" + amendment_of_9 + "\n")).size(), 2u);
    EXPECT_EQ(faults(json_lines(R"({"case":"A","event":"entry","on":"2024-01-01","colour":"9"})" "\n" + amendment_of_9 + "\n")).size(), 2u);
}

TEST(Events, AnAmendmentOfWhatStandsInAFileThatCannotBeReadIsNoFault) {
    EXPECT_EQ(faults({json_lines(amendment_of_9), {"no such folder/cases.csv"}}).size(), 1u);
    EXPECT_EQ(faults({json_lines(amendment_of_9), csv("case,event,on,Id\nA,entry,2024-01-01,9\n", "2.csv")}).size(), 1u);
    EXPECT_EQ(faults({json_lines(amendment_of_9), csv("case,event,on,id,colour\nA,entry,2024-01-01,8,\n", "2.csv")}).size(), 2u);
    EXPECT_EQ(faults({json_lines(amendment_of_9), json_lines("{\"format\":\"maintien-report/1\"}\n", "2.jsonl")}).size(), 1u);
}

TEST(Events, WithRejectsACaseDoesNotStayWithoutItsCorrection) {
    const std::string entry = R"({"case":"A","event":"entry","on":"2024-01-01","id":"1"})", other = R"({"case":"B","event":"entry","on":"2024-01-01"})";
    const auto result = read(json_lines(entry + "\n{]\n" + amendment_of_9 + "\n" + other + "\n"), {.keep_rejects = true});
    EXPECT_EQ(left_out(result), (Texts{"cases.jsonl:1:1: found case rejected expected every row of its case right | " + entry,
                                       "cases.jsonl:2:2: found \"]\" expected a key in quotes | {]",
                                       "cases.jsonl:3: " + unknown_9 + ", which may stand where nothing could be read | " + amendment_of_9}));
    EXPECT_EQ(result.table.cases(), 1u);
    EXPECT_EQ(result.rejected_cases, 1);
}

TEST(Events, AnAmendmentMayStandInAnotherFileThanWhatItAmends) {
    const auto amendment = json_lines(R"({"case":"A","event":"amendment","on":"2024-01-02","amends":"x","withdraw":true})", "1.jsonl");
    const auto entry = csv("case,event,on,id\nA,entry,2024-01-01,x\n", "2.csv"), other = csv("case,event,on,id\nB,entry,2024-01-01,x\n", "3.csv");
    EXPECT_EQ(faults({amendment, entry, other}), Texts{});
    EXPECT_EQ(faults({amendment, other}), Texts{"1.jsonl:1: /amends: found \"x\" expected the id of an entry of the same case"});
}

// The file as such

TEST(Events, AnotherFormatIsRefused) {
    EXPECT_EQ(faults(json_lines("{\"format\":\"maintien-report/1\"}\n{}\n")), Texts{"cases.jsonl:1: /format: found \"maintien-report/1\" expected \"maintien-events/1\""});
    EXPECT_EQ(faults(json_lines("{\"format\":\"maintien-events/1\",\"title\":\"x\"}\n")), Texts{"cases.jsonl:1: /title: found an unknown field expected format alone"});
    EXPECT_EQ(faults(json_lines(referral + "\n{\"format\":\"maintien-events/1\"}\n")).size(), 4u);
}

TEST(Events, UnknownRepeatedAndLackingColumnsAreNamedAndTheRowsCheckedAllTheSame) {
    EXPECT_EQ(faults(csv("case,evnt,on,on\nA,entry,2024-13-01,\n")),
              (Texts{"cases.csv:1:1: found no column \"event\" expected one in every table of events",
                     "cases.csv:1:6: found an unknown column \"evnt\" expected a name of maintien-events/1, perhaps \"event\"",
                     "cases.csv:1:14: found the column \"on\" again expected each column once",
                     "cases.csv:2:9: found \"2024-13-01\" expected a date YYYY-MM-DD or dd/mm/yyyy"}));
    EXPECT_EQ(faults(csv("")), Texts{"cases.csv:1:1: found no header expected the names of the columns"});
}

TEST(Events, AnUnknownColumnIsFatalWithRejectsToo) {
    EXPECT_EQ(faults(csv("case,event,on,name\nA,entry,2024-01-01,Dupont\n"), {.keep_rejects = true}).size(), 1u);
}

TEST(Events, DatesHaveOneStyleAFile) {
    EXPECT_EQ(faults(csv("case,event,on\nA,entry,01/02/2024\nB,entry,2024-02-01\n")),
              Texts{"cases.csv:3:9: found \"2024-02-01\" expected a date dd/mm/yyyy as on line 2"});
    EXPECT_EQ(faults({csv("case,event,on\nA,entry,01/02/2024\n", "1.csv"), csv("case,event,on\nB,entry,2024-02-01\n", "2.csv")}), Texts{});
}

TEST(Events, SuspiciousDatesAreRefused) {
    for (const auto* date : {"01/02/24", "1/2/2024", "31/02/2024", "2024-02-30", "2024-2-1", "2024-02-01T00:00", "01-02-2024", "20240201", "-024-01-01"})
        EXPECT_EQ(faults(csv("case,event,on\nA,entry," + std::string(date) + "\n")).size(), 1u) << date;
}

TEST(Events, PlantedFaultsAreFoundAfterEmbeddedLineEndsAndInWindows1252) {
    const std::string text = "case;event;on;employer;sex\r\nA;entry;01/02/2024;\"Soci\xE9t\xE9\r\nG\xE9n\xE9rale\";f\xE9minin\r\n\xC9;ent\xE9" "e;01/02/2024;;\r\nC;entry;01/02/2024;a\x81;\r\n";
    EXPECT_EQ(faults(csv(text)), (Texts{"cases.csv:3:11: found \"féminin\" expected a code of sex: female, male",
                                        "cases.csv:4:3: found \"entée\" expected a code of event",
                                        "cases.csv:5:21: found a byte that Windows-1252 does not define expected Windows-1252"}));
}

TEST(Events, Utf16IsNamed) { EXPECT_EQ(faults(csv(std::string("\xFF\xFE" "c\0a\0", 6))), Texts{"cases.csv:1:1: found UTF-16 expected UTF-8 or Windows-1252"}); }

TEST(Events, NulBytesAreRefused) {
    EXPECT_EQ(faults(csv(std::string("case,event,on\nA\0,entry,2024-01-01\n", 34))), Texts{"cases.csv:2:2: found a NUL byte expected text"});
    EXPECT_EQ(faults(json_lines(std::string("{\"case\":\"A\0\"}", 13))).size(), 1u);
    EXPECT_EQ(faults(json_lines(R"({"case":"A\u0000","event":"entry","on":"2024-01-01"})")).size(), 1u);
}

TEST(Events, TabsBetweenColumnsAreNamed) {
    EXPECT_EQ(faults(csv("\xEF\xBB\xBF\ncase\tevent\ton\nA\tentry\t2024-01-01\n")), Texts{"cases.csv:2:5: found a tab between the columns expected a comma or a semicolon"});
    EXPECT_EQ(faults(csv("case\tevent\ton\nA\tentry\t2024-01-01\n"), {.keep_rejects = true}).size(), 1u);
    EXPECT_EQ(faults(csv("case,event\t,on\nA\t,entry,2024-01-01\n")), Texts{});
}

TEST(Events, AMissingFileIsNamedAndTheOthersAreChecked) {
    const auto found = faults({{"no such folder/cases.csv"}, csv("case,event,on\nA,entry,x\n")});
    ASSERT_EQ(found.size(), 2u);
    EXPECT_TRUE(found[0].starts_with("no such folder/cases.csv: found ")) << found[0];
}

TEST(Events, ARecordBeyondTheLimitEndsTheReading) {
    const std::string cell(longest_record + 10, 'x');
    EXPECT_EQ(faults(csv("case,event,on\nA,entry,2024-01-01\nB," + cell + ",\nC,x,y\n")),
              Texts{"cases.csv:3:1: found a record longer than 16 MiB expected a line end before"});
    EXPECT_EQ(faults(json_lines(referral + "\n{\"case\":\"" + cell + "\"}\n")), Texts{"cases.jsonl:2:1: found a record longer than 16 MiB expected a line end before"});
}

TEST(Events, AQuoteThatIsNeverClosedIsFoundInALongFileToo) {
    std::string text = "case,event,on,employer\nA,entry,2024-01-01,\"x\n";
    while (text.size() < longest_record + (std::size_t{3} << 20)) text += "B,team_review,2024-01-01,y\n";
    EXPECT_EQ(faults(csv(text)), Texts{"cases.csv:2:20: found a quote that is never closed expected a closing quote"});
}

// Rejects

TEST(Events, WithRejectsACaseWithABadRowIsLeftOutWhole) {
    const auto result = read(csv("case,service,event,on\n"
                                 "A,s,entry,2024-01-01\nB,s,entry,2024-01-01\nA,s,entree,2024-01-02\nA,t,entry,2024-01-01\n,s,entry,2024-01-05\nA,s,team_review,2024-01-03\n"),
                             {.keep_rejects = true});
    EXPECT_EQ(events_of(result.table), (Texts{R"({"case":"A","event":"entry","on":"2024-01-01","service":"t"})", R"({"case":"B","event":"entry","on":"2024-01-01","service":"s"})"}));
    EXPECT_EQ(result.table.cases(), 2u);
    EXPECT_EQ(result.rejected_cases, 1);
    EXPECT_EQ(result.rejected_rows, 4);
    EXPECT_EQ(left_out(result), (Texts{"cases.csv:2:1: found case rejected expected every row of its case right | A,s,entry,2024-01-01",
                                       "cases.csv:4:5: found \"entree\" expected a code of event, perhaps \"entry\" | A,s,entree,2024-01-02",
                                       "cases.csv:6:1: found nothing expected the number of the case | ,s,entry,2024-01-05",
                                       "cases.csv:7:1: found case rejected expected every row of its case right | A,s,team_review,2024-01-03"}));
}

TEST(Events, RejectsReachAcrossFilesAndDialects) {
    const auto result = read({json_lines(referral + "\n{\"event\":x,\"case\":\"B\"\n", "1.jsonl"), csv("case,event,on\nB,entry,2024-01-01\nA,entry\nC,entry,2024-01-01\n", "2.csv")},
                             {.keep_rejects = true});
    EXPECT_EQ(result.rejected_cases, 2);
    EXPECT_EQ(result.table.cases(), 1u);
    const auto lines = left_out(result);
    ASSERT_EQ(lines.size(), 4u);
    EXPECT_TRUE(lines[0].starts_with("1.jsonl:1:1: found case rejected"));
    EXPECT_TRUE(lines[1].starts_with("1.jsonl:2:10: /event: found \"x\""));
    EXPECT_TRUE(lines[2].starts_with("2.csv:2:1: found case rejected"));
    EXPECT_TRUE(lines[3].starts_with("2.csv:3:8: found a row of 2 cells"));
}

TEST(Events, FaultsThatOnlyTheWholeTellsCostTheirCases) {
    const auto result = read(csv("case,event,on,id,amends,withdraw\nA,entry,2024-01-01,x,,\nB,entry,2024-01-01,x,,\nC,amendment,2024-01-01,,q,1\nD,entry,2024-01-01,y,,\n"), {.keep_rejects = true});
    EXPECT_EQ(events_of(result.table), Texts{R"({"case":"D","event":"entry","id":"y","on":"2024-01-01"})"});
    EXPECT_EQ(result.rejected_cases, 3);
    EXPECT_EQ(result.rejects.size(), 3u);
}

TEST(Events, BothRowsOfAnIdUsedTwiceAreRejectedAtTheId) {
    const auto row = [](const std::string& number) { return R"({"case":")" + number + R"(","event":"entry","on":"2024-01-01","id":"1"})"; };
    EXPECT_EQ(left_out(read(json_lines(row("A") + "\n" + row("B") + "\n"), {.keep_rejects = true})),
              (Texts{"cases.jsonl:1: /id: found \"1\" expected an id used once | " + row("A"),
                     "cases.jsonl:2: /id: found \"1\" expected an id used once: it stands on line 1 | " + row("B")}));
    EXPECT_EQ(left_out(read(csv("case,event,on,id\nA,entry,2024-01-01,1\nB,entry,2024-01-01,1\n"), {.keep_rejects = true})),
              (Texts{"cases.csv:2:20: found \"1\" expected an id used once | A,entry,2024-01-01,1",
                     "cases.csv:3:20: found \"1\" expected an id used once: it stands on line 2 | B,entry,2024-01-01,1"}));
}

TEST(Events, ARejectedRowShowsEverythingThatIsWrongWithItInUtf8) {
    const auto result = read(csv("case;event;on;sex\n\xC9;entry;x;\xE9\n"), {.keep_rejects = true});
    ASSERT_EQ(result.rejects.size(), 1u);
    EXPECT_EQ(result.rejects[0].row, "É;entry;x;é");
    EXPECT_EQ(result.rejects[0].problem.found, "\"x\"; \"é\"");
}

TEST(Events, WithoutABadRowRejectsChangeNothing) {
    const auto result = read(json_lines(referral), {.keep_rejects = true});
    EXPECT_EQ(result.table.size(), 1u);
    EXPECT_TRUE(result.rejects.empty());
}

TEST(Events, AFileIsReadTwiceFromTheDisk) {
    const auto path = testing::TempDir() + "events_test_twice.csv";
    std::ofstream(path) << "case,event,on\nA,entry,2024-01-01\nA,entry,x\nB,entry,2024-01-01\n";
    const auto result = read(Source{path}, {.keep_rejects = true});
    EXPECT_EQ(result.table.cases(), 1u);
    EXPECT_EQ(result.rejected_rows, 2);
}

// The same whatever the spelling, the order and the threads

/// A register of many cases with all that makes reading hard, as rows of cells.
std::vector<Texts> many_rows(std::size_t count) {
    std::vector<Texts> rows;
    for (std::size_t i = 0; i < count; ++i) {
        const auto number = std::to_string(i / 3), id = std::string("e").append(number), name = std::string("N° ").append(number);
        const auto day = std::string("0").append(std::to_string(1 + i % 9)).append("/03/2024");
        if (i % 3 == 0) rows.push_back({name, "referral", day, id, "Société \"X\"\nLyon ; été", "return_visit", "", "", "oui"});
        if (i % 3 == 1) rows.push_back({name, "action_plan", day, "", "", "", "", "medical|social", ""});
        if (i % 3 == 2) rows.push_back({name, "amendment", day, "", "", "", id, "", ""});
    }
    return rows;
}

std::string table_text(const std::vector<Texts>& rows, char delimiter, const std::string& line_end) {
    std::string text;
    const auto add = [&](const Texts& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i != 0) text += delimiter;
            const bool quotes = cells[i].find_first_of(";,\t\"\n") != std::string::npos;
            if (quotes) text += '"';
            for (const char c : cells[i]) text.append(c == '"' ? 2 : 1, c);
            if (quotes) text += '"';
        }
        text += line_end;
    };
    add({"case", "event", "on", "id", "employer", "origin", "amends", "aspect", "consent", "withdraw"});
    for (auto row : rows) {
        row.push_back(row[1] == "amendment" ? "true" : "");
        add(row);
    }
    return text;
}

std::string in_windows_1252(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        out += byte < 0x80 ? text[i] : static_cast<char>((byte & 3) << 6 | (static_cast<unsigned char>(text[++i]) & 0x3F));
    }
    return out;
}

TEST(Events, EncodingLineEndsDelimiterAndMarkChangeNothing) {
    const auto rows = many_rows(300);
    const auto plain = table_text(rows, ',', "\n");
    const auto expected = written(read(csv(plain)).table);
    for (const auto& text : {"\xEF\xBB\xBF" + plain, table_text(rows, ';', "\r\n"), in_windows_1252(plain),
                             in_windows_1252(table_text(rows, ';', "\r\n")), plain.substr(0, plain.size() - 1)})
        EXPECT_EQ(written(read(csv(text)).table), expected);
    EXPECT_EQ(written(read(json_lines(expected)).table), expected);
}

TEST(Events, ShufflingAndSplittingChangeOnlyTheOrder) {
    auto rows = many_rows(300);
    const auto expected = events_of(read(csv(table_text(rows, ',', "\n"))).table);
    std::vector<Texts> even, odd;
    for (std::size_t i = 0; i < rows.size(); ++i) (i % 2 == 0 ? even : odd).push_back(rows[i]);
    EXPECT_EQ(events_of(read({csv(table_text(odd, ';', "\r\n"), "1.csv"), csv(table_text(even, ',', "\n"), "2.csv")}).table), expected);
    std::reverse(rows.begin(), rows.end());
    EXPECT_EQ(events_of(read(csv(table_text(rows, ',', "\n"))).table), expected);
}

TEST(Events, ThreadsAndBlocksDoNotShow) {
    const auto rows = many_rows(90000);
    const auto text = table_text(rows, ',', "\n");
    ASSERT_GT(text.size(), std::size_t{3} << 20);
    const auto one = read(csv(text), {.threads = 1}), four = read(csv(text), {.threads = 4});
    EXPECT_TRUE(written(one.table) == written(four.table));
    EXPECT_EQ(one.table.case_number, four.table.case_number);
    EXPECT_EQ(one.table.first_value, four.table.first_value);
    EXPECT_TRUE(written(read(json_lines(written(one.table)), {.threads = 3}).table) == written(one.table));
}

TEST(Events, BlocksAreCutBetweenRecordsAndNotInsideQuotes) {
    const std::string filling(300, 'x');
    std::string text = "case,event,on,worker\n", expected;
    for (int i = 0; i < 12000; ++i) {
        const auto number = std::to_string(i);
        const bool quoted = i % 3 == 0;
        text += number + ",entry,2024-01-01," + (quoted ? "\"" + filling + "\n\"\"" + number + "\"" : filling) + "\n";
        expected += R"({"case": ")" + number + R"(", "event": "entry", "on": "2024-01-01", "worker": ")" + filling + (quoted ? "\\n\\\"" + number : "") + "\"}\n";
    }
    ASSERT_GT(text.size(), std::size_t{3} << 20);
    const auto table = read(csv(text), {.threads = 2}).table;
    EXPECT_TRUE(written(table) == written(read(json_lines(expected)).table));
    text += "12000,entry,2024-01-01,\"never closed\n12001,entry\n";
    EXPECT_EQ(faults(csv(text)), (Texts{"cases.csv:16002:24: found a quote that is never closed expected a closing quote",
                                        "cases.csv:16003:12: found a row of 2 cells expected 4 as in the header"}));
}

TEST(Events, HeadwayIsToldInBytes) {
    const auto text = table_text(many_rows(90000), ',', "\n");
    std::vector<std::uint64_t> told;
    read(csv(text), {.threads = 2, .headway = [&](std::uint64_t bytes) { told.push_back(bytes); }});
    EXPECT_GE(told.size(), 3u);
    EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
    EXPECT_EQ(told.back(), text.size());
}

TEST(Events, FaultsOfALongFileAreTheSameOnAnyNumberOfThreads) {
    auto rows = many_rows(90000);
    for (std::size_t i = 1000; i < rows.size(); i += 7000) rows[i][1] = "entrée";
    rows[80000][2] = "2024-03-01";
    rows[40000][2] = "2024-03-01";
    const auto text = table_text(rows, ';', "\r\n");
    const auto one = faults(csv(text), {.threads = 1}), four = faults(csv(text), {.threads = 4});
    EXPECT_EQ(one, four);
    EXPECT_GE(one.size(), 15u);
    const auto kept_one = read(csv(text), {true, 1}), kept_four = read(csv(text), {true, 4});
    EXPECT_TRUE(written(kept_one.table) == written(kept_four.table));
    EXPECT_EQ(left_out(kept_one), left_out(kept_four));
    EXPECT_EQ(kept_one.table.cases() + static_cast<std::size_t>(kept_one.rejected_cases), 30000u);
}

// Hostile input

RC_GTEST_PROP(Events, AnyBytesAreReadOrRefused, (const std::string& bytes, bool table, bool keep_rejects)) {
    try {
        read(table ? csv(bytes) : json_lines(bytes), {.keep_rejects = keep_rejects, .threads = 1});
    } catch (const DocumentError& error) {
        RC_ASSERT(error.problems.total > 0);
    }
}

RC_GTEST_PROP(Events, ADamagedFileIsReadOrRefusedAtAPlaceInIt, (bool table)) {
    auto text = table ? table_text(many_rows(6), ',', "\n") : written(read(csv(table_text(many_rows(6), ',', "\n"))).table);
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 2;
    for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
        const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
        const auto what = *rc::gen::inRange(0, 3);
        if (what == 0) text[at] = *rc::gen::element('"', ',', '\n', '\r', '{', '}', '\\', 'x', '\xE9', '\0');
        if (what == 1) text.erase(at, *rc::gen::inRange<std::size_t>(1, 20));
        if (what == 2) text.insert(at, *rc::gen::element<std::string>("\"", ",", "\n", "é", "|", "[", "null"));
        if (text.empty()) text = "x";
    }
    const auto source = table ? csv(text) : json_lines(text);
    try {
        const auto result = read(source, {.threads = 1});
        RC_ASSERT(written(read(json_lines(written(result.table))).table) == written(result.table));
    } catch (const DocumentError& error) {
        for (const auto& problem : error.problems.first) RC_ASSERT(problem.line <= lines + 2 && !problem.found.empty() && !problem.expected.empty());
        try {
            const auto kept = read(source, {.keep_rejects = true, .threads = 1});
            RC_ASSERT(!kept.rejects.empty());
        } catch (const DocumentError&) {  // a fault of the file as such
        }
    }
}

}  // namespace

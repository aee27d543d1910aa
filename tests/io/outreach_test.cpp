#include "maintien/io/outreach.hpp"

#include <gtest/gtest.h>

namespace maintien::io {
namespace {

std::vector<CollectiveAction> actions_in(std::string text) { return read_outreach({"actions.jsonl", std::move(text)}); }

std::vector<std::string> outreach_faults(std::string text) {
    std::vector<std::string> texts;
    try {
        actions_in(std::move(text));
    } catch (const DocumentError& error) {
        for (const auto& problem : error.problems.first) texts.push_back(text_of(problem));
    }
    return texts;
}

const std::string least = R"({"action": "1", "title": "t", "outreach_kind": "awareness", "on": "2024-03-04"})";

TEST(Outreach, EveryFieldIsRead) {
    const auto actions = actions_in(
        R"({"format": "maintien-outreach/1"})"
        "\n\n"
        R"({"action": "2.5.1.2", "title": "Réunion", "outreach_kind": "information_meeting", "on": "2024-03-04", "audience": ["employers", "workers"], "pilot": "SST", )"
        R"("contributors": ["Carsat"], "themes": ["a", "b"], "participants": {"workers": 3, "employers": 0}, "source_documents": ["attendance_sheet"], "deliverable": "Livret", )"
        R"("log": [{"on": "2024-01-02", "change": "c", "reason": "r"}]})"
        "\r\n");
    ASSERT_EQ(actions.size(), 1u);
    const auto& action = actions[0];
    EXPECT_EQ(action.action.text, "2.5.1.2");
    EXPECT_EQ(action.title, "Réunion");
    EXPECT_EQ(action.kind, OutreachKind::information_meeting);
    EXPECT_EQ(action.on, make_day(2024, 3, 4));
    EXPECT_EQ(action.audience, (CodeSet<ParticipantKind>{ParticipantKind::workers, ParticipantKind::employers}));
    EXPECT_EQ(action.pilot, "SST");
    EXPECT_EQ(action.contributors, std::vector<std::string>{"Carsat"});
    EXPECT_EQ(action.themes, (std::vector<std::string>{"a", "b"}));
    ASSERT_TRUE(action.participants);
    EXPECT_EQ(total_of(*action.participants), 3);
    EXPECT_EQ(action.source_documents, CodeSet<SourceDocument>{SourceDocument::attendance_sheet});
    EXPECT_TRUE(action.has_deliverable);
    EXPECT_EQ(action.deliverable, "Livret");
    ASSERT_EQ(action.log.size(), 1u);
    EXPECT_EQ(action.log[0].on, make_day(2024, 1, 2));
    EXPECT_EQ(action.log[0].change, "c");
    EXPECT_EQ(action.log[0].reason, "r");
}

TEST(Outreach, WhatIsNotRequiredMayBeAbsentOrNull) {
    const auto bare = actions_in(least).at(0);
    EXPECT_FALSE(bare.participants);
    EXPECT_FALSE(bare.has_deliverable);
    EXPECT_FALSE(bare.kind == OutreachKind::information_meeting);
    const auto null = actions_in(least.substr(0, least.size() - 1) + R"(, "participants": null, "audience": null, "deliverable": null, "pilot": null, "log": null})").at(0);
    EXPECT_FALSE(null.participants);
    EXPECT_TRUE(null.log.empty());
}

TEST(Outreach, ADeliverableMayHaveNoName) {
    const auto with = [](const std::string& value) { return actions_in(least.substr(0, least.size() - 1) + R"(, "deliverable": )" + value + "}").at(0).has_deliverable; };
    EXPECT_TRUE(with("true"));
    EXPECT_FALSE(with("false"));
}

TEST(Outreach, EveryFaultIsCollectedWithItsLineAndPointer) {
    const auto found = outreach_faults(
        "{\"action\": \"1\", \"title\": \" \", \"outreach_kind\": \"awarenes\", \"on\": \"2024-02-30\", \"them\": []}\n"
        "{\"action\": \"1\", \"outreach_kind\": \"tool\", \"on\": 3, \"title\": \"a\", \"title\": \"b\"}\n"
        "{\"action\": \"2\"\n" +
        least.substr(0, least.size() - 1) +
        ", \"participants\": {\"worker\": 2, \"trainees\": -1, \"workers\": 1.5}, \"audience\": [\"workers\", \"workers\", 3], \"source_documents\": {}, \"log\": [{\"on\": \"2024-01-01\", \"why\": \"x\"}, 3]}\n");
    EXPECT_EQ(found, (std::vector<std::string>{
                         "actions.jsonl:1: /them: found an unknown field expected a field of maintien-outreach/1, perhaps \"themes\"",
                         "actions.jsonl:1: /title: found \" \" expected a text that is not empty",
                         "actions.jsonl:1: /outreach_kind: found \"awarenes\" expected a code of outreach_kind, perhaps \"awareness\"",
                         "actions.jsonl:1: /on: found \"2024-02-30\" expected a date YYYY-MM-DD",
                         "actions.jsonl:2: /title: found the same key again expected each key once",
                         "actions.jsonl:2: /on: found 3 expected a date YYYY-MM-DD",
                         "actions.jsonl:2: /action: found \"1\" expected each action once: it stands on line 1",
                         "actions.jsonl:3:15: found the end expected a comma or a closing brace",
                         "actions.jsonl:4: /audience/1: found \"workers\" expected each code once",
                         "actions.jsonl:4: /audience/2: found 3 expected a code of participant_kind",
                         "actions.jsonl:4: /participants/worker: found an unknown field expected a code of participant_kind, perhaps \"workers\"",
                         "actions.jsonl:4: /participants/trainees: found -1 expected a whole number from 0 to 9999999",
                         "actions.jsonl:4: /participants/workers: found 1.5 expected a whole number from 0 to 9999999",
                         "actions.jsonl:4: /source_documents: found an object expected an array",
                         "actions.jsonl:4: /log/0/why: found an unknown field expected a field of maintien-outreach/1",
                         "actions.jsonl:4: /log/0/change: found nothing expected what changed",
                         "actions.jsonl:4: /log/0/reason: found nothing expected why it changed",
                         "actions.jsonl:4: /log/1: found 3 expected an object with on, change and reason",
                         "actions.jsonl:4: /action: found \"1\" expected each action once: it stands on line 1"}));
}

TEST(Outreach, AnotherFormatEndsTheReading) {
    EXPECT_EQ(outreach_faults("{\"format\": \"maintien-events/1\"}\n{\"case\": \"1\"}\n"),
              std::vector<std::string>{"actions.jsonl:1: /format: found \"maintien-events/1\" expected \"maintien-outreach/1\""});
}

}  // namespace
}  // namespace maintien::io

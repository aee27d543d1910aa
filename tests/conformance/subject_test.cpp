#include "maintien/conformance/subject.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "maintien/conformance/answer.hpp"
#include "maintien/conformance/run.hpp"
#include "maintien/io/text_file.hpp"
#include "maintien/protocol/built_in/all.hpp"

namespace maintien {
namespace {

Scenario asked_about(const std::string& rest) {
    const std::string head = R"({"format": "maintien-scenario/1", "title": {"fr": "refus", "en": "refusal"}, "protocol": "common_core/1", "as_of": "2024-03-10",
        "entries": [{"case": "1", "service": "s", "event": "referral", "on": "2024-03-04", "origin": "return_visit", "consent": true}], )";
    auto scenarios = read_scenarios({"s.json", head + rest + "}"});
    return std::move(scenarios.at(0));
}

const std::string early_entry = R"("then": {"case": "1", "service": "s", "event": "entry", "on": "2024-03-08"}, "expect": {"stage": "referred", "refused": [{"rule": "entry"}],
    "agenda": [{"rule": "contact_within_15_days", "due": "2024-03-19"}], "report": [{"indicator": "referrals", "numerator": 1, "value": 1}]})";

/// What the engine answers when it is asked by a line and answers by a line, as a program of another language is.
Expectation told_over_the_wire(const Scenario& scenario) {
    const auto questions = read_questions({"q", question_line(scenario)});
    const auto& question = questions.at(0);
    return parse_answer(answer_line(answer_of(question, built_in_versions(question.protocol))), "a");
}

TEST(Subject, AQuestionTellsTheSituationAndNothingOfWhatIsExpected) {
    const auto question = nlohmann::ordered_json::parse(question_line(asked_about(early_entry)));
    EXPECT_EQ(question.dump(), R"({"format":"maintien-question/1","protocol":"common_core/1","as_of":"2024-03-10",)"
                               R"("entries":[{"case":"1","event":"referral","on":"2024-03-04","origin":"return_visit","consent":true,"service":"s"}],)"
                               R"("then":{"case":"1","event":"entry","on":"2024-03-08","service":"s"},"asked":["stage","accepted","refused","agenda","report"],)"
                               R"("rows":[{"indicator":"referrals","variant":null,"category":null}]})");
}

TEST(Subject, TheQuestionsOfTheStoriesAreThoseOfTheGoldenFile) {
    const std::filesystem::path source{MAINTIEN_SOURCE_DIR};
    std::vector<std::filesystem::path> stories;
    for (const auto& file : std::filesystem::directory_iterator(source / "tests/conformance/scenarios/stories")) stories.push_back(file.path());
    std::sort(stories.begin(), stories.end());
    std::string lines;
    for (const auto& story : stories) lines += question_line(read_scenarios({story.string()}).at(0)) + "\n";
    EXPECT_EQ(lines, io::read_whole({(source / "tests/golden/conformance/questions.jsonl").string()}))
        << "write them again: maintien conform tests/conformance/scenarios/stories --questions tests/golden/conformance/questions.jsonl";
}

TEST(Subject, TheSameIsAskedWhetherAnEntryIsAcceptedOrRefused) {
    const std::string then = R"("then": {"case": "1", "service": "s", "event": "team_review", "on": "2024-03-08"}, )";
    const auto accepted = question_line(asked_about(then + R"("expect": {"accepted": true})"));
    EXPECT_EQ(accepted, question_line(asked_about(then + R"("expect": {"accepted": false})")));
    EXPECT_EQ(accepted, question_line(asked_about(then + R"("expect": {"refused": [{"rule": "team_review"}]})")));
}

TEST(Subject, TheEngineAnswersTheWholeKitOverTheWire) {
    std::size_t count = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator(std::filesystem::path(MAINTIEN_SOURCE_DIR) / "tests/conformance/scenarios")) {
        if (!file.is_regular_file()) continue;
        for (const auto& scenario : read_scenarios({file.path().string()})) {
            ++count;
            const auto found = mismatches_of(told_over_the_wire(scenario), scenario.expect);
            EXPECT_TRUE(found.empty()) << scenario.place << ": " << found.front().what << ", " << found.front().found;
        }
    }
    EXPECT_GT(count, 2000u);
}

TEST(Subject, AnswersComeThroughUnchanged) {
    EXPECT_TRUE(mismatches_of(told_over_the_wire(asked_about(early_entry)), asked_about(early_entry).expect).empty());
    const std::string line = R"({"stage": null, "accepted": false, "refused": [{"rule": "relay"}], "agenda": [{"rule": "follow_up", "due": "2025-03-19"}], )"
                             R"("report": [{"indicator": "referrals", "variant": "persons", "category": null, "numerator": 2, "denominator": null}]})";
    EXPECT_EQ(answer_line(parse_answer(line, "a")), line);
    const std::string stratum = R"({"report": [{"indicator": "referrals", "variant": null, "category": null, "by": {"sex": "female"}, "value": 1, "method": null, "unit": "cases", "excluded": {"a": 1}}]})";
    EXPECT_EQ(answer_line(parse_answer(stratum, "a")), stratum);
    const auto by = asked_about(R"("expect": {"report": [{"indicator": "referrals", "by": {"origin": "return_visit"}, "numerator": 1, "unit": "cases"}]})");
    EXPECT_TRUE(question_line(by).ends_with(R"("rows": [{"indicator": "referrals", "variant": null, "category": null, "by": {"origin": "return_visit"}}]})")) << question_line(by);
    EXPECT_TRUE(mismatches_of(told_over_the_wire(by), by.expect).empty());
    EXPECT_EQ(answer_line({}), "{}");
}

std::vector<std::string> faults_in_questions(const std::string& text) {
    std::vector<std::string> faults;
    try {
        read_questions({"q", text});
    } catch (const io::DocumentError& error) {
        for (const auto& problem : error.problems.first) faults.push_back(text_of(problem));
    }
    return faults;
}

TEST(Subject, BadQuestionsAreNamedByTheirPlace) {
    const auto line = question_line(asked_about(early_entry));
    EXPECT_TRUE(faults_in_questions(line + "\n\n" + line).empty());
    auto other = line;
    other.replace(other.find("\"stage\""), 7, "\"luck\"");
    EXPECT_EQ(faults_in_questions(line + "\n" + other), std::vector<std::string>{"q:2: /asked/0: found \"luck\" expected stage, accepted, refused, agenda or report"});
    auto expects = line;
    expects.insert(expects.size() - 1, R"(, "expect": {})");
    EXPECT_EQ(faults_in_questions(expects).size(), 1u);
    EXPECT_FALSE(faults_in_questions("not json").empty());
}

}  // namespace
}  // namespace maintien

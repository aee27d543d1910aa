#include "maintien/conformance/scenario.hpp"

#include <gtest/gtest.h>

namespace maintien {
namespace {

const std::string scenario_head = R"({"format": "maintien-scenario/1", "title": {"fr": "t", "en": "t"}, "protocol": "common_core/1", "as_of": "2024-03-10", )";
const std::string scenario_referral = R"({"case": "1", "event": "referral", "on": "2024-03-04", "origin": "return_visit", "id": "a"})";

std::vector<std::string> scenario_faults(std::string text, std::string name = "s.json") {
    std::vector<std::string> texts;
    try {
        read_scenarios({std::move(name), std::move(text)});
    } catch (const io::DocumentError& error) {
        for (const auto& problem : error.problems.first) texts.push_back(text_of(problem));
    }
    return texts;
}

TEST(Scenario, EverythingIsRead) {
    const auto scenarios = read_scenarios({"s.json", scenario_head + "\"entries\": [\n" + scenario_referral + R"(], "then": {"case": "1", "event": "relay", "on": "2024-03-05",
        "partner": "cpam"}, "expect": {"stage": null, "refused": [{"rule": "relay"}], "agenda": [{"rule": "contact_within_15_days", "due": "2024-03-19"}],
        "report": [{"indicator": "referrals", "variant": null, "category": null, "numerator": 1, "value": 1.5e0, "lower": null}]}})"});
    ASSERT_EQ(scenarios.size(), 1u);
    const auto& scenario = scenarios[0];
    EXPECT_EQ(scenario.place, "s.json");
    EXPECT_EQ(scenario.protocol, "common_core/1");
    EXPECT_EQ(scenario.as_of, make_day(2024, 3, 10));
    EXPECT_EQ(scenario.entries.size(), 1u);
    ASSERT_TRUE(scenario.then);
    EXPECT_EQ(scenario.then->event.at(0), Event::relay);
    EXPECT_EQ(scenario.expect.stage, std::optional<MaybeStage>{std::in_place});
    EXPECT_EQ(scenario.expect.accepted, false);
    EXPECT_EQ(scenario.expect.refused, std::vector<std::string>{"relay"});
    EXPECT_EQ(scenario.expect.deadlines, (std::vector<ExpectedDeadline>{{"contact_within_15_days", make_day(2024, 3, 19)}}));
    ASSERT_EQ(scenario.expect.figures.size(), 1u);
    EXPECT_EQ(scenario.expect.figures[0].indicator, "referrals");
    EXPECT_EQ(scenario.expect.figures[0].numbers.size(), 3u);
    EXPECT_EQ(scenario.expect.figures[0].numbers[1].second, 1.5);
    EXPECT_EQ(scenario.expect.figures[0].numbers[2].second, std::nullopt);
}

TEST(Scenario, ARowOfAReportMayBeCopiedWhole) {
    const auto scenarios = read_scenarios({"s.json", scenario_head + R"("entries": [], "expect": {"report": [{"indicator": "referrals", "variant": null, "category": null, "by": {"sex": "female"},
        "numerator": 1, "denominator": null, "value": 1, "lower": null, "upper": null, "bound_lower": null, "bound_upper": null, "method": null, "unit": "cases",
        "verdict": null, "excluded": {"no_day": 2}, "null_reason": null}]}})"});
    const auto& figure = scenarios.at(0).expect.figures.at(0);
    EXPECT_EQ(figure.by, (std::map<std::string, std::string>{{"sex", "female"}}));
    EXPECT_EQ(figure.numbers.size(), 7u);
    EXPECT_EQ(figure.texts, (std::vector<std::pair<std::string, std::optional<std::string>>>{{"method", {}}, {"unit", "cases"}, {"verdict", {}}, {"null_reason", {}}}));
    EXPECT_EQ(figure.excluded, (std::map<std::string, std::int64_t>{{"no_day", 2}}));
}

TEST(Scenario, WhatNoRowOfAReportHasIsRefused) {
    EXPECT_EQ(scenario_faults(scenario_head + R"("entries": [], "expect": {"report": [{"indicator": "referrals", "variant": 1, "unit": 2, "by": {"luck": "x", "sex": 1},
        "excluded": {"a": 1.5, "b": -1, "c": 99999999999999999999}, "luck": 1}, {"indicator": "referrals", "by": [], "excluded": 3}]}})"),
              (std::vector<std::string>{"s.json: /expect/report/0/variant: found 1 expected a text or null", "s.json: /expect/report/0/unit: found 2 expected a text or null",
                                        "s.json: /expect/report/0/by/luck: found \"luck\" expected what a report is divided by: service, centre, physician, manager, sex, age_band, sector, "
                                        "workforce, occupation, origin, cause, nature, year, quarter, month",
                                        "s.json: /expect/report/0/by/sex: found 1 expected a text", "s.json: /expect/report/0/excluded/a: found 1.5 expected a whole number",
                                        "s.json: /expect/report/0/excluded/b: found -1 expected a whole number",
                                        "s.json: /expect/report/0/excluded/c: found 99999999999999999999 expected a whole number",
                                        "s.json: /expect/report/0/luck: found an unknown field expected a field of a row of maintien-report/1",
                                        "s.json: /expect/report/1/by: found an array expected a stratum as an object",
                                        "s.json: /expect/report/1/excluded: found 3 expected an object of reasons and how many they are"}));
}

TEST(Scenario, SeveralStandOneALine) {
    const auto line = scenario_head + R"("entries": [], "expect": {"stage": null}})";
    const auto scenarios = read_scenarios({"s.jsonl", line + "\n\n" + line + "\n"});
    ASSERT_EQ(scenarios.size(), 2u);
    EXPECT_EQ(scenarios[1].place, "s.jsonl:3");
    EXPECT_EQ(scenarios[1].entries.size(), 0u);
    EXPECT_FALSE(scenarios[1].then);
}

TEST(Scenario, EveryFaultOfALineNamesTheLine) {
    const auto line = scenario_head + R"("entries": [{"case": "1"}], "title": 1, "expect": {"stage": null}})";
    EXPECT_EQ(scenario_faults("\n" + line + "\n{\n", "s.jsonl"),
              (std::vector<std::string>{"s.jsonl:2: /title: found the same key again expected each key once", "s.jsonl:2: /entries/0/event: found nothing expected a code of event",
                                        "s.jsonl:2: /entries/0/on: found nothing expected the day it happened", "s.jsonl:3:2: found the end expected a key in quotes"}));
}

TEST(Scenario, AProposedAmendmentNamesARecordedEntry) {
    const auto scenarios = read_scenarios({"s.json", scenario_head + "\"entries\": [" + scenario_referral + R"(], "then": {"case": "1", "event": "amendment", "on": "2024-03-05", "amends": "a", "withdraw": true}, "expect": {"accepted": true}})"});
    EXPECT_EQ(scenarios.at(0).then->event.at(0), Event::amendment);
}

TEST(Scenario, FaultsAreCollectedWithTheirPointers) {
    EXPECT_EQ(scenario_faults(R"({"format": "maintien-scenario/2", "title": {"fr": "t"}, "protocol": "", "as_of": "2024-02-30", "entries": [{"case": "1", "event": "entry", "on": "2024-13-01"}, 3],
        "then": {"case": "1", "event": "relay", "on": "2024-03-01"}, "expect": {"stage": "nowhere", "refused": [], "luck": 1}, "note": 1})"),
              (std::vector<std::string>{"s.json: /format: found \"maintien-scenario/2\" expected \"maintien-scenario/1\"",
                                        "s.json: /note: found an unknown field expected a field of maintien-scenario/1",
                                        "s.json: /title/en: found nothing expected a title in English",
                                        "s.json: /protocol: found \"\" expected the name of a protocol",
                                        "s.json: /as_of: found \"2024-02-30\" expected a day of the calendar, YYYY-MM-DD",
                                        "s.json: /entries/0/on: found \"2024-13-01\" expected a date YYYY-MM-DD",
                                        "s.json: /entries/1: found \"3\" expected a JSON object",
                                        "s.json: /then/partner: found nothing expected partner, which relay requires",
                                        "s.json: /expect/luck: found an unknown field expected a field of maintien-scenario/1",
                                        "s.json: /expect/stage: found \"nowhere\" expected a code of stage, or null before any",
                                        "s.json: /expect/refused: found an array expected at least one rule"}));
}

TEST(Scenario, NullMeansAbsentButOfAStage) {
    const auto scenarios = read_scenarios({"s.json", scenario_head + R"("entries": [], "then": null, "expect": {"stage": null, "accepted": null, "refused": null, "agenda": null, "report": null}})"});
    const auto& expect = scenarios.at(0).expect;
    EXPECT_FALSE(scenarios[0].then);
    EXPECT_TRUE(expect.stage && !expect.accepted && !expect.deadlines && expect.refused.empty() && expect.figures.empty());
    EXPECT_EQ(scenario_faults(scenario_head + R"("entries": null, "then": null, "expect": {"accepted": true}})"),
              (std::vector<std::string>{"s.json: /entries: found nothing expected an array of entries", "s.json: /then: found nothing expected the entry that is accepted or refused"}));
    EXPECT_EQ(scenario_faults(scenario_head + R"("entries": [], "expect": {"agenda": null}})"), std::vector<std::string>{"s.json: /expect: found an object expected something that is expected"});
}

TEST(Scenario, WhatIsAcceptedMustBeProposed) {
    EXPECT_EQ(scenario_faults(scenario_head + R"("entries": [], "expect": {"accepted": true}})"), std::vector<std::string>{"s.json: /then: found nothing expected the entry that is accepted or refused"});
    EXPECT_EQ(scenario_faults(scenario_head + R"("entries": [], "expect": {}})").size(), 1u);
    EXPECT_EQ(scenario_faults("{\n", "s.jsonl").size(), 1u);
}

}  // namespace
}  // namespace maintien

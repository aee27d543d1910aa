#include "maintien/conformance/run.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "maintien/indicators/make_report.hpp"
#include "maintien/io/report_document.hpp"
#include "maintien/protocol/built_in/all.hpp"
#include "support/scenario_kit.hpp"

namespace maintien {
namespace {

const std::filesystem::path kit_folder = std::filesystem::path(MAINTIEN_SOURCE_DIR) / "tests/conformance/scenarios";

std::vector<std::filesystem::path> kit_files(const std::string& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(kit_folder / folder)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::string content_of(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// Runs every scenario of a folder and gives how many there were.
std::size_t run_folder(const std::string& folder) {
    std::size_t count = 0;
    for (const auto& path : kit_files(folder))
        for (const auto& scenario : read_scenarios({path.string()})) {
            ++count;
            for (const auto& failure : failures_of(scenario)) ADD_FAILURE() << path.filename().string() << scenario.place.substr(path.string().size()) << " " << scenario.title_en << "\n  " << failure;
        }
    return count;
}

TEST(Run, TheEnginePassesEveryStory) { EXPECT_GE(run_folder("stories"), 14u); }

TEST(Run, TheEnginePassesEveryGeneratedScenario) { EXPECT_GT(run_folder("generated"), 2000u); }

TEST(Run, TheGeneratedScenariosAreThoseOfTheirGenerator) {
    std::map<std::string, std::string> committed;
    for (const auto& path : kit_files("generated")) committed[path.filename().string()] = content_of(path);
    std::map<std::string, std::string> generated;
    for (auto& [name, lines] : slow::generated_scenarios()) generated[name] = lines;
    EXPECT_TRUE(committed == generated) << "write them again: write_scenarios tests/conformance/scenarios/generated";
}

TEST(Run, EveryRowWithAGuardIsMetAndBrokenInTheKit) {
    std::set<std::string> refused;
    std::set<Event> accepted;
    for (const auto& path : kit_files("generated"))
        for (const auto& scenario : read_scenarios({path.string()})) {
            refused.insert(scenario.expect.refused.begin(), scenario.expect.refused.end());
            if (scenario.expect.accepted == true) accepted.insert(scenario.then->event.at(0));
        }
    for (const auto* rule : {"action", "employer_contact", "relay", "entry", "interview_accepted", "outcome", "referral", "reopening", "outside_window", "second_referral", "second_entry",
                             "second_refusal", "second_outcome", "after_the_end", "reopening_of_open_episode", "reopening_missing"})
        EXPECT_TRUE(refused.contains(rule)) << rule;
    for (const auto& term : terms_of<Event>) EXPECT_EQ(accepted.contains(term.value), term.value != Event::amendment) << term.code;
}

TEST(Run, EveryBuiltInProtocolIsInTheGeneratedKit) {
    std::set<std::string> named, refused_by_age;
    for (const auto& path : kit_files("generated"))
        for (const auto& scenario : read_scenarios({path.string()})) {
            named.insert(scenario.protocol);
            if (path.filename() == "ages.jsonl" && scenario.expect.accepted == false) refused_by_age.insert(scenario.protocol);
        }
    for (const auto* protocol : built_in_protocols)
        EXPECT_TRUE(named.contains(std::string(protocol->name) + "/" + std::to_string(protocol->version))) << protocol->name << protocol->version;
    EXPECT_EQ(refused_by_age, (std::set<std::string>{"ast_btp_ain", "ast_btp_ain/1"}));
}

// ---- a runner that never fails proves nothing -----------------------------------------------------------------------

const std::string contacted_case = R"("entries": [{"case": "1", "event": "referral", "on": "2024-03-04", "origin": "return_visit", "consent": true},
    {"case": "1", "event": "first_contact", "on": "2024-03-05", "channel": "phone"}], )";

std::vector<std::string> failures_in(const std::string& rest, const std::string& protocol = "common_core/1") {
    const auto text = R"({"format": "maintien-scenario/1", "title": {"fr": "t", "en": "t"}, "protocol": ")" + protocol + R"(", "as_of": "2024-03-10", )" + contacted_case + rest + "}";
    return failures_of(read_scenarios({"s.json", text}).at(0));
}

TEST(Run, AWrongStageIsAFailure) {
    EXPECT_TRUE(failures_in(R"("expect": {"stage": "contacted"})").empty());
    EXPECT_EQ(failures_in(R"("expect": {"stage": "referred"})"), std::vector<std::string>{"stage: found contacted, expected referred"});
    EXPECT_EQ(failures_in(R"("expect": {"stage": null})"), std::vector<std::string>{"stage: found contacted, expected none"});
}

TEST(Run, AWrongAnswerOrRuleIsAFailure) {
    const std::string entry = R"("then": {"case": "1", "event": "entry", "on": "2024-03-08"}, )";
    EXPECT_TRUE(failures_in(entry + R"("expect": {"refused": [{"rule": "entry"}], "stage": "contacted"})").empty());
    EXPECT_TRUE(failures_in(entry + R"("expect": {"accepted": false})").empty());
    EXPECT_EQ(failures_in(entry + R"("expect": {"refused": [{"rule": "relay"}]})"), std::vector<std::string>{"the proposed entry: found refused by entry, expected refused by relay"});
    EXPECT_EQ(failures_in(entry + R"("expect": {"accepted": true})"), std::vector<std::string>{"the proposed entry: found refused by entry, expected accepted"});
    EXPECT_TRUE(failures_in(entry + R"("expect": {"accepted": true, "stage": "in_support"})", "aist43_cme").empty());
}

TEST(Run, AWrongMissingOrSurplusDeadlineIsAFailure) {
    EXPECT_TRUE(failures_in(R"("expect": {"agenda": [{"rule": "interview_within_30_days", "due": "2024-04-04"}]})").empty());
    EXPECT_EQ(failures_in(R"("expect": {"agenda": [{"rule": "interview_within_30_days", "due": "2024-04-05"}]})").size(), 1u);
    EXPECT_EQ(failures_in(R"("expect": {"agenda": []})"), std::vector<std::string>{"agenda: found interview_within_30_days 2024-04-04, expected none"});
}

TEST(Run, AWrongFigureIsAFailure) {
    EXPECT_TRUE(failures_in(R"("expect": {"report": [{"indicator": "referrals", "numerator": 1, "denominator": null}]})").empty());
    EXPECT_EQ(failures_in(R"("expect": {"report": [{"indicator": "referrals", "numerator": 2}]})").size(), 1u);
    EXPECT_EQ(failures_in(R"("expect": {"report": [{"indicator": "luck"}]})").size(), 1u);
}

/// The rows of the report of the case above as a report document has them.
std::vector<std::string> rows_of_report(const std::string& protocol, std::vector<StratumKey> by) {
    const auto scenarios = read_scenarios({"s.json", R"({"format": "maintien-scenario/1", "title": {"fr": "t", "en": "t"}, "protocol": "common_core/1", "as_of": "2024-03-10", )" + contacted_case +
                                                         R"("expect": {"stage": null}})"});
    const auto report = make_report(scenarios.at(0).entries, built_in_versions(protocol), {.as_of = scenarios.at(0).as_of, .by = std::move(by), .threads = 1});
    const auto document = nlohmann::ordered_json::parse(io::report_json(report));
    std::vector<std::string> rows;
    for (const auto& row : document["rows"]) rows.push_back(row.dump());
    return rows;
}

TEST(Run, EveryRowOfAReportPassesWhenItIsCopiedWhole) {
    for (const auto* protocol : {"common_core/1", "aist43_cme"})
        for (const auto& by : {std::vector<StratumKey>{}, std::vector{StratumKey::origin}, std::vector{StratumKey::year, StratumKey::sex}}) {
            std::string rows;
            for (const auto& row : rows_of_report(protocol, by)) rows += (rows.empty() ? "" : ",") + row;
            EXPECT_EQ(failures_in(R"("expect": {"report": [)" + rows + "]}", protocol), std::vector<std::string>{}) << protocol;
        }
}

TEST(Run, AWrongMemberOrStratumOfARowIsAFailure) {
    const auto failures = [](const std::string& row) { return failures_in(R"("expect": {"report": [{"indicator": "referrals", )" + row + "}]}"); };
    EXPECT_EQ(failures(R"("by": {"origin": "return_visit"}, "numerator": 1, "unit": "cases", "excluded": {}, "null_reason": null)"), std::vector<std::string>{});
    EXPECT_EQ(failures(R"("by": {"origin": "hiring_visit"}, "numerator": 1)"), std::vector<std::string>{"referrals// by origin=hiring_visit: found no such row, expected one"});
    EXPECT_EQ(failures(R"("unit": "days", "excluded": {"not_mature": 1})"),
              (std::vector<std::string>{"referrals// unit: found cases, expected days", "referrals// excluded: found none, expected not_mature=1"}));
}

TEST(Run, AnUnknownProtocolIsAFailure) { EXPECT_EQ(failures_in(R"("expect": {"stage": "contacted"})", "nobody").size(), 1u); }

}  // namespace
}  // namespace maintien

#include "maintien/io/report_document.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "support/published_report.hpp"

namespace maintien::io {
namespace {

using Json = nlohmann::ordered_json;

/// The sample of the format: one rate of AIST 43.
Report sample() {
    Report report{.protocol = "aist43_cme", .as_of = make_day(2020, 11, 12), .period = {make_day(2020, 6, 1), make_day(2020, 11, 12)}};
    report.input = {103, 262, 0, 0, {0, 103, 0}};
    report.strata.emplace_back();
    report.rows.push_back(published::share("positive_exit_rate", "per_exit", {}, 9, 12));
    report.rows.back().lower = 0.46769466506643426;
    report.rows.back().upper = 0.9110583316059453;
    return report;
}

TEST(ReportDocument, IsTheSampleOfTheFormatToTheByte) {
    EXPECT_EQ(report_json(sample()),
              R"({
  "format": "maintien-report/1",
  "definitions": "1",
  "protocol": "aist43_cme",
  "as_of": "2020-11-12",
  "known_on": null,
  "period": {"from": "2020-06-01", "to": "2020-11-12"},
  "min_count": 1,
  "level": 0.95,
  "input": {"cases": 103, "events": 262, "rejected": 0, "objected": 0, "deviations": {"violation": 0, "unrecorded": 103, "note": 0}},
  "rows": [
    {"indicator": "positive_exit_rate", "variant": "per_exit", "category": null, "by": {}, "numerator": 9, "denominator": 12, "value": 0.75, "lower": 0.46769466506643426, "upper": 0.9110583316059453, "bound_lower": null, "bound_upper": null, "method": "wilson", "unit": "proportion", "verdict": null, "excluded": {}, "null_reason": null}
  ],
  "data_quality": {
    "rejected": 0,
    "objected": 0,
    "without_referral": 0,
    "deviations": {"violation": 0, "unrecorded": 103, "note": 0},
    "excluded": {},
    "negative_delays": {},
    "not_given": {}
  }
}
)");
}

TEST(ReportDocument, SaysTheQualityOfTheDataAndTheReference) {
    auto report = sample();
    report.reference = "Région 2023";
    report.input.without_referral = 2;
    report.rows[0].excluded = {{"not_mature", 5}};
    auto unknown = published::count("distribution", "sex", "unknown", 3);
    report.rows.push_back(published::count("referrals", {}, {}, 12));
    report.rows.push_back(unknown);
    auto mean = published::share("stage_delay", "entry_to_plan", "mean", 4, 2);
    mean.excluded = {{"negative", 1}};
    report.rows.push_back(mean);
    const auto read = Json::parse(report_json(report));
    EXPECT_EQ(read["reference"], "Région 2023");
    EXPECT_EQ(read["data_quality"]["without_referral"], 2);
    EXPECT_EQ(read["data_quality"]["excluded"].dump(), R"({"not_mature":{"rows":1,"count":5},"negative":{"rows":1,"count":1}})");
    EXPECT_EQ(read["data_quality"]["negative_delays"].dump(), R"({"entry_to_plan":1})");
    EXPECT_EQ(read["data_quality"]["not_given"].dump(), R"({"sex":{"numerator":3,"denominator":12,"value":0.25}})");
}

TEST(ReportDocument, SaysStrataExclusionsVerdictsAndReasons) {
    auto report = sample();
    report.known_on = make_day(2020, 11, 30);
    report.strata.push_back({{"centre", "Le \"Puy\""}, {"sex", "unknown"}});
    auto row = published::share("contact_within_limit", "mature", {}, 0, 0);
    row.stratum = 1;
    row.verdict = TargetVerdict::open;
    row.excluded = {{"not_mature", 5}, {"closed_without_contact", 1}};
    row.null_reason = NullReason::not_mature;
    report.rows.push_back(row);
    const auto read = Json::parse(report_json(report));
    EXPECT_EQ(read["known_on"], "2020-11-30");
    EXPECT_EQ(read["rows"][1]["by"].dump(), R"({"centre":"Le \"Puy\"","sex":"unknown"})");
    EXPECT_EQ(read["rows"][1]["excluded"].dump(), R"({"not_mature":5,"closed_without_contact":1})");
    EXPECT_EQ(read["rows"][1]["verdict"], "open");
    EXPECT_EQ(read["rows"][1]["null_reason"], "not_mature");
    EXPECT_TRUE(read["rows"][1]["value"].is_null());
}

TEST(ReportDocument, AReportWithoutRowsOrFirstDayIsStillADocument) {
    Report report{.protocol = "common_core", .as_of = make_day(2020, 1, 1)};
    const auto read = Json::parse(report_json(report));
    EXPECT_TRUE(read["rows"].empty());
    EXPECT_TRUE(read["period"]["from"].is_null());
}

TEST(ReportDocument, StreamsSayTheSameAsStrings) {
    auto report = published::report();
    for (int i = 0; i < 500; ++i) report.rows.push_back(report.rows.front());
    std::ostringstream json, csv;
    write_report_json(json, report);
    write_report_csv(csv, report);
    EXPECT_EQ(json.str(), report_json(report));
    EXPECT_EQ(csv.str(), report_csv(report));
}

TEST(ReportDocument, CsvHasTheColumnsOfTheJsonRows) {
    const auto csv = report_csv(sample());
    const auto read = Json::parse(report_json(sample()));
    std::string header;
    for (const auto& [key, value] : read["rows"][0].items()) header += (header.empty() ? "" : ",") + key;
    EXPECT_EQ(csv, header + "\npositive_exit_rate,per_exit,,,9,12,0.75,0.46769466506643426,0.9110583316059453,,,wilson,proportion,,,\n");
}

TEST(ReportDocument, CsvEscapesWhatItsOwnMarksMean) {
    auto report = sample();
    report.strata.push_back({{"service", "a|b=c\\d"}, {"centre", "Le \"Puy\", Est"}});
    report.rows[0].stratum = 1;
    report.rows[0].excluded = {{"negative", 2}, {"not_mature", 1}};
    const auto csv = report_csv(report);
    EXPECT_NE(csv.find(R"(,"service=a\|b\=c\\d|centre=Le ""Puy"", Est",9,12)"), std::string::npos) << csv;
    EXPECT_NE(csv.find(",negative=2|not_mature=1,\n"), std::string::npos) << csv;
}

}  // namespace
}  // namespace maintien::io

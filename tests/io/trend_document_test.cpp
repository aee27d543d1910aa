#include "maintien/io/trend_document.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "maintien/io/report_document.hpp"
#include "support/register_stories.hpp"

namespace maintien {
namespace {

using TrendJson = nlohmann::ordered_json;

Trend aist43_trend(Every every, std::vector<StratumKey> by = {}) {
    static const stories::Aist43 cell;
    return trend_of(cell.events, cell.table, aist43_cme, {.as_of = make_day(2020, 11, 12), .by = std::move(by), .threads = 1}, every, "aist43_cme");
}

TEST(TrendDocument, EachSpanHasTheRowsOfAReport) {
    const auto trend = aist43_trend(Every::quarter, {StratumKey::origin});
    const auto document = TrendJson::parse(io::trend_json(trend));
    EXPECT_EQ(document["every"], "quarter");
    EXPECT_EQ(document["period"].dump(), R"({"from":"2020-06-01","to":"2020-11-12"})");
    ASSERT_EQ(document["spans"].size(), 3u);
    EXPECT_EQ(document["spans"][0]["period"].dump(), R"({"from":"2020-06-01","to":"2020-06-30"})");
    for (std::size_t i = 0; i < trend.reports.size(); ++i) EXPECT_EQ(document["spans"][i]["rows"], TrendJson::parse(io::report_json(trend.reports[i]))["rows"]);
}

TEST(TrendDocument, CsvHasTheDaysOfTheSpanBeforeTheColumnsOfAReport) {
    const auto trend = aist43_trend(Every::quarter);
    const auto text = io::trend_csv(trend);
    EXPECT_TRUE(text.starts_with("from,to,indicator,variant,"));
    EXPECT_NE(text.find("\n2020-06-01,2020-06-30,referrals,,,,"), std::string::npos);
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    EXPECT_EQ(lines, 1 + trend.reports.size() * trend.reports.front().rows.size());
}

TEST(TrendDocument, PeopleReadAColumnASpan) {
    const auto english = io::trend_text(aist43_trend(Every::month), Language::en), french = io::trend_text(aist43_trend(Every::quarter), Language::fr);
    for (const auto* month : {"2020-06", "2020-07", "2020-11"}) EXPECT_NE(english.find(month), std::string::npos) << english;
    EXPECT_NE(french.find("2020-T3"), std::string::npos) << french;
    EXPECT_NE(french.find("Sorties positives / sorties"), std::string::npos) << french;
    std::istringstream lines(english);
    for (std::string line; std::getline(lines, line);) EXPECT_LE(std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; }), 100) << line;
}

TEST(TrendDocument, OverDaysEachColumnIsADay) {
    const stories::Aist43 cell;
    const auto trend = trend_over_days(cell.events, ProtocolVersions{aist43_cme}, {.as_of = make_day(2020, 11, 12), .threads = 1}, Every::quarter, "aist43_cme");
    const auto document = TrendJson::parse(io::trend_json(trend));
    EXPECT_EQ(document["over"], "days");
    EXPECT_EQ(document["as_of"], "2020-11-12");
    EXPECT_EQ(document["spans"][1]["as_of"], "2020-09-30");
    EXPECT_EQ(document["spans"][1]["period"].dump(), R"({"from":"2020-06-01","to":"2020-09-30"})");
    const auto text = io::trend_text(trend, Language::en);
    EXPECT_NE(text.find("2020-09-30"), std::string::npos) << text;
    EXPECT_NE(text.find("seen on that day"), std::string::npos) << text;
}

TEST(TrendDocument, AStreamTakesTheSameText) {
    const auto trend = aist43_trend(Every::month);
    std::ostringstream json, csv;
    io::write_trend_json(json, trend);
    io::write_trend_csv(csv, trend);
    EXPECT_EQ(json.str(), io::trend_json(trend));
    EXPECT_EQ(csv.str(), io::trend_csv(trend));
}

}  // namespace
}  // namespace maintien

#include "maintien/io/audit_document.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/register_stories.hpp"

using namespace maintien;

namespace {

CountedReport counted_demo() {
    const stories::Aist43 cell;
    return counted_report_of(cell.events, cell.table, aist43_cme, {.as_of = make_day(2020, 11, 12), .threads = 1}, "aist43_cme");
}

}  // namespace

TEST(AuditDocument, TellsOfEachHiddenRowWhyItIsHidden) {
    const auto counted = counted_demo();
    const auto result = controlled(counted, 11);
    const auto audit = nlohmann::json::parse(io::audit_json(counted, result.audit));
    EXPECT_EQ(audit["format"], "maintien-disclosure-audit/1");
    std::size_t hidden = 0;
    for (const auto* why : {"primary", "secondary", "withheld"}) hidden += audit["figures"][why].get<std::size_t>();
    EXPECT_EQ(hidden, audit["rows"].size());
    for (const auto& row : audit["rows"]) {
        EXPECT_EQ(row["protects"].empty(), row["hiding"] != "primary");
        for (const auto& count : row["protects"]) EXPECT_TRUE(count["proven"].get<bool>() && count["lower"] <= 1);
    }
}

TEST(AuditDocument, TheReaderIsToldHowManyAreHiddenAndNotWhy) {
    const auto report = controlled(counted_demo(), 11).report;
    const auto text = io::hidden_text(report, Language::en);
    EXPECT_NE(text.find("families of outcomes"), std::string::npos);
    EXPECT_EQ(text.find("primary"), std::string::npos);
    EXPECT_EQ(io::hidden_text(counted_demo().report, Language::fr), "");
}

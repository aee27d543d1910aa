#include "maintien/io/ledger_document.hpp"

#include <gtest/gtest.h>

#include "maintien/io/errors.hpp"
#include "support/register_stories.hpp"

using namespace maintien;

TEST(LedgerDocument, ReadsBackWhatWasPublished) {
    auto report = stories::aist43_report({StratumKey::month});
    report.min_count = 11;
    report.rows[1].numerator.reset();
    report.rows[1].null_reason = NullReason::suppressed;
    const auto release = io::release_of(report, {StratumKey::month});
    const auto text = io::ledger_json({release, release});
    const auto read = io::read_ledger(text, "ledger.json");
    ASSERT_EQ(read.size(), 2u);
    EXPECT_EQ(read[1].question.by, std::vector<StratumKey>{StratumKey::month});
    EXPECT_EQ(read[1].question.from, report.period.from);
    EXPECT_EQ(read[1].min_count, 11);
    ASSERT_EQ(read[1].rows.size(), report.rows.size());
    EXPECT_TRUE(read[1].rows[1].hidden);
    EXPECT_EQ(read[1].rows[0].numerator, report.rows[0].numerator);
    EXPECT_EQ(io::ledger_json(read), text) << "written again, it is the same";
}

TEST(LedgerDocument, RefusesWhatIsNone) {
    EXPECT_THROW(io::read_ledger("{\"format\": \"maintien-report/1\", \"releases\": []}", "x.json"), io::DocumentError);
    EXPECT_THROW(io::read_ledger("{\"format\": \"maintien-ledger/1\", \"releases\": [{\"by\": [\"colour\"], \"report\": {}}]}", "x.json"), io::DocumentError);
    EXPECT_TRUE(io::read_ledger("{\"format\": \"maintien-ledger/1\", \"releases\": []}", "x.json").empty());
}

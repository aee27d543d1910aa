#include "maintien/io/csv.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdint>

namespace {

using namespace maintien::io;
using Row = std::vector<std::string>;

/// The cells of every record; a faulty record is one cell, `fault LINE:COLUMN found`.
std::vector<Row> rows_of(std::string_view bytes, char delimiter = ',', Encoding encoding = Encoding::utf_8) {
    std::vector<Row> rows;
    CsvCursor cursor(bytes, delimiter);
    CsvRecord record;
    std::string scratch;
    while (cursor.next(record)) {
        auto& row = rows.emplace_back();
        for (std::size_t i = 0; i < record.count; ++i) {
            const auto* cell = cell_at(record, i);
            row.emplace_back(cell ? cell_text(bytes, *cell, encoding, scratch) : "");
        }
        if (record.faults.empty()) continue;
        const auto place = place_of(bytes, record, record.faults[0].at, encoding);
        row = {"fault " + std::to_string(place.line) + ":" + std::to_string(place.column) + " " + std::string(record.faults[0].found)};
    }
    return rows;
}

TEST(Csv, CellsRowsAndLineEnds) {
    const std::vector<Row> expected{{"a", "b"}, {"1", ""}, {"", "2"}};
    EXPECT_EQ(rows_of("a,b\n1,\n,2\n"), expected);
    EXPECT_EQ(rows_of("a,b\r\n1,\r\n,2\r\n"), expected);
    EXPECT_EQ(rows_of("a;b\n1;\n;2", ';'), expected);
}

TEST(Csv, QuotesHoldDelimitersLineEndsAndQuotes) {
    EXPECT_EQ(rows_of("\"a,b\",\"c\nd\",\"e\"\"f\"\n\"\",x"), (std::vector<Row>{{"a,b", "c\nd", "e\"f"}, {"", "x"}}));
}

TEST(Csv, CellsAreTrimmedEvenOfNoBreakSpaces) {
    EXPECT_EQ(rows_of(" a ,\u00A0b\u00A0,\" c \"\n"), (std::vector<Row>{{"a", "b", "c"}}));
    EXPECT_EQ(rows_of("\xA0" "b\xE9\xA0;\"\xE9\"\"\"", ';', Encoding::windows_1252), (std::vector<Row>{{"bé", "é\""}}));
}

TEST(Csv, AStrayQuoteIsLocated) {
    EXPECT_EQ(rows_of("a,b\"c,d\nx,y,z\n"), (std::vector<Row>{{"fault 1:4 a quote inside an unquoted cell"}, {"x", "y", "z"}}));
}

TEST(Csv, TextAfterAClosingQuoteIsLocated) {
    EXPECT_EQ(rows_of("a,\"b\"c,d\nx,y,z\n"), (std::vector<Row>{{"fault 1:6 text after a closing quote"}, {"x", "y", "z"}}));
}

TEST(Csv, AQuoteThatIsNeverClosedCostsOneLine) {
    EXPECT_EQ(rows_of("a,b\nc,\"d\ne,f\n"), (std::vector<Row>{{"a", "b"}, {"fault 2:3 a quote that is never closed"}, {"e", "f"}}));
}

TEST(Csv, AQuoteThatSwallowsRowsGivesThemBack) {
    const auto rows = rows_of("a,\"b\nc,d\ne,\"f\"\n");
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0], Row{"fault 3:4 text after a closing quote"});
    EXPECT_EQ(rows[1], (Row{"c", "d"}));
    EXPECT_EQ(rows[2], (Row{"e", "f"}));
}

TEST(Csv, ACarriageReturnAloneIsLocated) { EXPECT_EQ(rows_of("a,b\rc\n"), (std::vector<Row>{{"fault 1:4 a carriage return alone"}})); }

TEST(Csv, PlacesCountPhysicalLinesAndCharacters) {
    const std::string bytes = "é,\"x\r\ny\",z\n";
    CsvCursor cursor(bytes, ',', 7);
    CsvRecord record;
    ASSERT_TRUE(cursor.next(record));
    const auto last = place_of(bytes, record, record.cells[2].begin, Encoding::utf_8);
    EXPECT_EQ(last.line, 8u);
    EXPECT_EQ(last.column, 4u);
    const auto second = place_of(bytes, record, record.cells[1].begin, Encoding::utf_8);
    EXPECT_EQ(second.line, 7u);
    EXPECT_EQ(second.column, 3u);
    EXPECT_EQ(cursor.line(), 9u);
}

TEST(Csv, TheHeaderTellsTheDelimiter) {
    EXPECT_EQ(detect_delimiter("case,event,on\n"), ',');
    EXPECT_EQ(detect_delimiter("N° dossier;\"Nom, prénom, ville\";Sexe\n1,2,3,4,5"), ';');
    EXPECT_EQ(detect_delimiter("a\tb\n"), '\t');
    EXPECT_EQ(detect_delimiter(";;;\r\ncase,event\n"), ',');
    EXPECT_EQ(detect_delimiter("case"), ',');
}

TEST(Csv, ARowOfBlanksIsEmpty) {
    const std::string bytes = " ,\u00A0,\"\"\n";
    CsvCursor cursor(bytes, ',');
    CsvRecord record;
    ASSERT_TRUE(cursor.next(record));
    EXPECT_TRUE(is_empty(bytes, record, Encoding::utf_8));
}

TEST(Csv, OnlyFilledCellsAreListedAndAllAreCounted) {
    const std::string bytes = ",,a,,,,,,,,,,,,,,\"b\",,\r\n,,,,,,,,,,\n";
    CsvCursor cursor(bytes, ',');
    CsvRecord record;
    ASSERT_TRUE(cursor.next(record));
    EXPECT_EQ(record.count, 19u);
    ASSERT_EQ(record.cells.size(), 2u);
    EXPECT_EQ(record.cells[1].number, 16u);
    EXPECT_EQ(cell_at(record, 3), nullptr);
    EXPECT_EQ(begin_of(record, 0), 0u);
    EXPECT_EQ(begin_of(record, 2), 2u);
    EXPECT_EQ(begin_of(record, 5), 6u);
    EXPECT_EQ(begin_of(record, 18), 22u);
    ASSERT_TRUE(cursor.next(record));
    EXPECT_EQ(record.count, 11u);
    EXPECT_TRUE(record.cells.empty());
    EXPECT_EQ(begin_of(record, 10), record.begin + 10);
}

RC_GTEST_PROP(Csv, WithoutQuotesCellsEndAtDelimitersAndLineEnds, ()) {
    const auto bytes = *rc::gen::container<std::string>(rc::gen::element('a', '#', '!', ' ', ',', ',', ',', '\n', '\xE9', '\x7F', '\0', '\t'));
    std::vector<Row> expected;
    bool begins = true;
    for (const char c : bytes) {
        if (begins) expected.push_back({""});
        begins = c == '\n';
        if (c == ',') expected.back().emplace_back();
        else if (c != '\n') expected.back().back() += c;
    }
    for (auto& row : expected)
        for (auto& cell : row) cell = trimmed(cell);
    RC_ASSERT(rows_of(bytes) == expected);
}

rc::Gen<std::string> csv_soup() { return rc::gen::container<std::string>(rc::gen::element('a', '"', '"', ',', '\n', '\r', ' ', '\xE9')); }

RC_GTEST_PROP(Csv, AnyBytesAreReadOnceAndInOrder, ()) {
    const auto bytes = *csv_soup();
    CsvCursor cursor(bytes, ',');
    CsvRecord record;
    std::size_t at = 0;
    while (cursor.next(record)) {
        RC_ASSERT(record.begin == at);
        RC_ASSERT(cursor.at() > at);
        RC_ASSERT(record.count > 0u);
        for (const auto& cell : record.cells) {
            RC_ASSERT(cell.begin < cell.end && cell.end <= bytes.size() && cell.number < record.count);
            RC_ASSERT(begin_of(record, cell.number) == cell.begin);
        }
        at = cursor.at();
    }
    RC_ASSERT(at == bytes.size());
}

RC_GTEST_PROP(Csv, WhatIsQuotedComesBack, (const std::vector<std::vector<std::string>>& table)) {
    std::string bytes;
    std::vector<Row> expected;
    for (const auto& row : table) {
        if (row.empty()) continue;
        auto& cells = expected.emplace_back();
        for (const auto& text : row) {
            bytes += cells.empty() ? "\"" : ",\"";
            for (const char c : text) bytes.append(c == '"' ? 2 : 1, c);
            bytes += '"';
            std::string readable;
            append_utf_8(readable, text, Encoding::windows_1252);
            cells.emplace_back(trimmed(readable));
        }
        bytes += "\r\n";
    }
    RC_ASSERT(rows_of(bytes, ',', Encoding::windows_1252) == expected);
}

}  // namespace

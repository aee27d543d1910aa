#include "maintien/io/source.hpp"

#include <gtest/gtest.h>

namespace {

using namespace maintien::io;

TEST(Source, ItsNameTellsTheDialect) {
    EXPECT_EQ(dialect_of({"a.csv"}, "{"), Dialect::csv);
    EXPECT_EQ(dialect_of({"A.CSV"}, "{"), Dialect::csv);
    EXPECT_EQ(dialect_of({"a.jsonl"}, "case,on"), Dialect::json_lines);
    EXPECT_EQ(dialect_of({"a.ndjson"}, "case,on"), Dialect::json_lines);
}

TEST(Source, WithoutATellingNameItsBeginningTells) {
    EXPECT_EQ(dialect_of({"-"}, " \r\n{\"case\""), Dialect::json_lines);
    EXPECT_EQ(dialect_of({"-"}, "\xEF\xBB\xBF{"), Dialect::json_lines);
    EXPECT_EQ(dialect_of({"-"}, "case;event"), Dialect::csv);
    EXPECT_EQ(dialect_of({"-"}, ""), Dialect::json_lines);
}

TEST(Source, WhatTheCallerSaysWins) { EXPECT_EQ(dialect_of({"a.csv", {}, Dialect::json_lines}, "case"), Dialect::json_lines); }

}  // namespace

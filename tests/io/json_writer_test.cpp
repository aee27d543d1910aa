#include "maintien/io/json_writer.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

namespace maintien::io {
namespace {

std::string number(double value) {
    std::string out;
    append_json_number(out, value);
    return out;
}

TEST(JsonWriter, WholeNumbersHaveNoPointAndNoExponent) {
    EXPECT_EQ(number(1.0), "1");
    EXPECT_EQ(number(-0.0), "0");
    EXPECT_EQ(number(-3.0), "-3");
    EXPECT_EQ(number(10000000.0), "10000000");
    EXPECT_EQ(number(999999999999999.0), "999999999999999");
}

TEST(JsonWriter, FractionsAreTheShortestThatReadBack) {
    EXPECT_EQ(number(45.5), "45.5");
    EXPECT_EQ(number(0.1), "0.1");
    EXPECT_EQ(number(9.0 / 43), "0.20930232558139536");
}

TEST(JsonWriter, WhatIsNotFiniteIsNull) {
    EXPECT_EQ(number(std::nan("")), "null");
    EXPECT_EQ(number(std::numeric_limits<double>::infinity()), "null");
}

RC_GTEST_PROP(JsonWriter, EveryFiniteNumberReadsBack, (double value)) {
    RC_PRE(std::isfinite(value));
    RC_ASSERT(nlohmann::json::parse(number(value)).get<double>() == value);
}

RC_GTEST_PROP(JsonWriter, EveryAsciiStringReadsBack, (std::string text)) {
    for (auto& c : text) c = static_cast<char>(c & 0x7F);
    std::string out;
    append_json_string(out, text);
    RC_ASSERT(nlohmann::json::parse(out).get<std::string>() == text);
}

TEST(JsonWriter, StringsKeepTheirAccentsAndEscapeTheRest) {
    std::string out;
    append_json_string(out, "préreprise \"12\"\\\n");
    EXPECT_EQ(out, "\"préreprise \\\"12\\\"\\\\\\n\"");
}

TEST(JsonWriter, DocumentsHaveOneMemberALineAndRowsOneLine) {
    JsonWriter json;
    json.begin_object(JsonLayout::one_a_line);
    json.key("as_of");
    json.day_or_null(make_day(2020, 11, 12));
    json.key("rows");
    json.begin_array(JsonLayout::one_a_line);
    json.begin_object();
    json.key("value");
    json.number_or_null(std::nullopt);
    json.key("variant");
    json.string_or_null("");
    json.end();
    json.begin_object();
    json.key("value");
    json.number_or_null(0.75);
    json.key("n");
    json.count(12);
    json.end();
    json.end();
    json.end();
    EXPECT_EQ(json.text,
              "{\n"
              "  \"as_of\": \"2020-11-12\",\n"
              "  \"rows\": [\n"
              "    {\"value\": null, \"variant\": null},\n"
              "    {\"value\": 0.75, \"n\": 12}\n"
              "  ]\n"
              "}");
}

TEST(JsonWriter, EmptyListsStayOnOneLine) {
    JsonWriter json;
    json.begin_array(JsonLayout::one_a_line);
    json.begin_array(JsonLayout::one_a_line);
    json.end();
    json.end();
    EXPECT_EQ(json.text, "[\n  []\n]");
}

TEST(JsonWriter, NoDayIsNull) {
    JsonWriter json;
    json.day_or_null(no_day);
    EXPECT_EQ(json.text, "null");
}

TEST(JsonWriter, YesAndNoAreJsonsOwn) {
    JsonWriter json;
    json.begin_array();
    json.boolean(true);
    json.boolean(false);
    json.end();
    EXPECT_EQ(json.text, "[true, false]");
}

}  // namespace
}  // namespace maintien::io

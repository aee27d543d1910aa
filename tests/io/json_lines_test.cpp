#include "maintien/io/json_lines.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace {

using namespace maintien::io;

struct Scanned {
    std::vector<std::pair<std::string, std::string>> members;
    std::string fault;  // AT POINTER found expected; empty when there is none
};

Scanned scan(std::string_view text) {
    JsonScanner scanner;
    std::vector<JsonMember> members;
    const auto fault = scanner.scan_object(text, members);
    Scanned result;
    for (const auto& [key, value] : members) result.members.emplace_back(key, value.text);
    if (fault) result.fault = std::to_string(fault->at) + " " + fault->pointer + " " + fault->found + " " + fault->expected;
    return result;
}

using Members = std::vector<std::pair<std::string, std::string>>;

TEST(JsonLines, MembersComeInOrder) {
    EXPECT_EQ(scan(R"( {"a": "x", "b" : 12 ,"c":true,"d":null,"e":["p", 1],"f":{"g":{}}} )").members,
              (Members{{"a", "x"}, {"b", "12"}, {"c", "true"}, {"d", "null"}, {"e", R"(["p", 1])"}, {"f", R"({"g":{}})"}}));
    EXPECT_EQ(scan("{}").members, Members{});
}

TEST(JsonLines, EscapesAreUndone) {
    EXPECT_EQ(scan(R"({"\u0061": "\"\\\/\b\f\n\r\t\u00e9\uD83D\ude00é"})").members, (Members{{"a", "\"\\/\b\f\n\r\té😀é"}}));
}

TEST(JsonLines, WhatIsNoJsonIsLocated) {
    EXPECT_EQ(scan("").fault, "0  the end a JSON object");
    EXPECT_EQ(scan("[1]").fault, "0  \"[\" a JSON object");
    EXPECT_EQ(scan(R"({"a":1} x)").fault, "8  \"x\" nothing more");
    EXPECT_EQ(scan(R"({"a":1,})").fault, "7  \"}\" a key in quotes");
    EXPECT_EQ(scan(R"({"a" 1})").fault, "5  \"1\" a colon");
    EXPECT_EQ(scan(R"({"a":1 "b":2})").fault, "7  \"\\\"\" a comma or a closing brace");
    EXPECT_EQ(scan(R"({"a":)").fault, "5 /a the end a JSON value");
    EXPECT_EQ(scan(R"({"a":tru})").fault, "5 /a \"t\" a JSON value");
    EXPECT_EQ(scan(R"({"a":"x)").fault, "7 /a the end a closing quote");
    EXPECT_EQ(scan("{\"a\":\"x\ty\"}").fault, "7 /a \"\\t\" no control character in a string");
    EXPECT_EQ(scan(R"({"a":["x",]})").fault, "10 /a \"]\" a JSON value");
    EXPECT_EQ(scan(R"({"a/~":'x'})").fault, "7 /a~1~0 \"'\" a JSON value");
}

TEST(JsonLines, AStepOfAPointerLeadsToTheVeryKey) {
    EXPECT_EQ(pointer_step("a/b~c\n"), "/a~1b~0c\n");
    EXPECT_EQ(scan("{\"a\\nb\":}").fault, "8 /a\nb \"}\" a JSON value");
}

TEST(JsonLines, EscapesAreStrict) {
    for (const auto* text : {R"({"a":"\x"})", R"({"a":"\u12g4"})", R"({"a":"\uD83D"})", R"({"a":"\uDE00"})", R"({"a":"\uD83D\u0041"})",
                             R"({"a":"\u0000"})", R"({"a":"\)", R"({"a":"\u)", R"({"a":"\uD83D\u)"})
        EXPECT_NE(scan(text).fault, "") << text;
}

TEST(JsonLines, NumbersAreStrict) {
    for (const auto* text : {"01", "1.", ".5", "-", "1e", "+1", "1e+", "0x1", "NaN", "--1"})
        EXPECT_NE(scan("{\"a\":" + std::string(text) + "}").fault, "") << text;
    for (const auto* text : {"0", "-0", "1.5", "1e9", "-1.5E-3", "123456789012345678901234567890"})
        EXPECT_EQ(scan("{\"a\":" + std::string(text) + "}").fault, "") << text;
}

TEST(JsonLines, DeepNestingIsRefused) {
    EXPECT_EQ(scan("{\"a\":" + std::string(31, '[') + std::string(31, ']') + "}").fault, "");
    EXPECT_NE(scan("{\"a\":" + std::string(32, '[') + std::string(32, ']') + "}").fault, "");
    EXPECT_NE(scan("{\"a\":" + std::string(1000000, '[')).fault, "");
}

TEST(JsonLines, ArraysHaveItems) {
    JsonScanner scanner;
    std::vector<JsonValue> items;
    EXPECT_FALSE(scanner.scan_array(R"([ "a\n" , 2, [] ])", items));
    ASSERT_EQ(items.size(), 3u);
    EXPECT_EQ(items[0].text, "a\n");
    EXPECT_EQ(items[1].kind, JsonKind::number);
    EXPECT_FALSE(scanner.scan_array("[]", items));
    EXPECT_TRUE(items.empty());
    EXPECT_TRUE(scanner.scan_array("[1,]", items));
}

RC_GTEST_PROP(JsonLines, AnyTextIsScannedWithoutHarm, ()) {
    const auto soup = rc::gen::container<std::string>(rc::gen::element('{', '}', '[', ']', '"', '\\', 'u', 'D', '8', ':', ',', '1', '-', 'e', '.', ' ', 't', '\n'));
    const auto text = "{\"a\":" + *soup;
    const auto scanned = scan(text);
    RC_ASSERT(scanned.fault.empty() || !scanned.fault.starts_with("-"));
}

}  // namespace

#include "maintien/io/errors.hpp"

#include <gtest/gtest.h>

namespace {

using namespace maintien::io;

TEST(Errors, AFaultOfATableIsPrintedWithLineAndColumn) {
    EXPECT_EQ(text_of(Problem{"a.csv", 3, 14, "", "\"x\"", "a date YYYY-MM-DD"}), "a.csv:3:14: found \"x\" expected a date YYYY-MM-DD");
}

TEST(Errors, AFaultOfJsonLinesIsPrintedWithLineAndPointer) {
    EXPECT_EQ(text_of(Problem{"a.jsonl", 3, 0, "/outcome", "\"x\"", "a code"}), "a.jsonl:3: /outcome: found \"x\" expected a code");
}

TEST(Errors, AFaultInsideTheJsonOfACellHasBoth) {
    EXPECT_EQ(text_of(Problem{"a.csv", 3, 14, "/entry/on", "nothing", "a day"}), "a.csv:3:14: /entry/on: found nothing expected a day");
}

TEST(Errors, AFaultOfTheFileHasNoLine) {
    EXPECT_EQ(text_of(Problem{"a.csv", 0, 0, "", "No such file", "a file"}), "a.csv: found No such file expected a file");
}

TEST(Errors, AFaultIsOneLineWithoutControlCharactersWhateverItNames) {
    EXPECT_EQ(text_of(Problem{"a\n\x1B[31m.jsonl", 1, 0, "/a\rb\x7F", "x\u0085y\u009Bz", "\u2028\u2029, \ty"}),
              R"(a\n\u001b[31m.jsonl:1: /a\rb\u007f: found x\u0085y\u009bz expected \u2028\u2029, \ty)");
    EXPECT_EQ(text_of(Problem{"C:\\a\xE9.csv", 1, 1, "", "\"é\\n\"", "U+00A0:\u00A0"}), "C:\\a\uFFFD.csv:1:1: found \"é\\n\" expected U+00A0:\u00A0");
}

TEST(Errors, TheFirstThousandAreKeptAndAllAreCounted) {
    Problems problems;
    for (std::size_t i = 1; i <= 1200; ++i) problems.add(Problem{"a", i, 1, "", "x", "y"});
    Problems more;
    more.add(Problem{"b", 1, 1, "", "x", "y"});
    problems.add(more);
    EXPECT_EQ(problems.first.size(), 1000u);
    EXPECT_EQ(problems.first.back().line, 1000u);
    EXPECT_EQ(problems.total, 1201);
    EXPECT_TRUE(text_of(problems).ends_with("\n1201 errors"));
}

TEST(Errors, TheExceptionSaysEverything) {
    const DocumentError error(Problem{"a.csv", 1, 2, "", "x", "y"});
    EXPECT_STREQ(error.what(), "a.csv:1:2: found x expected y\n1 error");
    EXPECT_EQ(error.problems.total, 1);
    const DocumentError copy = error;
    EXPECT_STREQ(copy.what(), error.what());
}

TEST(Errors, LongTextsAreCutBetweenCharacters) {
    std::string text;
    for (int i = 0; i < 100; ++i) text += "é";
    std::string sixty;
    for (int i = 0; i < 60; ++i) sixty += "é";
    EXPECT_EQ(maintien::io::in_quotes(text), "\"" + sixty + "…\"");
    EXPECT_EQ(maintien::io::in_quotes("a\"\n"), "\"a\\\"\\n\"");
    EXPECT_EQ(maintien::io::in_quotes(sixty), "\"" + sixty + "\"");
}

}  // namespace
